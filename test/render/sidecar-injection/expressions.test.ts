import { injectionModel } from './injection-models';
import { matchConditions } from '../../../src/render/sidecar-injection/conditions';
import { jsonPatch, variables } from '../../../src/render/sidecar-injection/mutation';
import { mutatingAdmissionPolicy, mutatingPolicy } from '../../../src/render/sidecar-injection/policies';

// That they do what they say is for the API server and for Kyverno to show: e2e/injection. Here they stay as they were shown.

const named = (list: ReadonlyArray<{ name: string; expression: string }>) =>
  Object.fromEntries(list.map(({ name, expression }) => [name, expression]));
const LABELS = '(has(object.metadata.labels) ? object.metadata.labels : {})';
const ALL = '(object.spec.containers + (has(object.spec.initContainers) ? object.spec.initContainers : []))';
const TOKEN_PATH = '"/var/run/secrets/kubernetes.io/serviceaccount"';

test('the conditions', () => {
  expect(named(matchConditions(injectionModel()))).toEqual({
    'is-chosen': `(object.metadata.namespace in ["shop"] && "team" in ${LABELS} && ${LABELS}["team"] == "shop")`,
    'is-not-of-datadog': `!("agent.datadoghq.com/component" in ${LABELS})`,
    'is-not-of-a-daemon-set': '!has(object.metadata.ownerReferences) || !object.metadata.ownerReferences.exists(o, o.kind == "DaemonSet")',
    'has-no-agent': `!${ALL}.exists(c, c.name in ["datadog-agent-injected", "init-copy-agent-config"])`,
    'has-room-for-volumes': '!has(object.spec.volumes) || !object.spec.volumes.exists(v, v.name in ["ddsockets", "datadog-agent-token"])',
    'has-no-resources-as-a-whole': '!has(object.spec.resources) || !(has(object.spec.resources.requests) || has(object.spec.resources.limits))',
    'has-room-for-sockets': `!${ALL}.exists(c, has(c.volumeMounts) && c.volumeMounts.exists(m, m.mountPath == "/var/run/datadog"))`,
  });
});

