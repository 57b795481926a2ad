import { IConstruct } from 'constructs';

/** Type of the metadata entry on a construct. */
const TYPE = 'cdk8s-datadog:acknowledged';

interface Acknowledgement {
  readonly rule: string;
  readonly because: string;
}

/** Notes on a construct that findings of one rule at it or below it are known and accepted. */
export function acknowledge(construct: IConstruct, rule: string, because: string): void {
  const data: Acknowledgement = { rule, because };
  construct.node.addMetadata(TYPE, data);
}

/** The reason for which a finding of the rule at this construct is accepted; undefined where it is not. */
export function acknowledgementOf(construct: IConstruct, rule: string): string | undefined {
  return construct.node.scopes
    .flatMap(scope => scope.node.metadata)
    .filter(entry => entry.type === TYPE)
    .map(entry => entry.data as Acknowledgement)
    .find(data => data.rule === rule)?.because;
}
