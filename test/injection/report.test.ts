import { Chart } from 'cdk8s';
import { APP_CONTAINER, deployment, externalSecrets, podSpec, program } from '../datadog-chart/program';

const SIZED = podSpec({ containers: [{ ...APP_CONTAINER, resources: { requests: { cpu: '10m', memory: '64Mi' } } }] });

test('the summary counts objects by kind, sidecars by namespace and Secrets by namespace', () => {
  const { app, datadog, shop } = program();
  const store = new Chart(app, 'store', { namespace: 'store' });
  ['web', 'api'].forEach(name => deployment(shop, name, SIZED));
  deployment(store, 'db', SIZED);
  deployment(store, 'untouched', SIZED);
  datadog.instrument(shop, store.node.findChild('db'));
  app.synthYaml();
  const [, before, information, after] = /^([^]*?)( {2}for information:\n(?: {4}.*\n)+)([^]*)$/.exec(datadog.summary())!;
  expect(information).toContain('    [shop/web] Deployment shop/web: 0.25 vCPU and 1 GB; ');
  expect(before + after).toBe(`\
Datadog on prod-tokyo
  objects:
    ClusterRole: 3
    ClusterRoleBinding: 3
    ConfigMap: 1
    Deployment: 6
    ExternalSecret: 3
    Namespace: 1
    PodDisruptionBudget: 2
    Role: 1
    RoleBinding: 1
    SecretStore: 3
    Service: 1
    ServiceAccount: 4
  workloads with a sidecar, by namespace:
    shop: 2
    store: 1
  Secrets, by namespace:
    datadog: datadog-secret (ExternalSecret)
    shop: datadog-secret (ExternalSecret)
    store: datadog-secret (ExternalSecret)
  warnings:
    [store/untouched] sidecar/every-pod-has-an-agent: Deployment store/untouched: its pods have no container 'datadog-agent-injected', and on Fargate no other Agent reaches them: nothing observes them. Give it to datadog.instrument(...), or accept it with Findings.acknowledge(...). See https://docs.datadoghq.com/integrations/eks_fargate/
  acknowledged: none
`);
});

test('Secrets under a name of the user are counted too', () => {
  const { app, datadog } = program({ credentials: externalSecrets({ secretName: 'dd-keys' }) });
  app.synthYaml();
  expect(datadog.summary()).toContain('    datadog: dd-keys (ExternalSecret)\n');
});

test('before a synthesis there is nothing to tell', () => {
  const { datadog } = program();
  expect(() => datadog.summary()).toThrow('[datadog] summary() tells what was synthesized: call app.synth() first');
});