test('the variables', () => {
  const { env, ...others } = named(variables(injectionModel()));
  expect(others).toEqual({
    account: 'has(object.spec.serviceAccountName) && object.spec.serviceAccountName != "" ? object.spec.serviceAccountName : "default"',
    namesNone: 'variables.account == "default" && object.metadata.namespace in ["shop"]',
    ownToken: 'has(object.spec.automountServiceAccountToken) ? !object.spec.automountServiceAccountToken : variables.namesNone',
    ends: 'has(object.spec.restartPolicy) && object.spec.restartPolicy in ["Never", "OnFailure"]',
    indices: `[${[...Array(64).keys()].join(', ')}]`,
    volumeMounts: 'dyn([dyn({"name": "ddsockets", "mountPath": "/var/run/datadog"})])'
      + ` + (variables.ownToken ? dyn([dyn({"name": dyn("datadog-agent-token"), "mountPath": dyn(${TOKEN_PATH}), "readOnly": dyn(true)})]) : dyn([]))`,
  });
  expect(env).toMatch(/^dyn\(\[dyn\(\{"name": dyn\("DD_API_KEY"\).*\) : dyn\(\[\]\)\)$/);
  expect(env).toContain(' + (variables.ends ? dyn([dyn({"name": "DD_AUTO_EXIT_NOPROCESS_ENABLED", "value": "true"})]) : dyn([]))');
  expect(named(variables(injectionModel({}, { platform: { ...injectionModel().cluster.platform, serviceCidr: '10.96.0.0/16' } }))).outsideClusterDns).toBe(
    '(has(object.spec.dnsPolicy) && object.spec.dnsPolicy == "Default")'
    + ' || (has(object.spec.hostNetwork) && object.spec.hostNetwork && (!has(object.spec.dnsPolicy) || object.spec.dnsPolicy == "ClusterFirst"))',
  );
});

describe('the patch', () => {
  const NOTED = '"cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes"';
  const ENV = 'dyn([dyn({"name": "DD_TRACE_AGENT_URL", "value": "unix:///var/run/datadog/apm.socket"}), dyn({"name": "DD_DOGSTATSD_URL", "value": "unix:///var/run/datadog/dsd.socket"})])';
  const MOUNT = 'dyn([dyn({"name": "ddsockets", "mountPath": "/var/run/datadog"})])';

  function ofContainers(field: string): string[] {
    const list = `object.spec.${field}`;
    const item = `${list}[i]`;
    const lacks = `(!has(${item}.env) || ["DD_TRACE_AGENT_URL", "DD_DOGSTATSD_URL"].exists(name, !${item}.env.exists(x, x.name == name)))`;
    const env = `(has(${item}.env) ? dyn(${item}.env) : dyn([])) + ${ENV}.filter(e, !has(${item}.env) || !${item}.env.exists(x, x.name == e.name))`;
    const token = `variables.namesNone && variables.ownToken && m.mountPath == ${TOKEN_PATH} && m.name.startsWith("kube-api-access-")`;
    const mounts = `(has(${item}.volumeMounts) ? dyn(${item}.volumeMounts) : dyn([])).filter(m, !(${token})) + ${MOUNT}`;
    return [
      `variables.indices.filter(i, i < size(${list}) && ${lacks}).map(i, JSONPatch{op: "add", path: "/spec/${field}/" + string(i) + "/env", value: ${env}})`,
      `variables.indices.filter(i, i < size(${list})).map(i, JSONPatch{op: "add", path: "/spec/${field}/" + string(i) + "/volumeMounts", value: ${mounts}})`,
    ];
  }

  test('of a pod with an ordinary container', () => {
    const lines = jsonPatch(injectionModel()).split(' +\n');
    const agent = lines.splice(-2, 1)[0];
    expect(lines).toEqual([
      '(has(object.metadata.annotations) ? [] : [JSONPatch{op: "add", path: "/metadata/annotations", value: {}}])',
      '[JSONPatch{op: "add", path: "/metadata/annotations/cluster-autoscaler.kubernetes.io~1safe-to-evict-local-volumes", value: '
      + `has(object.metadata.annotations) && ${NOTED} in object.metadata.annotations ? object.metadata.annotations[${NOTED}] + ",ddsockets" : "ddsockets"}]`,
      '[JSONPatch{op: "add", path: "/spec/shareProcessNamespace", value: true}]',
      '(variables.namesNone ? [JSONPatch{op: "add", path: "/spec/serviceAccountName", value: "datadog-agent"}] : [])',
      '(variables.namesNone && variables.ownToken ? [JSONPatch{op: "add", path: "/spec/automountServiceAccountToken", value: false}] : [])',
      ...ofContainers('containers'),
      ...ofContainers('initContainers').map(line => `(has(object.spec.initContainers) ? ${line} : [])`),
      expect.stringMatching(/^\[JSONPatch\{op: "add", path: "\/spec\/volumes", value: \(has\(object\.spec\.volumes\) \? dyn\(object\.spec\.volumes\) : dyn\(\[\]\)\)\.filter\(v, !\(variables\.namesNone && variables\.ownToken && v\.name\.startsWith\("kube-api-access-"\)\)\) \+ dyn\(\[dyn\(\{"name": dyn\("ddsockets"\), "emptyDir": dyn\(\{\}\)\}\)\]\) \+ \(variables\.ownToken \? dyn\(\[.*"datadog-agent-token".*\]\) : dyn\(\[\]\)\)\}\]$/),
    ]);
    expect(agent).toMatch(/^\[JSONPatch\{op: "add", path: "\/spec\/containers\/-", value: dyn\(\{"image": .*"env": dyn\(variables\.env\), "volumeMounts": dyn\(variables\.volumeMounts\)\}\)\}\]$/);
  });

  test('with tags of the service, and with containers before those of the pod', () => {
    const lines = jsonPatch(injectionModel({}, { sidecar: { placement: 'native', readOnlyRootFilesystem: true, serviceTags: { env: 'prod' } } })).split(' +\n');
    expect(lines.slice(0, 2)).toEqual([
      '(has(object.metadata.labels) ? [] : [JSONPatch{op: "add", path: "/metadata/labels", value: {}}])',
      '(has(object.metadata.labels) && "tags.datadoghq.com/env" in object.metadata.labels ? [] : [JSONPatch{op: "add", path: "/metadata/labels/tags.datadoghq.com~1env", value: "prod"}])',
    ]);
    expect(lines.at(-3)).toBe('(has(object.spec.initContainers) ? [] : [JSONPatch{op: "add", path: "/spec/initContainers", value: []}])');
    // The last of them is put first, in front of which the others come.
    const first = lines.at(-2)!;
    expect(first.split('JSONPatch{op: "add", path: "/spec/initContainers/0"')).toHaveLength(3);
    expect(first.indexOf('"datadog-agent-injected"')).toBeLessThan(first.indexOf('"init-copy-agent-config"'));
  });

  test('without sockets there is nothing to note, and mounts are touched where there are some', () => {
    const ports = { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { enabled: false } };
    const patch = jsonPatch(injectionModel({}, { features: ports }));
    expect(patch).not.toContain('safe-to-evict');
    expect(patch).toContain('filter(i, i < size(object.spec.containers) && has(object.spec.containers[i].volumeMounts)).map');
    const none = jsonPatch(injectionModel({}, { features: { apm: { enabled: false }, dogstatsd: { enabled: false } } }));
    expect(none).not.toContain('"/env"');
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
