import { Platform } from '../../src';
import { PlatformFact } from '../../src/facts/platforms/platform-fact';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { program, synthesize } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

const ROWS: readonly PlatformFact[] = Object.values(PLATFORMS);
const IDS = ROWS.map(row => row.id);

test('ids are words with hyphens, each once, and so are the names', () => {
  for (const id of IDS) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  expect(new Set(IDS).size).toBe(IDS.length);
  expect(new Set(ROWS.map(row => row.name)).size).toBe(IDS.length);
  expect(IDS).not.toContain('custom');
});

test.each(ROWS.map(row => [row.id, row] as const))('%s: a chart for the platform of that id', (id, row) => {
  const platform = Platform.of(id);
  expect(platform).toMatchObject({ name: row.name, kubernetesVersion: row.oldestKubernetes });
  const { app, datadog } = program({ platform });
  const kinds = new Set(synthesize(app).map(m => m.kind));
  expect(kinds.has('DaemonSet')).toBe(row.nodes);
  expect(kinds.has('Deployment')).toBe(true);
  expect(datadog.summary()).toContain('objects:');
});

test.each<[id: string, options: any, platform: Platform]>([
  ['kubeadm', { kubernetesVersion: '1.36', serviceCidr: '10.96.0.0/16' }, Platform.kubeadm({ kubernetesVersion: '1.36', serviceCidr: '10.96.0.0/16' })],
  ['rke2', undefined, Platform.rke2()],
  ['openshift-3', {}, Platform.openShift3()],
  ['eks-fargate', { kubernetesVersion: '1.35' }, Platform.eksFargate({ kubernetesVersion: '1.35' })],
])('%s with %j is what its own method gives', (id, options, platform) => {
  expect(Platform.of(id, options)._description).toEqual(platform._description);
});

test.each<any>(['EKS', 'openShift4', '', 'custom', 'toString'])('%j is no id', id => {
  expect(violationOf(() => Platform.of(id))).toMatchObject({
    rule: 'platform/is-known',
    reason: `${JSON.stringify(id)} is the id of no platform that the library knows: ${IDS.join(', ')}`,
    remedy: 'Write one of them, or describe the cluster with Platform.custom(...)',
  });
});

test.each<any>([undefined, null, 4])('%j is no text', id => {
  expect(violationOf(() => Platform.of(id)).rule).toBe('options/types');
});

test('a range of Services that is none', () => {
  expect(violationOf(() => Platform.of('kubeadm', { serviceCidr: '10.96.0.0' })).rule).toBe('platform/service-cidr');
});
