import { Rule } from './rule';
import { tokenIsMounted } from './sidecar/token-is-mounted';

/** Every rule, in the order in which findings are told. */
export const ALL_RULES: readonly Rule[] = [
  tokenIsMounted,
];
