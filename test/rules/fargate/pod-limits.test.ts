import { FARGATE_POD_LIMIT_RULES } from '../../../src/rules/fargate/pod-limits';
import { APP, check, deployment, EC2, finding, MIXED, object } from '../fixtures';

const CASES: { [rule: string]: { readonly complies: object; readonly breaks: object; readonly place: string } } = {
  'fargate/no-host-path': {
    complies: { containers: [APP], volumes: [{ name: 'sockets', emptyDir: {} }] },
    breaks: { containers: [APP], volumes: [{ name: 'sockets', emptyDir: {} }, { name: 'logs', hostPath: { path: '/var/log' } }] },
    place: "the volume 'logs' is the hostPath '/var/log'",
  },
  'fargate/no-host-network': {
    complies: { containers: [APP], hostNetwork: false },
    breaks: { containers: [APP], hostNetwork: true },
    place: "'hostNetwork' is true",
  },
  'fargate/no-host-port': {
    complies: { containers: [{ ...APP, ports: [{ containerPort: 80, hostPort: 0 }] }] },
    breaks: { containers: [{ ...APP, ports: [{ containerPort: 80 }, { containerPort: 8125, name: 'dogstatsd', hostPort: 8125 }] }] },
    place: "the port 'dogstatsd' of the container 'web' has the hostPort 8125",
  },
  'fargate/no-host-pid': {
    complies: { containers: [APP], shareProcessNamespace: true },
    breaks: { containers: [APP], hostPID: true },
    place: "'hostPID' is true",
  },
  'fargate/no-privileged': {
    complies: { containers: [{ ...APP, securityContext: { privileged: false } }] },
    breaks: { containers: [APP], initContainers: [{ name: 'sysctl', securityContext: { privileged: true } }] },
    place: "the container 'sysctl' is privileged",
  },
  'fargate/no-arm': {
    complies: { containers: [APP], nodeSelector: { 'kubernetes.io/arch': 'amd64', 'pool': 'arm64' }, ...required(['amd64', 'arm64']) },
    breaks: { containers: [APP], nodeSelector: { 'kubernetes.io/arch': 'arm64' } },
    place: 'it chooses nodes of an architecture other than amd64',
  },
  'fargate/no-windows': {
    complies: { containers: [APP], nodeSelector: { 'kubernetes.io/os': 'linux' } },
    breaks: { containers: [APP], os: { name: 'windows' } },
    place: 'its pods are for Windows nodes',
  },
  'fargate/no-device': {
    complies: { containers: [{ ...APP, resources: { requests: { 'cpu': 1, 'hugepages-2Mi': '2Mi' }, limits: { 'nvidia.com/gpu': '0' } } }] },
    breaks: { containers: [{ ...APP, resources: { limits: { 'nvidia.com/gpu': 1 } } }] },
    place: "the container 'web' asks for 'nvidia.com/gpu'",
  },
  'fargate/no-capability': {
    complies: { containers: [{ ...APP, securityContext: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE', 'CHOWN'] } } }] },
    breaks: { containers: [APP], initContainers: [{ name: 'net', securityContext: { capabilities: { add: ['NET_ADMIN'] } } }] },
    place: "the container 'net' adds the capability NET_ADMIN",
  },
  'fargate/no-block-volume': {
    complies: { containers: [APP], volumes: [{ name: 'files', csi: { driver: 'efs.csi.aws.com' } }, { name: 'certs', csi: { driver: 'csi.cert-manager.io' } }] },
    breaks: { containers: [APP], volumes: [{ name: 'data', awsElasticBlockStore: { volumeID: 'vol-1' } }] },
    place: "the volume 'data' is one of EBS",
  },
  'fargate/storage-fits': {
    complies: { containers: [{ ...APP, resources: { requests: { 'ephemeral-storage': '175Gi' } } }] },
    breaks: { containers: [100, 76].map(gib => ({ name: `c${gib}`, resources: { requests: { 'ephemeral-storage': `${gib}Gi` } } })) },
    place: "its containers request more 'ephemeral-storage' than Fargate has",
  },
};

function required(values: string[]) {
  const term = { matchExpressions: [{ key: 'kubernetes.io/arch', operator: 'In', values }] };
  return { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } } } };
}

test.each<[string, string, object]>([
  ['fargate/no-arm', 'a required affinity', { containers: [APP], ...required(['arm64']) }],
  ['fargate/no-device', 'Inferentia', { containers: [{ ...APP, resources: { requests: { 'aws.amazon.com/neuron': '1' } } }] }],
  ['fargate/no-block-volume', 'a volume of a driver', { containers: [APP], volumes: [{ name: 'x', csi: { driver: 'fsx.csi.aws.com' } }] }],
  ['fargate/no-block-volume', 'a volume that is made for the pod', { containers: [APP], volumes: [{ name: 'x', ephemeral: { volumeClaimTemplate: {} } }] }],
])('%s: refuses %s as well', (rule, _, pod) => {
  expect(check(rule, [deployment('shop/web', pod)])).toHaveLength(1);
  expect(check(rule, [deployment('shop/web', pod)], EC2)).toEqual([]);
});

test('every limit is tested here', () => {
  expect(FARGATE_POD_LIMIT_RULES.map(rule => rule.id)).toEqual(Object.keys(CASES));
});

describe.each(Object.entries(CASES))('%s', (rule, { complies, breaks, place }) => {
  test('complies', () => {
    expect(check(rule, [deployment('shop/web', complies)])).toEqual([]);
  });

  test('breaks it', () => {
    const web = deployment('shop/web', breaks);
    expect(check(rule, [web])).toEqual([finding(rule, web, place)]);
  });

  test('holds for pods that a profile takes, where there are nodes as well', () => {
    const web = deployment('shop/web', breaks);
    expect(check(rule, [web, deployment('store/web', breaks)], MIXED)).toEqual([finding(rule, web, place)]);
    expect(check(rule, [web], EC2)).toEqual([]);
  });

  test('means nothing where there are other nodes, and for a DaemonSet, which has a rule of its own', () => {
    expect(check(rule, [deployment('shop/web', breaks)], { complete: true })).toEqual([]);
    expect(check(rule, [object('apps/v1', 'DaemonSet', 'shop/web', { spec: { template: { spec: breaks } } })])).toEqual([]);
  });
});

test('a port without a name is told by its number, and each place on its own', () => {
  const ports = [{ containerPort: 80, hostPort: 8080 }, { containerPort: 443, hostPort: 8443 }];
  const web = deployment('shop/web', { initContainers: [{ name: 'init', ports }] });
  expect(check('fargate/no-host-port', [web]).map(f => f.reason)).toEqual([
    expect.stringContaining("the port 80 of the container 'init' has the hostPort 8080"),
    expect.stringContaining("the port 443 of the container 'init' has the hostPort 8443"),
  ]);
});
