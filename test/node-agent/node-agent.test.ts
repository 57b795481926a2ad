import { App, Chart, JsonPatch } from 'cdk8s';
import { ClusterAgentStandalone, ContainerRuntime, DatadogCredentials, NodeAgent, NodeAgentProps, NodeOperatingSystem, Platform } from '../../src';
import { CLUSTER, containerNames, deployment, find, inventory, program, synthesisErrors, synthesize } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

const EC2 = { platform: Platform.eks(), clusterName: 'prod-tokyo', credentials: DatadogCredentials.existingSecret() };

function alone(props: Partial<NodeAgentProps> = {}, namespace?: string) {
  const app = new App();
  const chart = new Chart(app, 'datadog', { namespace });
  return { app, chart, nodeAgent: new NodeAgent(chart, 'agent', { ...EC2, ...props }) };
}

const agentOf = (manifests: any[]) => find(manifests, 'DaemonSet', 'datadog-agent').spec.template.spec;
const envOf = (manifests: any[], name: string) => agentOf(manifests).containers[0].env.find((e: any) => e.name === name)?.value;

describe('alone', () => {
  test('is where it says, whatever the chart says', () => {
    const { app, nodeAgent } = alone({ namespace: 'monitoring' }, 'of-the-chart');
    expect(nodeAgent).toMatchObject({ serviceName: 'datadog-agent', namespace: 'monitoring' });
    for (const { kind, metadata } of synthesize(app)) {
      expect([kind, metadata.namespace]).toEqual([kind, kind.startsWith('ClusterRole') ? undefined : 'monitoring']);
    }
  });

  test('its objects are those that are synthesized', () => {
    const { app, nodeAgent } = alone({ features: { apm: { portEnabled: true } } });
    const manifests = synthesize(app);
    expect(inventory(nodeAgent.apiObjects.map(o => o.toJson()))).toEqual(inventory(manifests));
    expect(inventory(manifests)).toEqual([
      'ClusterRole datadog-agent', 'ClusterRoleBinding datadog-agent', 'DaemonSet datadog/datadog-agent', 'Service datadog/datadog-agent',
      'ServiceAccount datadog/datadog-node-agent',
    ]);
  });

  test('patches are the last word', () => {
    const { app, nodeAgent } = alone();
    nodeAgent.apiObjects.find(o => o.kind === 'DaemonSet')!.addJsonPatch(JsonPatch.add('/spec/template/spec/terminationGracePeriodSeconds', 60));
    expect(agentOf(synthesize(app)).terminationGracePeriodSeconds).toBe(60);
  });

  test('on a platform without nodes it is an error with a way out', () => {
    expect(violationOf(() => alone({ platform: Platform.eksFargate() }))).toMatchObject({
      rule: 'node-agent/has-nodes', remedy: expect.stringContaining("Leave 'nodeAgent' out"),
    });
    expect(violationOf(() => alone({ platform: Platform.eksFargate(), enabled: false })).rule).toBe('node-agent/has-nodes');
  });

  test('talks to the Cluster Agent that it is given', () => {
    const clusterAgent = ClusterAgentStandalone.fromAttributes(new Chart(new App(), 'elsewhere'), 'theirs', { serviceName: 'dca', namespace: 'ops' });
    const url = (props: Partial<NodeAgentProps>) => envOf(synthesize(alone(props).app), 'DD_CLUSTER_AGENT_URL');
    expect(url({})).toBe('https://datadog-cluster-agent.datadog.svc.cluster.local:5005');
    expect(url({ clusterAgent })).toBe('https://dca.ops.svc.cluster.local:5005');
  });

  test('a Secret that nothing makes is an error; one that the user names is promised', () => {
    const { app } = alone({ credentials: CLUSTER.credentials, secretEnv: [{ name: 'REDIS_PASSWORD', secretName: 'redis', secretKey: 'password' }] });
    expect(synthesisErrors(app).map(e => e.split(':')[0])).toEqual(['[datadog/agent/DaemonSet-datadog-agent] credentials/secret-in-namespace']);
  });
});

