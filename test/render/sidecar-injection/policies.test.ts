import { injectionModel } from './injection-models';
import { FargateProfileModel } from '../../../src/model/cluster-description';
import { clusterPolicy } from '../../../src/render/sidecar-injection/cluster-policy';
import { jsonPatch } from '../../../src/render/sidecar-injection/mutation';
import { mutatingAdmissionPolicy, mutatingPolicy } from '../../../src/render/sidecar-injection/policies';
import { deepFreeze } from '../models';

const MODEL = deepFreeze(injectionModel());
const ADDRESS = { platform: { ...MODEL.cluster.platform, serviceCidr: '10.96.0.0/16' } };

// What the policies make of pods is for the API server and for Kyverno to say: e2e/injection.

test('both policies have the same conditions, variables and patch', () => {
  const [kubernetes, binding] = mutatingAdmissionPolicy(MODEL, 'admissionregistration.k8s.io/v1');
  const kyverno = mutatingPolicy(MODEL);
  for (const part of ['matchConditions', 'variables', 'mutations']) expect(kubernetes.spec[part]).toEqual(kyverno.spec[part]);
  expect(kubernetes.spec.matchConstraints.namespaceSelector.matchExpressions).toEqual([{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop'] }]);
  expect(binding.spec).toEqual({ policyName: 'datadog-sidecar' });
});

test('policies of Kyverno have no selector that others could overwrite, and hold for pods alone', () => {
  const { spec } = mutatingPolicy(MODEL);
  expect(Object.keys(spec.matchConstraints)).toEqual(['resourceRules']);
  expect(spec.autogen).toEqual({ podControllers: { controllers: [] } });
  expect(clusterPolicy(MODEL).metadata?.annotations).toMatchObject({ 'pod-policies.kyverno.io/autogen-controllers': 'none' });
});

test('where a policy fails, the pod starts all the same', () => {
  for (const policy of [...mutatingAdmissionPolicy(MODEL, 'v1').slice(0, 1), mutatingPolicy(MODEL), clusterPolicy(MODEL)]) {
    expect(policy.spec.failurePolicy).toBe('Ignore');
  }
});

test('a ClusterPolicy has the address of the Cluster Agent for pods that ask the DNS of their node', () => {
  const { spec } = clusterPolicy(injectionModel({}, ADDRESS));
  expect(spec.rules.find((r: any) => r.name === 'agent').context[0].variable.jmesPath).toMatch(/dnsPolicy == 'Default'[^]*\n&& 'https:\/\/10\.96\.0\.\d+:5005'\n\|\| 'https:\/\/datadog/);
});

test('an ordinary container stands last, a native sidecar before all', () => {
  expect(jsonPatch(MODEL)).toContain('path: "/spec/containers/-"');
  const native = jsonPatch(injectionModel({}, { sidecar: { placement: 'native' } }));
  expect(native).toContain('path: "/spec/initContainers/0"');
  expect(native).not.toContain('path: "/spec/containers/-"');
});

test('a ClusterPolicy adds the Agent after everything that it reads, once for each kind of pod', () => {
  const names = (...args: Parameters<typeof injectionModel>) => clusterPolicy(injectionModel(...args)).spec.rules.map((r: any) => r.name);
  expect(names()).toEqual([
    'has-annotations', 'safe-to-evict', 'has-volumes', 'applications', 'agent', 'agent-that-ends', 'agent-with-token', 'agent-that-ends-with-token',
  ]);
  expect(names({}, { sidecar: { placement: 'native', serviceTags: { env: 'prod' } } })).toEqual([
    'has-annotations', 'safe-to-evict', 'has-labels', 'service-tag-1', 'has-volumes', 'has-init-containers', 'applications', 'agent', 'agent-with-token',
  ]);
});

test('a ClusterPolicy has one match for each selector of the profiles', () => {
  const fargateProfiles: FargateProfileModel[] = [
    { name: 'fp', selectors: [{ namespace: 'shop', labels: { run: 'far*' } }, { namespace: 'pay', labels: {} }] },
  ];
  const [{ match, preconditions }] = clusterPolicy(injectionModel({ namespaces: undefined, podLabels: undefined, fargateProfiles })).spec.rules;
  expect(match.any.map((m: any) => [m.resources.namespaces, m.resources.selector])).toEqual([[['shop'], { matchLabels: { run: 'far*' } }], [['pay'], undefined]]);
  expect(JSON.stringify(preconditions)).toContain('fargate-profile');
});
