import { HelmKey } from '../../facts/helm-chart';

/** Into values of the chart. */
export const values = (...keys: readonly HelmKey[]): { readonly keys: readonly HelmKey[] } => ({ keys });
