import { delivered, deliveredPart } from './delivered';
import { fullModels } from './full-models';
import { HELM_VALUES } from '../../../src/facts/helm-chart';
import { helmKeys } from '../../../src/features/deliveries';
import { HELM_KEYS } from '../../../src/render/deliveries/helm-keys';
import { helmValues } from '../../../src/render/helm-values/values';
import { byPosition, clusterModel, leaves } from '../models';

const KEYS: readonly string[] = [...Object.values(HELM_VALUES).flatMap(({ keys }): readonly string[] => keys), ...helmKeys()];

/** Keys that no option changes: their values are the same for every cluster that has them. */
const FIXED: readonly string[] = [
  'clusterAgent.containers.clusterAgent.securityContext', 'clusterAgent.containers.initContainers.securityContext',
  'clusterAgent.enabled', 'fullnameOverride', 'datadog.kubeStateMetricsEnabled', 'datadog.leaderElection', 'datadog.operator.enabled',
];

/** Keys that only constructs write, and none that an option of the charts makes today. */
const OF_PARTS: readonly string[] = ['agent', 'traceAgent', 'systemProbe'].map(container => `agents.containers.${container}.ports`);

const keyOf = (path: string) => KEYS.find(key => path.slice(1) === key || path.startsWith(`.${key}.`) || path.startsWith(`.${key}[`));

test('every key that is written is one of the chart, and comes of an option or is fixed', () => {
  const covered = new Set(Object.values(HELM_KEYS).flat().map(key => key.replace(/\[.*$/, '')));
  const clusters = [...[...fullModels(), clusterModel()].map(model => delivered(model, { labels: { owner: 'x' } })), deliveredPart()];
  const written = new Set(clusters.flatMap(cluster => [...leaves(helmValues(cluster), byPosition).keys()].map(keyOf)));
  expect([...written].filter(key => key === undefined)).toEqual([]);
  expect([...written].filter(key => !covered.has(key!) && ![...FIXED, ...OF_PARTS].includes(key!))).toEqual([]);
  expect(FIXED.filter(key => covered.has(key) || !written.has(key))).toEqual([]);
  expect([...covered].filter(key => !KEYS.includes(key))).toEqual([]);
});

test('every key that is known to the chart is written for some cluster', () => {
  const covered = new Set([...Object.values(HELM_KEYS).flat().map(key => key.replace(/\[.*$/, '')), ...FIXED, ...OF_PARTS]);
  expect(KEYS.filter(key => !covered.has(key))).toEqual([]);
});
