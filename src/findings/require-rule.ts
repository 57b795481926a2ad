import { IMMEDIATE_RULES } from '../base/immediate-rules';
import { nearest } from '../base/nearest';
import { ViolationError } from '../base/violation';
import { RULES_PAGE } from '../injection/acknowledgement';
import { ALL_RULES } from '../rules/all-rules';

/** Throws where no rule of the finished manifests has the id, with the id that is nearest to it. */
export function requireRule(rule: string, where: string): void {
  const ids = ALL_RULES.map(({ id }) => id);
  if (ids.includes(rule)) return;
  if (Object.hasOwn(IMMEDIATE_RULES, rule)) {
    throw new ViolationError({
      rule: 'findings/acknowledgement',
      reason: `'${rule}' is checked at once, and nothing that comes later could mend what it finds, so it cannot be acknowledged`,
      remedy: 'Remove the acknowledgement, and mend what the error of that rule names',
      link: RULES_PAGE,
    }, where);
  }
  throw new ViolationError({ rule: 'findings/acknowledgement', reason: `there is no rule '${rule}'`, remedy: remedyFor(rule, ids), link: RULES_PAGE }, where);
}

/** The id that is meant, the ids of the group, or the groups. */
function remedyFor(rule: string, ids: readonly string[]): string {
  const meant = nearest(rule, ids) ?? ids.find(id => id.split('/')[1] === rule);
  if (meant !== undefined) return `Write '${meant}'`;
  const groups = [...new Set(ids.map(groupOf))];
  const group = nearest(groupOf(rule), groups);
  return group === undefined
    ? `Write an id of ${RULES_PAGE}; ids begin with ${groups.map(g => `'${g}/'`).join(', ')}`
    : `Write one of '${group}/': ${ids.filter(id => groupOf(id) === group).map(id => id.split('/')[1]).join(', ')}`;
}

function groupOf(id: string): string {
  return id.split('/')[0];
}
