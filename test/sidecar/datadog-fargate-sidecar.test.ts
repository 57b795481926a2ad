import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { ClusterAgentStandalone, DatadogCredentials, DatadogFargateSidecar, SidecarPermissions, TokenReplicator } from '../../src';
import {
  CLUSTER, containerNames, deployment, deploymentManifest, find, inventory, podSpec, program, synthesisErrors, synthesize, WITH_AGENT,
} from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

/** A sidecar without the chart. */
function standalone(props: Partial<ConstructorParameters<typeof DatadogFargateSidecar>[2]> = {}) {
  const app = new App();
  const sidecar = new DatadogFargateSidecar(new Chart(app, 'datadog'), 'sidecar', { ...CLUSTER, credentials: DatadogCredentials.existingSecret(), ...props });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  return { app, sidecar, shop };
}

function agentOf(workload: any): any {
  return workload.spec.template.spec.containers.find((c: any) => c.name === 'datadog-agent-injected');
}

function env(container: any): { [name: string]: any } {
  return Object.fromEntries(container.env.map((e: any) => [e.name, e.value ?? e.valueFrom]));
}

describe('without the chart', () => {
  test('it brings its RBAC and the account, and takes the Secret for made where the credentials say that it is', () => {
    const { app, sidecar, shop } = standalone();
    sidecar.inject(deployment(shop, 'web'));
    expect(inventory(synthesize(app))).toEqual([
      'ClusterRole datadog-agent-fargate', 'ClusterRoleBinding datadog-agent-fargate', 'Deployment shop/web', 'ServiceAccount shop/datadog-agent',
    ]);
    expect(inventory(sidecar.apiObjects.map(o => o.toJson()))).toHaveLength(3);
  });

  test('a Secret that nothing makes is an error', () => {
    const { app, sidecar, shop } = standalone(CLUSTER);
    sidecar.inject(deployment(shop, 'web'));
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[shop\/web\] credentials\/secret-in-namespace: .*'shop' has no such Secret/)]);
  });

  test('a TokenReplicator makes the Secrets of its workloads', () => {
    const app = new App();
    const datadog = new Chart(app, 'datadog');
    const tokenReplicator = new TokenReplicator(datadog, 'tokens', { credentials: CLUSTER.credentials });
    const sidecar = new DatadogFargateSidecar(datadog, 'sidecar', { ...CLUSTER, tokenReplicator });
    sidecar.inject(deployment(new Chart(app, 'shop', { namespace: 'shop' }), 'web'));
    expect(inventory(synthesize(app))).toContain('ExternalSecret shop/datadog-secret');
  });

  test('without a workload there is nothing of it', () => {
    const { app } = standalone();
    expect(synthesize(app).filter(m => m)).toEqual([]);
  });
});

describe('the Cluster Agent', () => {
  const urlOf = (manifests: any[]) => env(agentOf(find(manifests, 'Deployment', 'web'))).DD_CLUSTER_AGENT_URL;

  test('is the one of its namespace', () => {
    const { app, sidecar, shop } = standalone({ namespace: 'monitoring' });
    sidecar.inject(deployment(shop, 'web'));
    expect(urlOf(synthesize(app))).toBe('https://datadog-cluster-agent.monitoring.svc.cluster.local:5005');
    expect(sidecar.clusterAgentUrl).toBe('https://datadog-cluster-agent.monitoring.svc.cluster.local:5005');
  });

  test('is the one that is given, whoever made it', () => {
    const { app, sidecar, shop } = standalone({ clusterAgent: { url: 'https://agent.elsewhere.svc.cluster.local:5005' } });
    sidecar.inject(deployment(shop, 'web'));
    expect(urlOf(synthesize(app))).toBe('https://agent.elsewhere.svc.cluster.local:5005');
  });

  test('can be the construct', () => {
    const app = new App();
    const clusterAgent = new ClusterAgentStandalone(new Chart(app, 'datadog'), 'agent', { ...CLUSTER, namespace: 'monitoring' });
    const sidecar = new DatadogFargateSidecar(new Chart(app, 'sidecars'), 'sidecar', { ...CLUSTER, clusterAgent });
    expect(sidecar.clusterAgentUrl).toBe(clusterAgent.url);
  });
});

describe('permissions', () => {
  const rules = (permissions?: SidecarPermissions) => {
    const { app, sidecar, shop } = standalone({ permissions });
    sidecar.inject(deployment(shop, 'web'));
    return find(synthesize(app), 'ClusterRole', 'datadog-agent-fargate').rules;
  };

  test.each([undefined, SidecarPermissions.LEAST])('%s are what the Agent uses', permissions => {
    expect(rules(permissions)).toEqual([{ apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }]);
  });

  test('documented are those of the documentation', () => {
    expect(rules(SidecarPermissions.DOCUMENTED)).toEqual([
      { apiGroups: [''], resources: ['nodes', 'namespaces', 'endpoints'], verbs: ['get', 'list'] },
      { apiGroups: [''], resources: ['nodes/metrics', 'nodes/spec', 'nodes/stats', 'nodes/pods', 'nodes/healthz'], verbs: ['get'] },
      { apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] },
    ]);
  });
});

