import { App, Chart } from 'cdk8s';
import { ClusterAgentStandalone, DatadogCredentials } from '../../src';
import { CLUSTER, find, inventory, synthesisErrors, synthesize } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

function standalone(props: Partial<ConstructorParameters<typeof ClusterAgentStandalone>[2]> = {}, namespace?: string) {
  const app = new App();
  const chart = new Chart(app, 'datadog', { namespace });
  return { app, clusterAgent: new ClusterAgentStandalone(chart, 'agent', { ...CLUSTER, credentials: DatadogCredentials.existingSecret(), ...props }) };
}

test('says where it is', () => {
  const { clusterAgent } = standalone({ namespace: 'monitoring' });
  expect(clusterAgent).toMatchObject({
    url: 'https://datadog-cluster-agent.monitoring.svc.cluster.local:5005', serviceName: 'datadog-cluster-agent', namespace: 'monitoring',
  });
});

test('the Service answers at that address, and selects its pods', () => {
  const { app } = standalone({ namespace: 'monitoring' });
  const manifests = synthesize(app);
  const service = find(manifests, 'Service', 'datadog-cluster-agent', 'monitoring');
  const { template } = find(manifests, 'Deployment', 'datadog-cluster-agent').spec;
  expect(service.spec.ports).toEqual([{ name: 'agentport', port: 5005, targetPort: 'agentport', protocol: 'TCP' }]);
  expect(template.spec.containers[0].ports).toContainEqual({ name: 'agentport', containerPort: 5005, protocol: 'TCP' });
  expect(template.metadata.labels).toMatchObject(service.spec.selector);
  const runners = find(manifests, 'Deployment', 'datadog-clusterchecks').spec.template.metadata.labels;
  expect(runners).not.toMatchObject(service.spec.selector);
});

test('everything namespaced is in its namespace, whatever the chart says', () => {
  const { app } = standalone({ namespace: 'monitoring' }, 'of-the-chart');
  for (const { kind, metadata } of synthesize(app)) {
    expect([kind, metadata.namespace]).toEqual([kind, kind.startsWith('ClusterRole') ? undefined : 'monitoring']);
  }
});

test('its objects are those that are synthesized', () => {
  const { app, clusterAgent } = standalone();
  expect(inventory(clusterAgent.apiObjects.map(o => o.toJson()))).toEqual(inventory(synthesize(app)));
});

test('replicas, cpu and memory are those of the Cluster Agent, and the runners have their own', () => {
  const { app } = standalone({ replicas: 3, cpu: '1', memory: '2Gi', clusterCheckRunners: { replicas: 1, cpu: '500m' } });
  const [agent, runners] = ['datadog-cluster-agent', 'datadog-clusterchecks'].map(name => find(synthesize(app), 'Deployment', name).spec);
  expect([agent.replicas, runners.replicas]).toEqual([3, 1]);
  expect(agent.template.spec.containers[0].resources.limits).toEqual({ cpu: '1', memory: '2Gi' });
  expect(runners.template.spec.containers[0].resources.limits).toEqual({ cpu: '500m', memory: '768Mi' });
});

test('a Secret that nothing makes is an error', () => {
  const { app } = standalone({ credentials: CLUSTER.credentials });
  expect(synthesisErrors(app).map(e => e.split(':')[0])).toEqual([
    '[datadog/agent/Deployment-datadog-cluster-agent] credentials/secret-in-namespace',
    '[datadog/agent/ClusterCheckRunners/Deployment-datadog-clusterchecks] Deployment datadog/datadog-clusterchecks',
  ]);
});

test('cluster checks with nobody to run them are an error', () => {
  const { app } = standalone({ clusterCheckRunners: { enabled: false } });
  expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[datadog\/agent\/Deployment-datadog-cluster-agent\] cluster-checks\/have-a-runner: /)]);
});

test('what can never work is refused at once', () => {
  expect(violationOf(() => standalone({ clusterName: 'Prod' })).rule).toBe('cluster/name-is-valid');
  expect(violationOf(() => standalone({ replicas: 0 })).rule).toBe('kubernetes/replicas');
});
