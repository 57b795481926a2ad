import { affinityFault, repeatedSpread, spreadFault } from '../../src/requirements/scheduling-fault';
import { insideFault } from '../../src/requirements/volume-source';

const spread = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {} };

test.each<[object, string]>([
  [{ ...spread, whenUnsatisfiable: 'ScheduleAnyway', minDomains: 2 }, "is for 'whenUnsatisfiable: DoNotSchedule' alone"],
  [{ ...spread, labelSelector: undefined, matchLabelKeys: ['pod-template-hash'] }, "needs a 'labelSelector'"],
])('refuses the constraint %j, as the API server does', (constraint, reason) => {
  expect(spreadFault(constraint)?.reason).toContain(reason);
});

test.each([{ ...spread, minDomains: 2 }, { ...spread, matchLabelKeys: ['pod-template-hash'] }, { ...spread, labelSelector: undefined, matchLabelKeys: [] }])('accepts the constraint %j', constraint => {
  expect(spreadFault(constraint)).toBeUndefined();
});

test('refuses two constraints for one topology', () => {
  expect(repeatedSpread([spread, { ...spread, maxSkew: 2 }])).toMatchObject({ at: '[1]' });
  expect(repeatedSpread([spread, { ...spread, whenUnsatisfiable: 'ScheduleAnyway' }])).toBeUndefined();
});

test.each<[object, string | undefined]>([
  [{ topologyKey: 'zone', mismatchLabelKeys: ['tier'] }, "needs a 'labelSelector'"],
  [{ topologyKey: 'zone', labelSelector: {}, matchLabelKeys: ['tier'], mismatchLabelKeys: ['tier'] }, "in 'matchLabelKeys' and in 'mismatchLabelKeys'"],
  [{ topologyKey: 'zone', labelSelector: {}, matchLabelKeys: ['tier'], mismatchLabelKeys: ['app'] }, undefined],
])('reads the keys of the pod term %j', (term, reason) => {
  const fault = affinityFault({ podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } });
  if (reason === undefined) expect(fault).toBeUndefined();
  else expect(fault?.reason).toContain(reason);
});

test.each<[string, object, string]>([
  ['csi', {}, "a 'driver'"],
  ['csi', { driver: 'not a driver' }, "a 'driver'"],
  ['nfs', { path: '/x' }, "a 'server'"],
  ['nfs', { server: 'nas', path: 'x' }, "an absolute 'path'"],
  ['ephemeral', {}, "a 'volumeClaimTemplate'"],
  ['ephemeral', { volumeClaimTemplate: { spec: {} } }, "'accessModes'"],
  ['ephemeral', { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'] } } }, "'resources.requests.storage'"],
  ['configMap', { name: 'x', items: [{ path: 'a' }] }, "a 'key'"],
  ['secret', { secretName: 'x', items: [{ key: 'a', path: '../a' }] }, "a relative 'path'"],
  ['downwardAPI', { items: [{ path: '/labels' }] }, "a relative 'path'"],
  ['projected', { sources: ['x'] }, 'an object'],
  ['projected', { sources: [{}] }, 'exactly one source'],
  ['projected', { sources: [{ secret: { name: 'x' }, configMap: { name: 'x' } }] }, 'exactly one source'],
  ['projected', { sources: [{ secret: {} }] }, "a 'name' in the 'secret'"],
  ['projected', { sources: [{ serviceAccountToken: { path: 'token', expirationSeconds: 60 } }] }, "'expirationSeconds'"],
  ['projected', { sources: [{ serviceAccountToken: {} }] }, "a relative 'path'"],
  ['projected', { sources: [{ downwardAPI: { items: [{ path: '..x' }] } }] }, "a relative 'path'"],
  ['projected', { sources: [{ secret: { name: 'x', items: [{ key: 'a', path: 'a' }] } }, { configMap: { name: 'y', items: [{ key: 'b', path: 'a' }] } }] }, "'a' is there twice"],
  ['projected', { sources: [{ serviceAccountToken: { path: 'token' } }, { downwardAPI: { items: [{ path: 'token' }] } }] }, "'token' is there twice"],
  ['ephemeral', { volumeClaimTemplate: { metadata: { name: 'x' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } }, "'labels' and 'annotations' alone"],
])('refuses the volume source %s %j, as the API server does', (source, value, reason) => {
  expect(insideFault(source, value)?.reason).toContain(reason);
});

const late = { produce: () => 'x' };
test.each<[string, object]>([
  ['csi', { driver: 'secrets-store.csi.k8s.io' }],
  ['csi', late],
  ['nfs', { server: 'nas', path: '/x' }],
  ['ephemeral', { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } }],
  ['ephemeral', { volumeClaimTemplate: { spec: late } }],
  ['configMap', { name: 'x', items: [{ key: 'a', path: 'b/a' }, late] }],
  ['projected', { sources: [{ secret: { name: 'x', items: [{ key: 'a', path: 'a' }] } }, { serviceAccountToken: { path: late, expirationSeconds: 3600 } }, { clusterTrustBundle: { path: 'x' } }, late, { configMap: late }] }],
  ['emptyDir', {}],
])('accepts the volume source %s %j', (source, value) => {
  expect(insideFault(source, value)).toBeUndefined();
});
