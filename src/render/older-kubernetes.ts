import { isAtLeast } from '../base/versions';
import { KUBERNETES_FEATURES } from '../facts/kubernetes-versions';
import { Manifest } from '../manifest/manifest';

const { startupProbes, seccompField, ipFamilies, stableBudgetsAndCronJobs } = KUBERNETES_FEATURES;

/** API versions that came later, with the one before. */
const EARLIER: Readonly<Record<string, string>> = { 'policy/v1 PodDisruptionBudget': 'policy/v1beta1', 'batch/v1 CronJob': 'batch/v1beta1' };

/** The manifest without what came later than the cluster's version: its API server would refuse it, or drop it without a word. */
export function forKubernetes(version: string, manifest: Manifest): Manifest {
  const newer = [
    ...isAtLeast(version, startupProbes.since) ? [] : ['startupProbe'],
    ...isAtLeast(version, seccompField.since) ? [] : ['seccompProfile'],
    ...isAtLeast(version, ipFamilies.since) ? [] : ['ipFamilies', 'ipFamilyPolicy'],
  ];
  const earlier = EARLIER[`${manifest.apiVersion} ${manifest.kind}`];
  const apiVersion = earlier && !isAtLeast(version, stableBudgetsAndCronJobs.since) ? earlier : manifest.apiVersion;
  return newer.length === 0 && apiVersion === manifest.apiVersion ? manifest : { ...without(manifest, newer), apiVersion };
}

function without<T>(value: T, fields: readonly string[]): T {
  if (Array.isArray(value)) return value.map(item => without(item, fields)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !fields.includes(key)).map(([key, inner]) => [key, without(inner, fields)])) as T;
}
