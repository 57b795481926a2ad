import { injectionModel } from './injection-models';
import { jsonPatch, variables } from '../../../src/render/sidecar-injection/mutation';
import { mutatingAdmissionPolicy, mutatingPolicy } from '../../../src/render/sidecar-injection/policies';

// What the policies make of pods is for the API server and for Kyverno to say: e2e/injection.

type Given = Parameters<typeof injectionModel>;

const ADDRESS: Given[1] = { platform: { ...injectionModel().cluster.platform, serviceCidr: '10.96.0.0/16' } };
const NATIVE: Given[1] = { sidecar: { placement: 'native', readOnlyRootFilesystem: true, serviceTags: { env: 'prod' } } };

const variablesOf = (...given: Given) => Object.fromEntries(variables(injectionModel(...given)).map(({ name, expression }) => [name, expression]));
/** The parts of a patch, each without its comment. */
const partsOf = (...given: Given) => jsonPatch(injectionModel(...given)).replace(/^\/\/ .*\n/gm, '').split(/ \+\n(?=\S)/);

test('the variables', () => {
  expect(variablesOf()).toEqual({
    namesNoAccount: 'object.spec.?serviceAccountName.orValue("") in ["", "default"] && object.metadata.namespace in ["shop"]',
    agentNeedsToken: 'object.spec.?automountServiceAccountToken.optMap(mounted, !mounted).orValue(variables.namesNoAccount)',
    tokenIsForAgentAlone: 'variables.namesNoAccount && variables.agentNeedsToken',
    podEnds: 'object.spec.?restartPolicy.orValue("Always") in ["Never", "OnFailure"]',
    initContainers: 'object.spec.?initContainers.orValue([])',
    labels: 'object.metadata.?labels.orValue({})',
    annotations: 'object.metadata.?annotations.orValue({})',
    agentPath: '"/spec/containers/" + string(size(object.spec.containers))',
  });
  expect(variablesOf({}, NATIVE).agentPath).toBe('"/spec/initContainers/1"');
  expect(variablesOf({ serviceAccounts: [{ namespace: 'shop', name: 'web' }] }).namesNoAccount).toContain('object.metadata.namespace in []');
});

test('the address of the Cluster Agent is for pods that ask the DNS of their node', () => {
  const { asksDnsOfNode, clusterAgentUrl } = variablesOf({}, ADDRESS);
  expect(asksDnsOfNode.split('\n')).toEqual([
    'object.spec.?dnsPolicy == optional.of("Default") ||',
    '(object.spec.?hostNetwork.orValue(false) && object.spec.?dnsPolicy.orValue("ClusterFirst") == "ClusterFirst")',
  ]);
  expect(clusterAgentUrl).toMatch(/^variables\.asksDnsOfNode \?\n {2}"https:\/\/10\.96\.0\.\d+:5005" :\n {2}"https:\/\/datadog-cluster-agent\.datadog\.svc\.cluster\.local:5005"$/);
  expect(jsonPatch(injectionModel({}, ADDRESS))).toContain('env{name: "DD_CLUSTER_AGENT_URL", value: variables.clusterAgentUrl}');
  const given = { clusterAgentUrl: 'https://10.96.0.9:5005' };
  expect(variablesOf(given, ADDRESS)).not.toHaveProperty('asksDnsOfNode');
  expect(jsonPatch(injectionModel(given, ADDRESS))).toContain('value: "https://10.96.0.9:5005"');
});

