import { delivered } from './full-models';
import { DELIVERIES } from '../../../src/facts/deliveries';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { DeliveredCluster } from '../../../src/parts/delivered-cluster';
import { helmValues } from '../../../src/render/helm-values/values';
import { datadogAgent } from '../../../src/render/operator/datadog-agent';
import { LIMITS } from '../../../src/render/operator/limits';
import { violationOf } from '../../requirements/violations';

const nodes = { fact: PLATFORMS.eks };
const more = [{ name: 'more', emptyDir: {} }];
const twice = { volumes: more, volumeMounts: [{ name: 'more', mountPath: '/a' }, { name: 'more', mountPath: '/b' }] };
const once = { volumes: more, volumeMounts: [{ name: 'more', mountPath: '/a' }] };
const agentImage = 'registry.datadoghq.com/agent:7.81.1';
const script = { name: 'copy', image: agentImage, command: ['bash', '-c'], args: ['true'] };

type Case = readonly [option: string, others: string, wrong: DeliveredCluster, right: DeliveredCluster];
const of = (description: Partial<ClusterDescription>, parts: Partial<DeliveredCluster> = {}) => delivered({ platform: nodes, ...description }, parts);

const CASES: readonly Case[] = [
  ['nodeAgent.minReadySeconds', '', of({ nodeAgent: { minReadySeconds: 1 } }), of({})],
  [
    'clusterCheckRunners.enabled', '',
    of({ clusterCheckRunners: { enabled: true }, features: { clusterChecks: { enabled: false } } }),
    of({ clusterCheckRunners: { enabled: true } }),
  ],
  ['clusterAgent.volumeMounts', 'DatadogHelmChart', of({ clusterAgent: twice }), of({ clusterAgent: once })],
  [
    'clusterCheckRunners.volumeMounts', 'DatadogHelmChart',
    of({ clusterCheckRunners: { enabled: true, ...twice } }),
    of({ clusterCheckRunners: { enabled: true, ...once } }),
  ],
  ['nodeAgent.volumeMounts', 'DatadogHelmChart', of({ nodeAgent: twice }), of({ nodeAgent: once })],
  ['labels', 'DatadogHelmChart', of({}, { labels: { 'datadoghq.com/team': 'a' } }), of({}, { labels: { 'example.com/team': 'a' } })],
  ['labels', '', of({}, { labels: { 'app.kubernetes.io/part-of': 'a' } }), of({}, { labels: { 'app.kubernetes.io/owner': 'a' } })],
  [
    'init containers of the node Agents', '',
    of({}, { nodeParts: [{ initContainers: [{ ...script, image: 'busybox' }] }] }),
    of({}, { nodeParts: [{ initContainers: [script] }] }),
  ],
  [
    'containers of the node Agents', '',
    of({}, { nodeParts: [{ containers: ['system-probe'] }] }),
    of({ features: { networkMonitoring: { enabled: true } } }, { nodeParts: [{ containers: ['system-probe'] }] }),
  ],
];

test.each(CASES)('%s', (option, others, wrong, right) => {
  const { rule, reason, remedy, link } = violationOf(() => datadogAgent(wrong));
  expect(rule).toBe('operator/has-field');
  expect(reason).toContain(`'${option}'`);
  expect(remedy).toContain('DatadogChart');
  expect(remedy.includes('DatadogHelmChart')).toBe(others !== '');
  expect(link).toMatch(/^https:/);
  expect(() => datadogAgent(right)).not.toThrow();
  // Whom the remedy names, that one does take it.
  if (others !== '') expect(() => helmValues({ ...wrong, model: { ...wrong.model, delivery: DELIVERIES.helm } })).not.toThrow();
});

test('every limit has a case', () => {
  expect(LIMITS.map(({ option }) => option).filter(option => !CASES.some(([known]) => known === option))).toEqual([]);
});

test.each([
  ['a name', 'confd', '/mine', 'the pod has a volume'],
  ['a path', 'mine', '/etc/datadog-agent/certificates', 'the container has something mounted'],
])('a volume with %s of the Operator\'s would take its place', (_, name, mountPath, words) => {
  const clusterAgent = { volumes: [{ name, emptyDir: {} }], volumeMounts: [{ name, mountPath }] };
  const { rule, reason } = violationOf(() => datadogAgent(of({ clusterAgent })));
  expect(rule).toBe('kubernetes/volumes-are-unique');
  expect(reason).toContain(words);
});
