import { isDeepStrictEqual } from 'node:util';
import { Discovery } from './discovery';
import { KubeApi } from './kube-api';
import { countKinds, describe, groupOf, KubeObject } from './manifests';

/** What a controller that is not in the cluster makes Datadog of, by group. */
const KINDS: Record<string, string[]> = {
  'datadoghq.com': ['DatadogAgent'],
  'argoproj.io': ['Application', 'ApplicationSet', 'AppProject'],
};

export const NO_FIELD = 'e2eNoSuchField';

/** Objects from which a controller of somebody else makes the rest: of them no pod comes here. */
export function deliveriesOf(objects: KubeObject[]): KubeObject[] {
  return objects.filter((object) => KINDS[groupOf(object)]?.includes(object.kind));
}

/** The namespaces into which those controllers bring pods. */
export function deliveredNamespaces(objects: KubeObject[]): string[] {
  return deliveriesOf(objects).flatMap(({ kind, metadata, spec }) => {
    if (kind === 'DatadogAgent') return metadata.namespace ?? 'default';
    return spec?.destination?.namespace ?? spec?.template?.spec?.destination?.namespace ?? [];
  });
}

/** The API server stores each as it was written, and takes no field that its definition does not have. */
export async function checkDeliveries(api: KubeApi, discovery: Discovery, objects: KubeObject[]): Promise<string> {
  const problems: string[] = [];
  for (const object of objects) {
    const live = await api.get(discovery.pathOf(object));
    problems.push(...changed(object.spec, live.spec, 'spec').map((path) => `${describe(object)}: not stored as it was written: ${path}`));
    const { metadata: { name, namespace }, ...rest } = object;
    const wrong = { ...rest, metadata: { name: `${name}-e2e-wrong`, namespace }, spec: { ...object.spec, [NO_FIELD]: 1 } };
    const collection = discovery.pathOf(object).replace(/\/[^/]+$/, '');
    const { status, body } = await api.request(`${collection}?dryRun=All&fieldValidation=Strict`, { method: 'POST', body: wrong });
    if (status !== 400 || !String(body?.message).includes(`unknown field "spec.${NO_FIELD}"`)) {
      problems.push(`${describe(object)}: with a field that does not exist: ${status} ${body?.message ?? ''}`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return `${countKinds(objects)}: stored as written; ${NO_FIELD} is not accepted; no controller is here to make anything of them`;
}

/** Paths at which `actual` has not what `expected` has; what the server adds does not count. */
function changed(expected: any, actual: any, path: string): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [path];
    return expected.flatMap((value, index) => changed(value, actual[index], `${path}[${index}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [path];
    return Object.entries(expected).flatMap(([key, value]) => changed(value, actual[key], `${path}.${key}`));
  }
  return isDeepStrictEqual(expected, actual) ? [] : [path];
}
