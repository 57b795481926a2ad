import { clusterAgent } from '../autodiscovery/agents';
import { APP, check, deployment, EC2, finding } from '../fixtures';

const RULE = 'cluster-agent/admission-is-on';
const web = (labels: any, annotations: any = {}) => {
  const manifest = deployment('shop/web', { containers: [APP] }, labels);
  return { ...manifest, spec: { template: { ...manifest.spec.template, metadata: { ...manifest.spec.template.metadata, annotations } } } };
};

test.each<[string, any]>([
  ['the label', web({ 'admission.datadoghq.com/enabled': 'true' })],
  ['the label for a mode', web({ 'admission.datadoghq.com/config.mode': 'hostip' })],
  ['the annotation for a library', web({}, { 'admission.datadoghq.com/java-lib.version': 'v1' })],
])('warns of %s while the admission controller is off', (_, manifest) => {
  expect(check(RULE, [manifest, clusterAgent({ DD_ADMISSION_CONTROLLER_ENABLED: 'false' })], EC2)).toEqual([finding(RULE, manifest, 'is a wish to the admission controller of the Cluster Agent, which is off')]);
  expect(check(RULE, [manifest, clusterAgent()], EC2)).toHaveLength(1);
});

test('tells several in one finding', () => {
  const manifest = web({ 'admission.datadoghq.com/enabled': 'true' }, { 'admission.datadoghq.com/js-lib.version': 'v5' });
  expect(check(RULE, [manifest, clusterAgent()], EC2)).toEqual([finding(RULE, manifest, "'admission.datadoghq.com/enabled' and 'admission.datadoghq.com/js-lib.version' of its pods are wishes")]);
});

test.each<[string, any[]]>([
  ['it is on', [web({ 'admission.datadoghq.com/enabled': 'true' }), clusterAgent({ DD_ADMISSION_CONTROLLER_ENABLED: 'true' })]],
  ['the Cluster Agent comes from elsewhere', [web({ 'admission.datadoghq.com/enabled': 'true' })]],
  ['the pods ask to be left alone', [web({ 'admission.datadoghq.com/enabled': 'false' }, { 'admission.datadoghq.com/java-lib.version': 'v1' }), clusterAgent()]],
  ['the pods ask for nothing', [web({}), clusterAgent()]],
])('is content where %s', (_, manifests) => {
  expect(check(RULE, manifests, EC2)).toEqual([]);
});
