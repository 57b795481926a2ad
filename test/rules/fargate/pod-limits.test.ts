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
};

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
