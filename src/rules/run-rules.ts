import { ALL_RULES } from './all-rules';
import { Finding, Rule, RuleContext } from './rule';
import { nameOf } from '../manifest/manifest';

/** Every finding of every rule that applies, in the order of the rules and of the manifests. */
export function runRules(context: RuleContext, rules: readonly Rule[] = ALL_RULES): Finding[] {
  return rules.flatMap(rule => rule.check(context).map(({ at, reason, remedy }) => ({
    rule: rule.id,
    severity: rule.severity,
    path: at.path,
    object: nameOf(at.manifest),
    reason,
    remedy,
    link: rule.link,
  })));
}
