import { IConstruct } from 'constructs';
import { Finding, FindingSeverity } from './finding';
import { requireRule } from './require-rule';
import { ViolationError } from '../base/violation';
import { acknowledge, RULES_PAGE } from '../injection/acknowledgement';
import { ClusterChecks, FindingAt } from '../injection/cluster-checks';
import { failOnWarnings } from '../injection/fail-on-warnings';
import { entryPoint } from '../requirements/entry-point';
import { requireArgument, requireConstructs } from '../requirements/options';

/**
 * Findings of the rules that every synthesis checks.
 */
@entryPoint
export class Findings {
  /**
   * What the last synthesis of the app found at a construct and below it, as data for tests and CI: errors, warnings, information, and
   * findings that were acknowledged. It is there after a synthesis that failed as well.
   *
   * @param construct the app, a chart or an object
   * @returns each finding once, in the order of the rules and of the manifests
   * @throws when no synthesis came before
   */
  public static of(construct: IConstruct): Finding[] {
    requireConstructs('construct', construct);
    const { findings } = ClusterChecks.of(construct);
    if (!findings) {
      throw new ViolationError({
        rule: 'findings/after-a-synthesis',
        reason: 'Findings.of(...) was called, and the app was not synthesized before',
        remedy: 'Call app.synth() or Testing.synth(chart) first; where that throws, catch the error and call Findings.of(...) then',
        link: RULES_PAGE,
      }, construct.node.path);
    }
    return findings.filter(({ at }) => at.node.scopes.includes(construct)).map(publicFinding);
  }

  /**
   * Makes warnings at a construct and below it stop the synthesis, as errors do. For all apps of a run, set the env var
   * `CDK8S_DATADOG_FAIL_ON_WARNINGS` to `true` instead. Acknowledged warnings do not stop it.
   *
   * @param construct the app, a chart or an object
   */
  public static failOnWarnings(construct: IConstruct): void {
    requireConstructs('construct', construct);
    failOnWarnings(construct);
  }

  /**
   * Accepts the findings of one rule at a construct and below it. They no longer stop the synthesis, and the summary
   * shows them with the reason.
   *
   * @param construct the object, or a construct above it
   * @param rule id of the rule, for example `fargate/no-host-path`
   * @param because why it is all right here
   * @throws when there is no such rule, or no reason is given
   */
  public static acknowledge(construct: IConstruct, rule: string, because: string): void {
    requireConstructs('construct', construct);
    requireArgument('rule', 'string', rule);
    requireArgument('because', 'string', because);
    requireRule(rule, construct.node.path);
    if (!because.trim()) {
      throw new ViolationError({
        rule: 'findings/acknowledgement',
        reason: `no reason is given for accepting '${rule}'`,
        remedy: 'Say why it is all right here',
        link: RULES_PAGE,
      }, construct.node.path);
    }
    acknowledge(construct, rule, because);
  }

  private constructor() {}
}

function publicFinding({ finding: { rule, severity, path, object, reason, remedy, link }, acknowledgements = [] }: FindingAt): Finding {
  return {
    rule,
    severity: severity as FindingSeverity,
    path,
    ...object !== undefined && { object },
    reason,
    remedy,
    link,
    ...acknowledgements.length > 0 && { acknowledgedBecause: acknowledgements[0].because },
  };
}
