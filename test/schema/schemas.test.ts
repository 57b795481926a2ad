import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { deployment, program } from '../datadog-chart/program';

declare const schemaErrorsOf: (manifest: unknown) => string[] | undefined;
declare const schemaFindings: string[];

const found = () => schemaFindings.splice(0);

test.each<[string, any, string[] | undefined]>([
  ['a field of a wrong type', { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: '80' }] } }, ['/spec/ports/0/port type {"type":"integer"}']],
  ['a field that there is not', { apiVersion: 'v1', kind: 'Pod', metadata: { lables: {} } }, ['/metadata/lables is a field that there is not']],
  ['one deep in a pod', { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'a', env: [{ name: 'A', valu: 'b' }] }] } }, ['/spec/containers/0/env/0/valu is a field that there is not']],
  ['a custom resource', { apiVersion: 'kyverno.io/v1', kind: 'ClusterPolicy', spec: { rulez: [] } }, ['/spec/rulez is a field that there is not']],
  ['a version that is no more, as its successor', { apiVersion: 'admissionregistration.k8s.io/v1beta1', kind: 'MutatingAdmissionPolicy', spec: { x: 1 } }, ['/spec/x is a field that there is not']],
  ['a kind of which only the API server of the e2e has the schema', { apiVersion: 'security.openshift.io/v1', kind: 'SecurityContextConstraints' }, []],
  ['a kind of nobody', { apiVersion: 'example.com/v1', kind: 'Widget' }, undefined],
  ['what is in order', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', labels: { b: 'c' } }, data: { any: 'thing' } }, []],
])('%s', (_, manifest, errors) => {
  expect(schemaErrorsOf(manifest)).toEqual(errors);
});

test('an object of ours that no API server would take fails the test that made it', () => {
  const { app, datadog } = program();
  ApiObject.of(datadog.clusterAgent.node.findAll().find(c => ApiObject.isApiObject(c) && c.kind === 'Deployment')!)
    .addJsonPatch(JsonPatch.add('/spec/replicaz', 2));
  app.synthYaml();
  expect(found()).toEqual(expect.arrayContaining(['Deployment datadog/datadog-cluster-agent: /spec/replicaz is a field that there is not']));
});

test('so does one of others that was sound before we changed it, and not one that was not', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web', { containers: [{ name: 'a', imag: 'w' }] });
  datadog.instrument(shop);
  datadog.sidecar.patchAgent(JsonPatch.add('/portz', []));
  app.synthYaml();
  expect([...new Set(found())]).toEqual([
    'Deployment shop/web: /spec/template/spec/containers/1/portz is a field that there is not, which it had not before',
  ]);
});

test('an object of ours of a kind that nobody has a schema of is told', () => {
  const app = new App();
  const { datadog } = program();
  new ApiObject(new Chart(app, 'x'), 'y', { apiVersion: 'example.com/v1', kind: 'Widget' });
  app.synthYaml();
  expect(found()).toEqual([]);
  expect(datadog.node.root).not.toBe(app);
});