describe('the patch', () => {
  test('of a pod with an ordinary container', () => {
    const parts = partsOf();
    expect(parts.slice(0, 6).map(part => part.replace(/\s+/g, ' '))).toEqual([
      '(!has(object.metadata.annotations) ? [JSONPatch{op: "add", path: "/metadata/annotations", value: {}}] : [])',
      '[ JSONPatch{ op: "add", path: "/metadata/annotations/cluster-autoscaler.kubernetes.io~1safe-to-evict-local-volumes",'
      + ' value: variables.annotations[?"cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes"] .optMap(noted, noted + ",ddsockets") .orValue("ddsockets") } ]',
      '[JSONPatch{op: "add", path: "/spec/shareProcessNamespace", value: true}]',
      '(variables.namesNoAccount ? [JSONPatch{op: "add", path: "/spec/serviceAccountName", value: "datadog-agent"}] : [])',
      '(variables.tokenIsForAgentAlone ? [JSONPatch{op: "add", path: "/spec/automountServiceAccountToken", value: false}] : [])',
      '(variables.tokenIsForAgentAlone && has(object.spec.volumes) ? [ JSONPatch{ op: "add", path: "/spec/volumes",'
      + ' value: object.spec.volumes.filter(volume, !volume.name.startsWith("kube-api-access-")) } ] : [] )',
    ]);
    const lists = parts.slice(6, 18).map(part => part.split('.transformList')[0]);
    expect(lists).toEqual([...Array(6).fill('object.spec.containers'), ...Array(6).fill('variables.initContainers')]);
    expect(parts[18]).toMatch(/^\[\n {2}JSONPatch\{\n {4}op: "add",\n {4}path: "\/spec\/containers\/-",\n {4}value: Object\.spec\.containers\{\n/);
    expect(parts[19]).toMatch(/^\(variables\.podEnds \?[^]*path: variables\.agentPath \+ "\/env\/\d+",[^]*"DD_AUTO_EXIT_NOPROCESS_ENABLED"/);
    expect(parts.slice(20, 22)).toEqual([
      '(!has(object.spec.volumes) ? [JSONPatch{op: "add", path: "/spec/volumes", value: []}] : [])',
      '[JSONPatch{op: "add", path: "/spec/volumes/-", value: Object.spec.volumes{name: "ddsockets", emptyDir: {}}}]',
    ]);
    expect(parts[22]).toMatch(/^\(variables\.agentNeedsToken \?[^]*"datadog-agent-token"[^]*path: variables\.agentPath \+ "\/volumeMounts\/-"/);
    expect(parts).toHaveLength(23);
  });

  test('with tags of the service, and with containers before those of the pod', () => {
    const parts = partsOf({}, NATIVE);
    expect(parts.slice(0, 2)).toEqual([
      '(!has(object.metadata.labels) ? [JSONPatch{op: "add", path: "/metadata/labels", value: {}}] : [])',
      expect.stringMatching(/^\(!\("tags\.datadoghq\.com\/env" in variables\.labels\) \?[^]*"\/metadata\/labels\/tags\.datadoghq\.com~1env", value: "prod"/),
    ]);
    // The last of them is put first, in front of which the others come.
    const first = parts.filter(part => part.includes('"/spec/initContainers/0"'));
    expect(first.map(part => /name: "((?:datadog-agent-injected|init-copy-agent-config))"/.exec(part)?.[1])).toEqual(['datadog-agent-injected', 'init-copy-agent-config']);
    expect(parts[parts.indexOf(first[0]) - 1]).toBe('(!has(object.spec.initContainers) ? [JSONPatch{op: "add", path: "/spec/initContainers", value: []}] : [])');
    expect(parts.join()).not.toContain('podEnds');
  });

  test('without sockets there is nothing to note, and an Agent without mounts gets a list for its token', () => {
    const ports = { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { enabled: false } };
    const patch = jsonPatch(injectionModel({}, { features: ports }));
    expect(patch).not.toContain('safe-to-evict');
    expect(patch).toContain('JSONPatch{op: "add", path: variables.agentPath + "/volumeMounts", value: []}');
    const none = jsonPatch(injectionModel({}, { features: { apm: { enabled: false }, dogstatsd: { enabled: false } } }));
    expect(none).not.toContain('"/env"');
  });
});

const TEAMS = Array.from({ length: 20 }, (_, at) => `team-${at}`);

test.each<[string, Given]>([
  ['by default', []],
  ['with the profiles of twenty teams', [{ namespaces: undefined, podLabels: undefined, fargateProfiles: TEAMS.map(namespace => ({ name: `profile-of-${namespace}`, selectors: [{ namespace, labels: {} }] })) }]],
  ['with all that is long', [{}, { ...ADDRESS, ...NATIVE, features: { logs: { enabled: true } } }]],
])('a person can read it: short lines, no dyn(...), no list of indices, %s', (_, given) => {
  const { metadata, spec } = mutatingPolicy(injectionModel(...given));
  for (const line of Object.values(metadata?.annotations ?? {}).flatMap(text => text.split('\n'))) expect(line.length).toBeLessThanOrEqual(110);
  const texts: string[] = [...spec.matchConditions, ...spec.variables].map(({ expression }: any) => expression);
  for (const line of [...texts, spec.mutations[0].jsonPatch.expression].flatMap(text => text.split('\n'))) {
    expect(line.length).toBeLessThanOrEqual(150);
    expect(line).not.toMatch(/dyn\(|\[0, 1, 2/);
  }
});

describe('what a policy says of itself', () => {
  const model = injectionModel({ origin: 'datadog/SidecarInjection-datadog-sidecar', podLabels: undefined, fargateProfiles: [{ name: 'fp', selectors: [{ namespace: 'shop', labels: { run: 'fargate' } }] }] });

  test('tells what it does to which pods, and which construct wrote it', () => {
    const [{ metadata }] = mutatingAdmissionPolicy(model, 'admissionregistration.k8s.io/v1');
    expect(metadata?.annotations).toEqual({
      'kubernetes.io/description': expect.stringMatching(
        /^Adds the Datadog Agent, the container 'datadog-agent-injected', to pods when they are made: in shop with the\nlabels run=fargate; only pods of the Fargate profiles fp\.\n[^]*\nWritten by cdk8s-datadog for the injection 'datadog-sidecar' of the construct\n'datadog\/SidecarInjection-datadog-sidecar'; change it there/,
      ),
    });
  });

  test('has a title for Kyverno', () => {
    expect(mutatingPolicy(model).metadata?.annotations).toMatchObject({
      'policies.kyverno.io/title': 'Datadog Agent as a sidecar',
      'policies.kyverno.io/description': mutatingPolicy(model).metadata?.annotations?.['kubernetes.io/description'],
    });
  });
});

test('what is around them', () => {
  const model = injectionModel();
  const labels = { 'app.kubernetes.io/name': 'datadog', 'app.kubernetes.io/managed-by': 'cdk8s-datadog' };
  const pods = [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }];
  const mutations = [{ patchType: 'JSONPatch', jsonPatch: { expression: jsonPatch(model) } }];
  const [policy, binding] = mutatingAdmissionPolicy(model, 'admissionregistration.k8s.io/v1');
  expect(policy).toMatchObject({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingAdmissionPolicy',
    metadata: { name: 'datadog-sidecar', labels },
    spec: { reinvocationPolicy: 'Never', matchConstraints: { resourceRules: pods }, mutations },
  });
  expect(binding).toMatchObject({ apiVersion: 'admissionregistration.k8s.io/v1', kind: 'MutatingAdmissionPolicyBinding', metadata: { name: 'datadog-sidecar', labels } });
  expect(mutatingPolicy(model)).toMatchObject({
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'MutatingPolicy',
    metadata: { name: 'datadog-sidecar', labels },
    spec: { evaluation: { admission: { enabled: true }, mutateExisting: { enabled: false } }, matchConstraints: { resourceRules: pods }, mutations },
  });
});
