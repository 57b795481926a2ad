import { Finding } from '../rules/rule';

/** Rules about the Agent of a pod. Where an error kept the Agent out of the pod, they repeat what that error says. */
const ABOUT_THE_AGENT: readonly string[] = ['placement', 'sidecar', 'sidecar-injection'];

/** The findings that are not merely a consequence of one of the errors: each cause is reported once, with its own remedy. */
export function withoutConsequences(findings: readonly Finding[], errors: readonly Finding[]): Finding[] {
  const refused = new Set(errors.filter(({ object }) => object !== undefined).map(placeOf));
  return findings.filter(finding => !refused.has(placeOf(finding)) || !ABOUT_THE_AGENT.includes(finding.rule.split('/')[0]));
}

function placeOf({ path, object }: Finding): string {
  return JSON.stringify([path, object]);
}
