import { violationOf } from './violations';
import { DatadogSite } from '../../src';
import { requireFargateProfile } from '../../src/requirements/fargate-profile';
import { isQualifiedName } from '../../src/requirements/label-key';
import { requireNodeSelector } from '../../src/requirements/node-selector';
import { requirePodLabels } from '../../src/requirements/pod-labels';
import { requireVolumeMounts, requireVolumes } from '../../src/requirements/volumes';

test.each<[string, boolean]>([
  ['team', true], ['acme.example/team', true], ['topology.kubernetes.io/zone', true], ['A_b.c-d', true], ['a'.repeat(63), true],
  ['', false], ['a'.repeat(64), false], ['-team', false], ['team-', false], ['two words', false], ['a/b/c', false], ['/team', false], ['Acme.example/team', false], ['acme.example/', false], ['größe', false],
])("the key '%s' of a label is valid: %s", (key, valid) => expect(isQualifiedName(key)).toBe(valid));

test('keys of labels and of node selectors are refused before Kubernetes refuses them', () => {
  expect(violationOf(() => requireNodeSelector('the runners', { 'a b': 'x' }))).toMatchObject({ rule: 'kubernetes/qualified-name', reason: expect.stringContaining("'a b' in 'nodeSelector' of the runners") });
  expect(violationOf(() => requirePodLabels({ 'a/b/c': 'x' })).rule).toBe('kubernetes/qualified-name');
  expect(requireNodeSelector('the runners', { 'eks.amazonaws.com/nodegroup': 'x' })).toEqual({ 'eks.amazonaws.com/nodegroup': 'x' });
});

test.each<[object[], string]>([
  [[{ name: 'Certs', emptyDir: {} }], 'has no valid name'],
  [[{ emptyDir: {} }], 'has no valid name'],
  [[{ name: 'a'.repeat(64), emptyDir: {} }], 'has no valid name'],
  [[{ name: 'certs', emptyDir: {}, secret: { secretName: 'x' } }], "the volume 'certs' of the node Agents has 2 sources (emptyDir, secret)"],
])('the volumes %j are refused', (volumes, reason) => {
  expect(violationOf(() => requireVolumes('the node Agents', volumes))).toMatchObject({ rule: 'kubernetes/volume', reason: expect.stringContaining(reason) });
});

test('volumes with one source, and without one, are taken', () => {
  const volumes = [{ name: 'certs', secret: { secretName: 'x' }, emptyDir: undefined }, { name: 'tmp' }];
  expect(requireVolumes('the node Agents', volumes)).toBe(volumes);
});

test.each(['etc/certs', '', './certs', '/etc:certs', undefined])('the mount path %j is refused', mountPath => {
  expect(violationOf(() => requireVolumeMounts('the runners', [{ name: 'certs', mountPath }])).rule).toBe('kubernetes/volume');
});

test('full paths are taken', () => {
  const mounts = [{ name: 'certs', mountPath: '/etc/certs' }];
  expect(requireVolumeMounts('the runners', mounts)).toBe(mounts);
});

const profile = (name: string, selectors: any[]) => ({ name, selectors });
test.each([
  profile("x' || `true`", [{ namespace: 'shop' }]), profile('{{ request.userInfo }}', [{ namespace: 'shop' }]), profile('a'.repeat(64), [{ namespace: 'shop' }]),
  profile('shop', [{ namespace: 'Shop' }]), profile('shop', [{ namespace: 'shop', labels: { 'a b': 'x' } }]), profile('shop', [{ namespace: 'shop', labels: { team: 'two words' } }]),
])('the Fargate profile %j is refused', given => {
  expect(violationOf(() => requireFargateProfile(given)).rule).toBe('platform/fargate-profile');
});

test('selectors of Fargate profiles may have wildcards', () => {
  const given = profile('shop_1', [{ namespace: 'shop-*', labels: { 'acme.example/run': 'f?rgate*' } }]);
  expect(requireFargateProfile(given)).toBe(given);
});

test.each([
  ['datadoghq.con', "Write 'datadoghq.com'"], ['us3.datadoghq.eu.com', "Write 'us3.datadoghq.com'"], ['app.datadoghq.eu', "Write 'datadoghq.eu'"], ['api.us5.datadoghq.com', "Write 'us5.datadoghq.com'"],
  ['process.datadoghq.com', "Write 'datadoghq.com'"],
])('the site %s is refused', (domain, remedy) => {
  expect(violationOf(() => DatadogSite.custom(domain))).toMatchObject({ rule: 'datadog/site-is-a-domain', remedy: expect.stringContaining(remedy) });
});

test.each(['datadoghq.eu', 'us6.datadoghq.com', 'intake.acme.example'])('the site %s is taken', domain => {
  expect(DatadogSite.custom(domain).domain).toBe(domain);
});
