import { groupOf, Manifest } from './manifest';
import { isObject } from './objects-in';
import { DATADOG_CHARTS, HELM_VALUES } from '../facts/settings-files';

/** Values for a chart of Datadog that some object holds, as an object or as the text of a values file. */
export interface HelmValuesAt {
  readonly path: string;
  readonly values: unknown;
}

/** The values that an object of Argo CD, of Flux or of the Helm controller of K3s gives to a chart of Datadog. */
export function datadogHelmValues(manifest: Manifest): HelmValuesAt[] {
  const fact = HELM_VALUES.find(({ kind, group }) => manifest.kind === kind && groupOf(manifest) === group);
  if (!fact || !fact.chart.some(path => at(manifest.spec, path).some(name => typeof name === 'string' && DATADOG_CHARTS.pattern.test(name)))) return [];
  return fact.values.flatMap(path => at(manifest.spec, path).flatMap(values =>
    path.endsWith('.helm') ? argoValues(`spec.${path}`, values) : [{ path: `spec.${path}`, values }]));
}

function argoValues(path: string, helm: unknown): HelmValuesAt[] {
  if (!isObject(helm)) return [];
  const { valuesObject, values, parameters } = helm as { readonly [key: string]: unknown };
  const given: ReadonlyArray<{ readonly name?: unknown; readonly value?: unknown }> = (Array.isArray(parameters) ? parameters : []).filter(isObject);
  return [
    ...isObject(valuesObject) ? [{ path: `${path}.valuesObject`, values: valuesObject }] : [],
    ...typeof values === 'string' ? [{ path: `${path}.values`, values }] : [],
    ...given.length > 0 ? [{ path: `${path}.parameters`, values: Object.fromEntries(given.map(({ name, value }) => [String(name), value])) }] : [],
  ];
}

/** What stands at a path; a list on the way stands for each of its members. */
function at(value: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>((found, key) => found.flatMap(one => isObject(one) && key in one
    ? [(one as { readonly [key: string]: unknown })[key]].flat()
    : []), [value]);
}
