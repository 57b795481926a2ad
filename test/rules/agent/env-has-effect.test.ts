import { ENV_NEEDS } from '../../../src/facts/env-needs';
import { envHasEffect } from '../../../src/rules/agent/env-has-effect';
import { check, deployment, EC2, env, finding, instrumented, nodeAgent, object } from '../fixtures';

const RULE = 'agent/env-has-effect';
const COMPONENT = 'agent.datadoghq.com/component';
const onNodes = (vars: any, pod: any = {}) => {
  const { containers = [], ...rest } = pod;
  return nodeAgent('datadog/datadog-agent', { containers: [{ name: 'agent', env: env(vars) }, ...containers], ...rest });
};
const clusterAgent = (vars: any, container: any = {}, pod: any = {}) =>
  deployment('datadog/datadog-cluster-agent', { containers: [{ name: 'cluster-agent', env: env(vars), ...container }], ...pod }, { [COMPONENT]: 'cluster-agent' });

/** Everything that any of the features needs. */
const EVERYTHING = {
  hostPID: true,
  volumes: [{ name: 'root', hostPath: { path: '/' } }],
  containers: [
    { name: 'probe', command: ['/opt/datadog-agent/embedded/bin/system-probe', '--config=/etc/x.yaml'], volumeMounts: [{ name: 'root', mountPath: '/host/root' }] },
    { name: 'security-agent' }, { name: 'otel-agent' },
  ],
};

test.each(ENV_NEEDS.map(fact => [fact.env, fact] as const))('warns of %s on a node Agent that lacks what it needs', (name, fact) => {
  const lacking = onNodes({ [name]: 'true' });
  expect(check(RULE, [lacking], EC2)).toEqual([finding(RULE, lacking, `the env var ${name} of the container 'agent' switches on ${fact.name}, which needs `)]);
  expect(check(RULE, [onNodes({ [name]: '1' }, EVERYTHING)], EC2)).toEqual([]);
  expect(check(RULE, [onNodes({ [name]: 'false' }), onNodes({ [name]: { fieldRef: { fieldPath: 'spec.nodeName' } } })], EC2)).toEqual([]);
  expect(envHasEffect.severity).toBe('warning');
});

test('names all that is missing, and takes a folder above', () => {
  const lacking = onNodes({ DD_RUNTIME_SECURITY_CONFIG_ENABLED: 'true' });
  expect(check(RULE, [lacking], EC2)).toEqual([finding(RULE, lacking, 'needs a container that runs the system-probe, the folder / of the node and hostPID: true, so it has no effect')]);
  const varLib = { volumes: [{ name: 'lib', hostPath: { path: '/var/lib' } }], containers: [{ name: 'x', volumeMounts: [{ name: 'lib', mountPath: '/host/var/lib' }] }] };
  expect(check(RULE, [onNodes({ DD_SBOM_ENABLED: 'true' }, varLib)], EC2)).toEqual([]);
  const unmounted = onNodes({ DD_SBOM_ENABLED: 'true' }, { ...varLib, containers: [] });
  expect(check(RULE, [unmounted], EC2)).toEqual([finding(RULE, unmounted, 'the folder /var/lib/containerd or ')]);
});

test('warns of a sidecar, but for what is an error there already', () => {
  const sidecar = instrumented('shop/web', { env: { DD_SBOM_ENABLED: 'true', DD_SYSTEM_PROBE_CONFIG_ENABLE_OOM_KILL: 'true' } });
  expect(check(RULE, [sidecar])).toEqual([finding(RULE, sidecar, 'DD_SBOM_ENABLED')]);
  const ebpfless = instrumented('shop/web', { env: { DD_RUNTIME_SECURITY_CONFIG_ENABLED: 'true', DD_RUNTIME_SECURITY_CONFIG_EBPFLESS_ENABLED: 'true' } });
  expect(check(RULE, [ebpfless])).toEqual([]);
});

test("says nothing of an application's own env vars", () => {
  expect(check(RULE, [deployment('shop/web', { containers: [{ name: 'web', env: env({ DD_SBOM_ENABLED: 'true' }) }] })], EC2)).toEqual([]);
});

test('warns of a Cluster Agent that may not list what it is to judge', () => {
  const lacking = clusterAgent({ DD_COMPLIANCE_CONFIG_ENABLED: 'true' });
  expect(check(RULE, [lacking], EC2)).toEqual([finding(RULE, lacking, 'needs the permission to list rolebindings')]);
  const role = object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'compliance', { rules: [{ apiGroups: ['rbac.authorization.k8s.io'], resources: ['rolebindings'], verbs: ['list', 'watch'] }] });
  expect(check(RULE, [lacking, role], EC2)).toEqual([]);
  const collector = clusterAgent({ DD_OTELCOLLECTOR_ENABLED: 'true' });
  expect(check(RULE, [collector], EC2)).toEqual([finding(RULE, collector, 'needs an Agent on a node, and the Cluster Agent is none')]);
});

describe('a secret backend', () => {
  const READER = { DD_SECRET_BACKEND_COMMAND: '/readsecret_multiple_providers.sh' };
  const role = (kind: string, rules: any[]) => object('rbac.authorization.k8s.io/v1', kind, 'datadog/reader', { rules });

  test('needs its program in the image or in a volume', () => {
    const lacking = clusterAgent({ DD_SECRET_BACKEND_COMMAND: '/secrets/read' });
    expect(check(RULE, [lacking], EC2)).toEqual([finding(RULE, lacking, "names the program '/secrets/read', which is not in the image and not in a volume")]);
    expect(check(RULE, [clusterAgent({ DD_SECRET_BACKEND_COMMAND: '/secrets/read' }, { volumeMounts: [{ name: 'x', mountPath: '/secrets' }] })], EC2)).toEqual([]);
    expect(check(RULE, [clusterAgent({ DD_SECRET_BACKEND_COMMAND: '/readsecret.sh' })], EC2)).toEqual([]);
  });

  test.each([READER, { DD_SECRET_BACKEND_TYPE: 'k8s.secrets' }])('needs a permission or a mounted Secret: %j', vars => {
    const lacking = onNodes(vars);
    expect(check(RULE, [lacking], EC2)).toEqual([finding(RULE, lacking, "no Role or ClusterRole of the app grants 'get' on Secrets")]);
    expect(check(RULE, [lacking, role('Role', [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['db'], verbs: ['get'] }])], EC2)).toEqual([]);
    const mounted = clusterAgent(vars, { volumeMounts: [{ name: 'db', mountPath: '/db' }] }, { volumes: [{ name: 'db', secret: { secretName: 'db' } }] });
    expect(check(RULE, [mounted], EC2)).toEqual([]);
  });

  test('says nothing of other types', () => {
    expect(check(RULE, [onNodes({ DD_SECRET_BACKEND_TYPE: 'file.yaml' })], EC2)).toEqual([]);
  });
});
