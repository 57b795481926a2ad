import { IConstruct } from 'constructs';
import { entryPoint } from '../base/entry-point';
import { ViolationError } from '../base/violation';
import { acknowledge } from '../injection/acknowledgement';
import { requireArgument, requireConstructs } from '../requirements/options';
import { ALL_RULES } from '../rules/all-rules';

/**
 * Findings of the rules that every synthesis checks.
 */
@entryPoint
export class Findings {
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
    const violation = { rule: 'findings/acknowledgement', link: 'https://github.com/cdk8s-datadog/cdk8s-datadog/blob/main/docs/rules.md' } as const;
    if (!ALL_RULES.some(({ id }) => id === rule)) {
      throw new ViolationError({
        ...violation,
        reason: `there is no rule '${rule}'`,
        remedy: `Write one of ${ALL_RULES.map(({ id }) => id).join(', ')}`,
      }, construct.node.path);
    }
    if (!because.trim()) {
      throw new ViolationError({ ...violation, reason: `no reason is given for accepting '${rule}'`, remedy: 'Say why it is all right here' }, construct.node.path);
    }
    acknowledge(construct, rule, because);
  }

  private constructor() {}
}