describe('of a DatadogChart', () => {
  test('is there where the platform has nodes', () => {
    const { app, datadog } = program(EC2);
    expect(datadog.nodeAgent).toBeInstanceOf(NodeAgent);
    expect(envOf(synthesize(app), 'DD_EXTRA_CONFIG_PROVIDERS')).toBe('clusterchecks endpointschecks');
    expect(program().datadog.nodeAgent).toBeUndefined();
    expect(violationOf(() => program({ nodeAgent: { enabled: true } })).rule).toBe('node-agent/has-nodes');
  });

  test('can be left out, and then the cluster checks have runners', () => {
    const { app, datadog } = program({ ...EC2, nodeAgent: { enabled: false } });
    const manifests = synthesize(app);
    expect(datadog.nodeAgent).toBeUndefined();
    expect(manifests.filter(m => m.kind === 'DaemonSet')).toEqual([]);
    expect(find(manifests, 'Deployment', 'datadog-clusterchecks').spec.replicas).toBe(2);
  });

  test('runners that the user has for all that leave the checks of endpoints to it', () => {
    const { app } = program({ ...EC2, clusterCheckRunners: { enabled: true } });
    expect(envOf(synthesize(app), 'DD_EXTRA_CONFIG_PROVIDERS')).toBe('endpointschecks');
  });

  test('its options are its own', () => {
    const { app } = program({
      ...EC2,
      clusterAgent: { env: { OF_THE_CLUSTER_AGENT: '1' }, tolerations: [{ key: 'a' }] },
      nodeAgent: {
        env: { OF_THE_NODE_AGENT: '1' },
        tolerations: [{ operator: 'Exists' }],
        containerRuntime: ContainerRuntime.CRI_O,
        operatingSystem: NodeOperatingSystem.BOTTLEROCKET,
      },
    });
    const manifests = synthesize(app);
    expect([envOf(manifests, 'OF_THE_NODE_AGENT'), envOf(manifests, 'OF_THE_CLUSTER_AGENT')]).toEqual(['1', undefined]);
    expect(agentOf(manifests).tolerations).toEqual([{ operator: 'Exists' }]);
    expect(envOf(manifests, 'DD_CRI_SOCKET_PATH')).toBe('/host/var/run/crio/crio.sock');
    expect(agentOf(manifests).volumes.map((v: any) => v.name)).not.toContain('passwd');
    const { spec } = find(manifests, 'Deployment', 'datadog-cluster-agent').spec.template;
    expect(spec.tolerations).toEqual([{ key: 'a' }]);
    expect(spec.containers[0].env.map((e: any) => e.name)).not.toContain('OF_THE_NODE_AGENT');
  });

  test('names and accounts of sidecars and node Agents keep apart', () => {
    const platform = Platform.eks({ fargateProfiles: [{ name: 'tools', selectors: [{ namespace: 'datadog', labels: { app: 'tool' } }] }] });
    const { app, datadog } = program({ ...EC2, platform });
    const tools = new Chart(app, 'tools', { namespace: 'datadog' });
    deployment(tools, 'tool');
    datadog.instrument(tools);
    expect(inventory(synthesize(app)).filter(line => /^(ServiceAccount|ClusterRole) /.test(line))).toEqual([
      'ClusterRole datadog-agent', 'ClusterRole datadog-agent-fargate', 'ClusterRole datadog-cluster-agent', 'ServiceAccount datadog/datadog-agent',
      'ServiceAccount datadog/datadog-cluster-agent', 'ServiceAccount datadog/datadog-node-agent',
    ]);
  });
});

describe('extended', () => {
  const ETCD = {
    checkFiles: { 'etcd.yaml': { instances: [{ prometheus_url: 'https://localhost:2379/metrics' }] } },
    tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' }],
    ports: { agent: [{ name: 'more', containerPort: 9000, protocol: 'TCP' }] },
    containers: ['system-probe'],
    permissions: [{
      account: 'node-agent',
      feature: 'always',
      scope: 'namespace',
      apiGroups: [''],
      resources: ['configmaps'],
      verbs: ['get'],
      source: 'https://example.com',
      checkedOn: '2026-11-21',
    } as const],
  };

  test('the pod and what comes of it are rendered when the app is synthesized', () => {
    const { app, nodeAgent } = alone();
    nodeAgent._extend(ETCD);
    nodeAgent._extend({ checkFiles: { 'kube_scheduler.yaml': { instances: [{}] } } });
    const manifests = synthesize(app);
    expect(inventory(manifests)).toEqual([
      'ClusterRole datadog-agent', 'ClusterRoleBinding datadog-agent', 'ConfigMap datadog/datadog-agent-checks', 'ConfigMap datadog/datadog-agent-security',
      'DaemonSet datadog/datadog-agent', 'Role datadog/datadog-agent', 'RoleBinding datadog/datadog-agent', 'Service datadog/datadog-agent',
      'ServiceAccount datadog/datadog-node-agent',
    ]);
    expect(Object.keys(find(manifests, 'ConfigMap', 'datadog-agent-checks').data)).toEqual(['etcd.yaml', 'kube_scheduler.yaml']);
    expect(agentOf(manifests).tolerations).toEqual(ETCD.tolerations);
    expect(containerNames(find(manifests, 'DaemonSet', 'datadog-agent'))).toEqual(['agent', 'trace-agent', 'system-probe']);
  });

  test('what cannot go together is told where it is added', () => {
    const { nodeAgent } = alone();
    nodeAgent._extend(ETCD);
    expect(violationOf(() => nodeAgent._extend(ETCD)).rule).toBe('node-agent/check-file-is-unique');
  });
});
