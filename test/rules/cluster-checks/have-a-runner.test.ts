import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { Manifest } from '../../../src/manifest/manifest';
import { APP, check, deployment, EC2, env, finding, object, remedies } from '../fixtures';

const RULE = 'cluster-checks/have-a-runner';
const CLUSTER_AGENT = withEnv('datadog/datadog-cluster-agent', { DD_CLUSTER_CHECKS_ENABLED: 'true' });

function withEnv(fullName: string, vars: { [name: string]: string }) {
  return deployment(fullName, { containers: [{ name: 'agent', env: env(vars) }] });
}

function runners(providers: string): Manifest {
  return withEnv('datadog/datadog-clusterchecks', { DD_EXTRA_CONFIG_PROVIDERS: providers });
}

test.each(['clusterchecks', 'endpointschecks clusterchecks'])("with '%s' among the providers of a workload", providers => {
  expect(check(RULE, [CLUSTER_AGENT, runners(providers)])).toEqual([]);
});

test("without it, also where there are providers for the Cluster Agent's own use", () => {
  expect(check(RULE, [CLUSTER_AGENT, runners('kube_endpoints kube_services clusterchecks_not')])).toEqual([
    finding(RULE, CLUSTER_AGENT, "no workload has 'clusterchecks' in DD_EXTRA_CONFIG_PROVIDERS"),
  ]);
});

test('runners scaled to nothing, and runners in a DaemonSet, do not run on Fargate', () => {
  const { metadata, spec } = runners('clusterchecks');
  expect(check(RULE, [CLUSTER_AGENT, { ...runners('clusterchecks'), spec: { ...spec, replicas: 0 } }])).toHaveLength(1);
  expect(check(RULE, [CLUSTER_AGENT, object('apps/v1', 'DaemonSet', 'datadog/agents', { metadata, spec })])).toHaveLength(1);
});

test('a Cluster Agent without cluster checks needs none', () => {
  expect(check(RULE, [withEnv('datadog/datadog-cluster-agent', { DD_CLUSTER_CHECKS_ENABLED: 'false' })])).toEqual([]);
});

test('on nodes, node Agents run them too', () => {
  const { metadata, spec } = runners('clusterchecks endpointschecks');
  expect(check(RULE, [CLUSTER_AGENT, object('apps/v1', 'DaemonSet', 'datadog/agents', { metadata, spec })], EC2)).toEqual([]);
  expect(check(RULE, [CLUSTER_AGENT], EC2)).toHaveLength(1);
});

test('on an unknown platform, or with other manifests beside them, nobody can tell', () => {
  expect(check(RULE, [CLUSTER_AGENT], { complete: true })).toEqual([]);
  expect(check(RULE, [CLUSTER_AGENT], { platform: PLATFORMS.eksFargate })).toEqual([]);
});

test('another container of the pod, on either side', () => {
  const beside = ({ spec: { template }, ...rest }: Manifest) =>
    ({ ...rest, spec: { template: { ...template, spec: { containers: [APP, ...template.spec.containers] } } } }) as Manifest;
  expect(check(RULE, [CLUSTER_AGENT, beside(runners('clusterchecks'))])).toEqual([]);
  expect(check(RULE, [beside(CLUSTER_AGENT)])).toHaveLength(1);
});

test('node Agents are in the remedy where there are nodes', () => {
  expect(remedies(RULE, [CLUSTER_AGENT])).toEqual(['Leave the cluster check runners of DatadogChart on, or turn cluster checks off']);
  expect(remedies(RULE, [CLUSTER_AGENT], EC2)).toEqual(['Leave the cluster check runners or the node Agents of DatadogChart on, or turn cluster checks off']);
});
