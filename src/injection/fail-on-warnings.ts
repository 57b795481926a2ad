import { IConstruct } from 'constructs';
import { RULES_PAGE } from './acknowledgement';
import { ViolationError } from '../base/violation';

/** Type of the metadata entry on a construct. */
const TYPE = 'cdk8s-datadog:fail-on-warnings';

/** The env var that makes the warnings of every app stop its synthesis, for CI. */
const VARIABLE = 'CDK8S_DATADOG_FAIL_ON_WARNINGS';

const VALUES: { readonly [value: string]: boolean } = { '': false, '0': false, 'false': false, '1': true, 'true': true };

/** Notes on a construct that warnings at it and below it stop the synthesis. */
export function failOnWarnings(construct: IConstruct): void {
  if (!isNoted(construct)) construct.node.addMetadata(TYPE, true);
}

/** True where a warning at the construct stops the synthesis. */
export function stopsForWarnings(construct: IConstruct): boolean {
  return construct.node.scopes.some(isNoted);
}

/** What the environment says of all warnings, read anew by each synthesis. */
export function environmentStopsForWarnings(environment: { readonly [name: string]: string | undefined } = process.env): boolean {
  const value = environment[VARIABLE] ?? '';
  if (Object.hasOwn(VALUES, value)) return VALUES[value];
  throw new ViolationError({
    rule: 'findings/fail-on-warnings',
    reason: `the env var ${VARIABLE} is set to a value that is neither true nor false`,
    remedy: 'Set it to true, where warnings are to stop the synthesis, or to false',
    link: RULES_PAGE,
  });
}

function isNoted({ node }: IConstruct): boolean {
  return node.metadata.some(({ type }) => type === TYPE);
}
