import type { PodSpec } from 'kubernetes-types/core/v1';
import { NODE_POD, PLAIN_POD } from './pods';
import { Constraints, refusals } from '../../../src/manifest/security-context-constraints';
import { constraintManifests } from '../../../src/render/openshift/security-context-constraints';

const of = (pod: PodSpec, kubernetesVersion = '1.31'): any[] => constraintManifests({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'datadog-agent', namespace: 'datadog', labels: { app: 'a' } },
  spec: { template: { spec: pod } },
}, kubernetesVersion);

const refusedBy = (constraints: Constraints, pod: PodSpec) => refusals(constraints, pod, 'projected');

test('a pod that every account may run gets none', () => {
  expect(of(PLAIN_POD)).toEqual([]);
});

test('constraints, and a role to use them for one account in its namespace', () => {
  const [constraints, role, binding, ...more] = of(NODE_POD);
  expect(more).toEqual([]);
  expect(constraints).toEqual({
    apiVersion: 'security.openshift.io/v1',
    kind: 'SecurityContextConstraints',
    metadata: { name: 'datadog-datadog-agent', labels: { app: 'a' } },
    priority: 0,
    allowHostDirVolumePlugin: true,
    allowHostIPC: false,
    allowHostNetwork: false,
    allowHostPID: true,
    allowHostPorts: true,
    allowPrivilegeEscalation: true,
    allowPrivilegedContainer: false,
    allowedCapabilities: ['CHOWN', 'DAC_OVERRIDE', 'SYS_ADMIN'],
    defaultAddCapabilities: [],
    requiredDropCapabilities: ['ALL'],
    readOnlyRootFilesystem: true,
    fsGroup: { type: 'MustRunAs' },
    runAsUser: { type: 'MustRunAs', uid: 0 },
    seLinuxContext: { type: 'MustRunAs', seLinuxOptions: { user: 'system_u', role: 'system_r', type: 'spc_t', level: 's0' } },
    seccompProfiles: ['runtime/default', 'localhost/system-probe'],
    supplementalGroups: { type: 'RunAsAny' },
    volumes: ['configMap', 'emptyDir', 'hostPath', 'projected'],
    users: [],
    groups: [],
  });
  expect(role).toMatchObject({
    kind: 'Role',
    metadata: { name: 'datadog-agent-scc', namespace: 'datadog' },
    rules: [{ apiGroups: ['security.openshift.io'], resources: ['securitycontextconstraints'], resourceNames: ['datadog-datadog-agent'], verbs: ['use'] }],
  });
  expect(binding).toMatchObject({
    kind: 'RoleBinding',
    metadata: { namespace: 'datadog' },
    roleRef: { kind: 'Role', name: 'datadog-agent-scc' },
    subjects: [{ kind: 'ServiceAccount', name: 'datadog-node-agent', namespace: 'datadog' }],
  });
});

test('they take the pod', () => {
  expect(refusedBy(of(NODE_POD)[0], NODE_POD)).toEqual([]);
});

/** One thing less each. */
const TIGHTER: Array<[field: string, value: any, refused: string[]]> = [
  ['allowHostDirVolumePlugin', false, ['a volume of the type hostPath']],
  ['allowHostPID', false, ['hostPID']],
  ['allowHostPorts', false, ['host ports']],
  ['allowPrivilegeEscalation', false, ['allowPrivilegeEscalation']],
  ['allowedCapabilities', ['CHOWN', 'DAC_OVERRIDE'], ['the capability SYS_ADMIN']],
  ['runAsUser', { type: 'MustRunAsNonRoot' }, ['runAsUser 0']],
  ['runAsUser', { type: 'MustRunAsRange' }, ['runAsUser 0']],
  ['seccompProfiles', ['runtime/default'], ['the seccomp profile localhost/system-probe']],
  ...['configMap', 'emptyDir', 'hostPath', 'projected'].map((type): [string, any, string[]] => [
    'volumes', ['configMap', 'emptyDir', 'hostPath', 'projected'].filter(t => t !== type), [`a volume of the type ${type}`],
  ]),
];

test.each(TIGHTER)('with %s %j they would not: nothing is granted that is not used', (field, value, refused) => {
  expect(refusedBy({ ...of(NODE_POD)[0], [field]: value }, NODE_POD)).toEqual(refused);
});

test('what the pod does not ask for is not granted', () => {
  const pod: PodSpec = { ...PLAIN_POD, volumes: [{ name: 'certs', hostPath: { path: '/etc/etcd/ca.crt' } }], automountServiceAccountToken: false };
  expect(of(pod)[0]).toMatchObject({
    allowHostDirVolumePlugin: true,
    allowHostPID: false,
    allowHostPorts: false,
    allowHostNetwork: false,
    allowPrivilegeEscalation: false,
    allowedCapabilities: [],
    requiredDropCapabilities: ['ALL'],
    readOnlyRootFilesystem: false,
    volumes: ['hostPath'],
    seccompProfiles: ['runtime/default'],
    // Files of the host have labels that no other type may read.
    seLinuxContext: { type: 'MustRunAs', seLinuxOptions: { type: 'spc_t' } },
  });
});

test.each<[what: string, pod: Partial<PodSpec>, granted: object]>([
  ['a uid', { securityContext: { runAsUser: 100 } }, { runAsUser: { type: 'MustRunAs', uid: 100 } }],
  ['several uids', { securityContext: {}, containers: [{ name: 'a', securityContext: { runAsUser: 1 } }, { name: 'b', securityContext: { runAsUser: 2 } }] }, { runAsUser: { type: 'RunAsAny' } }],
  ['a group for volumes', { securityContext: { fsGroup: 7 } }, { fsGroup: { type: 'MustRunAs', ranges: [{ min: 7, max: 7 }] } }],
  ['the network of the host, where every port is one of the host', { hostNetwork: true, containers: [{ name: 'a', ports: [{ containerPort: 1 }] }] }, { allowHostNetwork: true, allowHostPorts: true }],
  ['a privileged container', { containers: [{ name: 'a', securityContext: { privileged: true } }] }, { allowPrivilegedContainer: true }],
  ['an SELinux type', { hostPID: true, securityContext: { seLinuxOptions: { type: 'x_t' } } }, { seLinuxContext: { type: 'MustRunAs', seLinuxOptions: { type: 'x_t' } } }],
  ['no seccomp', { hostPID: true, securityContext: { seccompProfile: { type: 'Unconfined' } } }, { seccompProfiles: ['runtime/default', 'unconfined'] }],
])('%s', (_, given, granted) => {
  const pod = { ...PLAIN_POD, ...given };
  const [constraints] = of(pod);
  expect(constraints).toMatchObject(granted);
  expect(refusedBy(constraints, pod)).toEqual([]);
});

test('before Kubernetes 1.21, the token is a Secret', () => {
  const [constraints] = of(NODE_POD, '1.11');
  expect(constraints.volumes).toEqual(['configMap', 'emptyDir', 'hostPath', 'secret']);
  expect(refusals(constraints, NODE_POD, 'secret')).toEqual([]);
});

test('a pod that looks at nothing of the host is in no domain of it', () => {
  const pod: PodSpec = { containers: [{ name: 'a', ports: [{ containerPort: 1, hostPort: 1 }] }] };
  const [constraints, , binding] = of(pod);
  expect(constraints.seLinuxContext).toEqual({ type: 'MustRunAs' });
  expect(constraints.requiredDropCapabilities).toEqual([]);
  expect(binding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'default', namespace: 'datadog' }]);
});
