import { components } from './components';
import { ClusterDescription } from '../../src/model/cluster-description';
import { checksum } from '../../src/render/checksum';

test('a checksum is the same from run to run, whatever the order of the keys', () => {
  expect(checksum({ a: '1', b: '2' })).toBe(checksum({ b: '2', a: '1' }));
  expect(checksum({})).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test.each<[string, { [key: string]: string }, { [key: string]: string }]>([
  ['a value', { a: '1' }, { a: '2' }],
  ['a key', { a: '1' }, { b: '1' }],
  ['what is key and what is value', { a: 'b', c: 'd' }, { ab: '', cd: '' }],
  ['where one value ends', { a: '1b', b: '' }, { a: '1', b: 'b' }],
  ['one more', { a: '1' }, { a: '1', b: '' }],
])('%s changes it', (_, before, after) => {
  expect(checksum(before)).not.toBe(checksum(after));
});

describe('of the check files, on the pods that read them', () => {
  const render = (description?: Partial<ClusterDescription>) => {
    const manifests = components(description);
    const clusterAgent = manifests.find(m => m.kind === 'Deployment' && m.metadata?.name === 'datadog-cluster-agent')!;
    return {
      sum: clusterAgent.spec.template.metadata.annotations['checksum/confd'],
      files: JSON.stringify(manifests.find(m => m.kind === 'ConfigMap')?.data),
    };
  };
  const before = render();

  test.each<[string, boolean, Partial<ClusterDescription>]>([
    ['a collector more', true, { features: { kubeStateMetrics: { collectSecrets: true } } }],
    ['no events', true, { features: { events: { enabled: false } } }],
    ['no kube-state-metrics', true, { features: { kubeStateMetrics: { enabled: false } } }],
    ['neither', true, { features: { events: { enabled: false }, kubeStateMetrics: { enabled: false } } }],
    ['nobody else to run the check', true, { clusterCheckRunners: { enabled: false } }],
    ['an Agent without the newest collectors', true, { agentVersion: '7.71.0' }],
    ['an Agent with the same collectors', false, { agentVersion: '7.81.2' }],
    ['other tags', false, { tags: { env: 'prod' } }],
    ['other sizes', false, { clusterAgent: { cpu: '1', replicas: 3 } }],
    ['another site', false, { site: 'datadoghq.eu' }],
  ])('with %s it changes: %s', (_, changes, description) => {
    const after = render(description);
    expect(after.files !== before.files).toBe(changes);
    expect(after.sum !== before.sum).toBe(changes);
  });
});
