import { App, JsonPatch } from 'cdk8s';
import { DatadogCredentials, DatadogOperatorChart, DatadogOperatorChartProps, Platform } from '../../src';
import { readYaml } from '../read-yaml';
import { violationOf } from '../requirements/violations';

const SECRET = DatadogCredentials.unsafeLiteral({ apiKey: 'api-key-value', token: 'token-value-of-32-characters----' });

function program(props: Partial<DatadogOperatorChartProps> = {}) {
  const app = new App();
  const datadog = new DatadogOperatorChart(app, 'datadog', { platform: Platform.eksFargate(), clusterName: 'prod-tokyo', credentials: SECRET, ...props });
  const written = (): any[] => readYaml(app.synthYaml());
  return { datadog, written, agent: () => written().find(({ kind }) => kind === 'DatadogAgent') };
}

test('the app has a DatadogAgent in the place of pods and roles', () => {
  const { datadog, written } = program();
  const kinds = written().map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['DatadogAgent', 'Namespace', 'Secret']));
  expect(kinds.filter(kind => ['Deployment', 'DaemonSet', 'ClusterRole', 'ServiceAccount'].includes(kind))).toEqual([]);
  expect(datadog.summary()).toMatch(/made by the Datadog Operator, in its own form:\n(.*\n)* {4}Deployment: 2/);
});

test('what is added later reaches it', () => {
  const { datadog, agent, written } = program();
  const volumes = () => (agent().spec.override.clusterAgent.volumes ?? []).map((v: any) => v.configMap?.name);
  const before = volumes();
  datadog.clusterAgent.addClusterCheck({ name: 'http_check', instances: [{ name: 'shop', url: 'http://shop/' }] });
  expect(volumes()).toEqual([...before, 'datadog-cluster-agent-confd']);
  const configMap = written().find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'datadog-cluster-agent-confd');
  expect(Object.keys(configMap.data).join()).toContain('http_check');
});

test('checks of a control plane bring a role for the account that the Operator makes', () => {
  const { written } = program({ platform: Platform.kubeadm(), controlPlane: {} });
  const binding = written().find(({ kind, metadata }) => kind === 'ClusterRoleBinding' && metadata.name === 'datadog-node-agent-added-checks');
  expect(binding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'datadog-node-agent', namespace: 'datadog' }]);
  expect(written().find(({ kind }) => kind === 'DatadogAgent').spec.override.nodeAgent.serviceAccountName).toBe('datadog-node-agent');
});

test('a patch on it is the last word', () => {
  const { datadog, agent } = program();
  datadog.datadogAgent.addJsonPatch(JsonPatch.add('/spec/global/env', [{ name: 'DD_X', value: 'y' }]));
  expect(agent().spec.global.env).toEqual([{ name: 'DD_X', value: 'y' }]);
});

test('a second synthesis gives the same', () => {
  const { agent } = program({ platform: Platform.openShift4(), controlPlane: {} });
  expect(agent()).toEqual(agent());
});

test('it is refused where the Operator has no field for an option', () => {
  const refused = violationOf(() => program({ platform: Platform.eks(), nodeAgent: { minReadySeconds: 5 } }));
  expect(refused).toMatchObject({ rule: 'operator/has-field', reason: expect.stringContaining("'nodeAgent.minReadySeconds'") });
});

test('it shows no value of literal credentials', () => {
  const text = JSON.stringify(program().agent());
  expect(['api-key-value', 'token-value-of-32-characters----'].filter(value => text.includes(value))).toEqual([]);
});
