/** Into values of the chart. */
export const values = (...keys: readonly string[]): { readonly keys: readonly string[] } => ({ keys });