describe('patchAgent', () => {
  test('has the last word on the container, in every workload and every time', () => {
    const { app, datadog, shop } = program();
    ['web', 'api'].forEach(name => deployment(shop, name));
    datadog.instrument(shop);
    datadog.sidecar.patchAgent(JsonPatch.replace('/image', 'patched:1'), JsonPatch.add('/env/-', { name: 'DD_MORE', value: 'yes' }));
    datadog.sidecar.patchAgent(JsonPatch.remove('/imagePullPolicy'));
    for (const manifests of [synthesize(app), synthesize(app)]) {
      for (const name of ['web', 'api']) {
        const agent = agentOf(find(manifests, 'Deployment', name));
        expect(agent).toMatchObject({ image: 'patched:1' });
        expect(agent.env.filter((e: any) => e.name === 'DD_MORE')).toEqual([{ name: 'DD_MORE', value: 'yes' }]);
        expect(agent).not.toHaveProperty('imagePullPolicy');
      }
    }
  });

  test('addJsonPatch on the workload comes before the Agent, and stays', () => {
    const { app, datadog, shop } = program();
    const web = deployment(shop, 'web');
    web.addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0/env', [{ name: 'FROM_PATCH', value: '1' }]));
    datadog.instrument(web);
    const [app0] = find(synthesize(app), 'Deployment', 'web').spec.template.spec.containers;
    expect(app0.env.map((e: any) => e.name)).toEqual(['FROM_PATCH', 'DD_TRACE_AGENT_URL', 'DD_DOGSTATSD_URL']);
  });
});

/** Where each kind has its pod template, and whether its pods end. */
describe.each<[kind: string, apiVersion: string, spec: (pod: any) => any, podOf: (manifest: any) => any, ends: boolean]>([
  ['Pod', 'v1', pod => pod.spec, m => m.spec, false],
  ['Deployment', 'apps/v1', template => ({ template }), m => m.spec.template.spec, false],
  ['ReplicaSet', 'apps/v1', template => ({ template }), m => m.spec.template.spec, false],
  ['StatefulSet', 'apps/v1', template => ({ template }), m => m.spec.template.spec, false],
  ['Job', 'batch/v1', template => ({ template }), m => m.spec.template.spec, true],
  ['CronJob', 'batch/v1', template => ({ schedule: '0 * * * *', jobTemplate: { spec: { template } } }), m => m.spec.jobTemplate.spec.template.spec, true],
])('a %s', (kind, apiVersion, spec, podOf, ends) => {
  const injected = (more: any = {}) => {
    const { app, datadog, shop } = program();
    const template = { metadata: { labels: { app: 'web' } }, spec: podSpec(more) };
    new ApiObject(shop, 'web', { apiVersion, kind, metadata: { name: 'web' }, spec: spec(template) });
    datadog.instrument(shop);
    return podOf(find(synthesize(app), kind, 'web'));
  };

  test('gets the Agent', () => {
    expect(injected().containers.map((c: any) => c.name)).toEqual(WITH_AGENT);
  });

  test(`${ends ? 'ends' : 'does not end'}, and its Agent with it`, () => {
    expect(env(injected().containers[1]).DD_AUTO_EXIT_NOPROCESS_ENABLED).toBe(ends ? 'true' : undefined);
    expect(injected().shareProcessNamespace).toBe(true);
  });

  test.each(['Never', 'OnFailure'])('with restartPolicy %s ends, whatever it is', restartPolicy => {
    expect(env(injected({ restartPolicy }).containers[1]).DD_AUTO_EXIT_NOPROCESS_ENABLED).toBe('true');
  });
});

test('what makes no pods is left as it is', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web');
  const deploymentOfAnother = { ...deploymentManifest('other', undefined, { namespace: 'shop' }), apiVersion: 'example.com/v1' };
  new ApiObject(shop, 'other', deploymentOfAnother);
  datadog.instrument(shop);
  expect(find(synthesize(app), 'Deployment', 'other')).toEqual(deploymentOfAnother);
});

test('a workload that has the Agent of the same cluster already is left as it is', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web');
  datadog.instrument(shop);
  const injected = find(synthesize(app), 'Deployment', 'web');

  const second = program();
  new ApiObject(second.shop, 'web', injected);
  second.datadog.instrument(second.shop);
  const manifests = synthesize(second.app);
  expect(find(manifests, 'Deployment', 'web')).toEqual(injected);
  expect(containerNames(injected)).toEqual(WITH_AGENT);
  expect(find(manifests, 'ClusterRoleBinding', 'datadog-agent-fargate').subjects).toEqual([{ kind: 'ServiceAccount', name: 'datadog-agent', namespace: 'shop' }]);
});

test('a secret in env is refused at once', () => {
  expect(violationOf(() => standalone({ env: { DD_API_KEY: 'k' } })).rule).toBe('credentials/no-secret-in-env');
});
