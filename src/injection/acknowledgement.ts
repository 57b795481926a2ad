import { IConstruct } from 'constructs';

/** Type of the metadata entry on a construct. */
const TYPE = 'cdk8s-datadog:acknowledged';

/** The page that lists all rules. */
export const RULES_PAGE = 'https://github.com/cdk8s-datadog/cdk8s-datadog/blob/main/docs/rules.md';

/** The findings of a rule that are accepted at a construct and below it. */
export interface Acknowledgement {
  readonly rule: string;
  readonly because: string;
}

/** Notes on a construct that findings of one rule at it or below it are known and accepted. */
export function acknowledge(construct: IConstruct, rule: string, because: string): void {
  const data: Acknowledgement = { rule, because };
  construct.node.addMetadata(TYPE, data);
}

/** Every acknowledgement that holds for findings of the rule at this construct, from the root on. */
export function acknowledgementsOf(construct: IConstruct, rule: string): Acknowledgement[] {
  return construct.node.scopes.flatMap(acknowledgementsAt).filter(a => a.rule === rule);
}

/** Those that are written on the construct itself. Each is the same object every time. */
export function acknowledgementsAt(construct: IConstruct): Acknowledgement[] {
  return construct.node.metadata.filter(entry => entry.type === TYPE).map(entry => entry.data as Acknowledgement);
}
