import { injectionModel } from './injection-models';
import { injectSidecar } from '../../../src/render/sidecar/inject';
import { clusterPolicy } from '../../../src/render/sidecar-injection/cluster-policy';
import { sidecarInjectionManifests } from '../../../src/render/sidecar-injection/manifests';

type Model = ReturnType<typeof injectionModel>;

const rulesOf = (model: Model): any[] => clusterPolicy(model).spec.rules;
const ruleOf = (model: Model, name: string) => rulesOf(model).find(rule => rule.name === name);
const patchOf = (rule: any): any[] => JSON.parse(rule.mutate.patchesJson6902);

/** JMESPath takes line breaks and indentation as spaces. */
const onOneLine = (json: object) => JSON.parse(JSON.stringify(json).replace(/\\n|\s/g, ''));

/** What the operations make of a pod; they add to lists, or set fields. */
function patched(pod: any, operations: any[]): any {
  const changed = structuredClone(pod);
  for (const { op, path, value } of operations) {
    expect(op).toBe('add');
    const keys = path.split('/').slice(1);
    const last = keys.pop();
    const at = keys.reduce((json: any, key: string) => json[key], changed);
    if (last === '-') at.push(value);
    else if (Array.isArray(at)) at.splice(Number(last), 0, value);
    else at[last] = value;
  }
  return changed;
}

const MODELS: ReadonlyArray<readonly [string, Model]> = [
  ['an ordinary container', injectionModel()],
  ['a native sidecar', injectionModel({}, { sidecar: { placement: 'native' } })],
  ['a read-only file system', injectionModel({}, { sidecar: { readOnlyRootFilesystem: true }, features: { logs: { enabled: true } } })],
];

describe.each(MODELS)('%s', (_, model) => {
  const native = model.cluster.sidecar.placement === 'native';

  test.each([[false, false], [false, true], [true, false], [true, true]])('with a token of its own %s, in a pod that ends %s, the Agent is the one that the app makes', (ownToken, ends) => {
    const rule = ruleOf(model, `agent${ends && !native ? '-that-ends' : ''}${ownToken ? '-with-token' : ''}`);
    const pod = { spec: { serviceAccountName: 'web', containers: [], initContainers: [], volumes: [], ...ownToken && { automountServiceAccountToken: false } } };
    const { spec } = injectSidecar(pod, model.cluster, { runsToCompletion: ends, defaultServiceAccount: 'x' });
    expect(patched(pod, patchOf(rule)).spec).toEqual({ initContainers: [], volumes: [], ...spec });
    const own = rule.preconditions.all.filter((c: any) => /automountServiceAccountToken|restartPolicy/.test(c.key));
    expect(own).toEqual([
      { key: '{{ request.object.spec.automountServiceAccountToken == `false` }}', operator: 'Equals', value: ownToken },
      ...native ? [] : [{ key: "{{ request.object.spec.restartPolicy || 'Always' }}", operator: ends ? 'NotEquals' : 'Equals', value: 'Always' }],
    ]);
  });
});

test('each rule is for new pods of the injection that have neither an Agent nor what is in its way', () => {
  const all = '[request.object.spec.containers, request.object.spec.initContainers || `[]`][]';
  for (const { match, exclude, preconditions } of rulesOf(injectionModel())) {
    expect(match).toEqual({ any: [{ resources: { kinds: ['Pod'], operations: ['CREATE'], namespaces: ['shop'], selector: { matchLabels: { team: 'shop' } } } }] });
    expect(exclude).toEqual({ any: [{ resources: { kinds: ['Pod'], selector: { matchExpressions: [{ key: 'agent.datadoghq.com/component', operator: 'Exists' }] } } }] });
    expect(preconditions.all.slice(0, 8).map(onOneLine)).toEqual([
      { key: "{{ request.object.metadata.ownerReferences[?kind=='DaemonSet'] || `[]` | length(@) }}", operator: 'Equals', value: 0 },
      { key: "{{ request.object.spec.os.name || '' }}", operator: 'NotEquals', value: 'windows' },
      { key: '{{ request.object.spec.nodeSelector."kubernetes.io/os" || \'\' }}', operator: 'NotEquals', value: 'windows' },
      ...['datadog-agent-injected', 'init-copy-agent-config'].map(key => ({ key, operator: 'AnyNotIn', value: `{{ ${all}.name }}` })),
      { key: '{{ request.object.spec.volumes[?contains(`["ddsockets","datadog-agent-token"]`, name)] || `[]` | length(@) }}', operator: 'Equals', value: 0 },
      { key: '{{ request.object.spec.resources.[requests, limits][] || `[]` | length(@) }}', operator: 'Equals', value: 0 },
      { key: `{{ ${all}.volumeMounts[?mountPath=='/var/run/datadog' && name!='ddsockets'][] || \`[]\` | length(@) }}`, operator: 'Equals', value: 0 },
    ].map(onOneLine));
  }
});

test('where profiles choose, not for pods of another profile or kept on nodes', () => {
  const model = injectionModel({ podLabels: undefined, fargateProfiles: [{ name: 'fp', selectors: [{ namespace: 'shop', labels: {} }] }] });
  expect(rulesOf(model)[0].preconditions.all.slice(3, 5)).toEqual([
    { key: "{{ request.object.metadata.annotations.\"eks.amazonaws.com/compute-type\" || '' }}", operator: 'NotEquals', value: 'ec2' },
    { key: "{{ request.object.metadata.labels.\"eks.amazonaws.com/fargate-profile\" || 'fp' }}", operator: 'AnyIn', value: ['fp'] },
  ]);
});

test.each([
  ['has-annotations', 'request.object.metadata.annotations', { path: '/metadata/annotations', value: {} }],
  ['has-labels', 'request.object.metadata.labels', { path: '/metadata/labels', value: {} }],
  ['has-volumes', 'request.object.spec.volumes', { path: '/spec/volumes', value: [] }],
  ['has-init-containers', 'request.object.spec.initContainers', { path: '/spec/initContainers', value: [] }],
])('%s makes what is not there', (name, path, operation) => {
  const rule = ruleOf(injectionModel({}, { sidecar: { placement: 'native', serviceTags: { env: 'prod' } } }), name);
  expect(rule.preconditions.all.at(-1)).toEqual({ key: `{{ ${path} || \`[]\` | length(@) }}`, operator: 'Equals', value: 0 });
  expect(patchOf(rule)).toEqual([{ op: 'add', ...operation }]);
});

test('tags and notes stand beside those of the user', () => {
  const model = injectionModel({}, { sidecar: { serviceTags: { env: 'prod' } } });
  const tag = ruleOf(model, 'service-tag-1');
  expect(tag.preconditions.all.at(-1)).toEqual({ key: "{{ request.object.metadata.labels.\"tags.datadoghq.com/env\" || '' }}", operator: 'Equals', value: '' });
  expect(patchOf(tag)).toEqual([{ op: 'add', path: '/metadata/labels/tags.datadoghq.com~1env', value: 'prod' }]);
  const note = ruleOf(model, 'safe-to-evict');
  const noted = 'request.object.metadata.annotations."cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes"';
  expect(note.context.map((item: any) => onOneLine(item.variable))).toEqual([{ jmesPath: `${noted} && join('', [${noted}, ',']) || ''`, default: '' }].map(onOneLine));
  expect(patchOf(note)).toEqual([{ op: 'add', path: '/metadata/annotations/cluster-autoscaler.kubernetes.io~1safe-to-evict-local-volumes', value: '{{ noted }}ddsockets' }]);
});

test('containers of applications get what they lack, one by one', () => {
  const { foreach } = ruleOf(injectionModel(), 'applications').mutate;
  const steps = (field: string) => {
    const at = `/spec/${field}/{{ elementIndex }}`;
    const step = (key: string, operator: string, value: unknown, path: string, added: unknown) => ({ list: `request.object.spec.${field} || \`[]\``, preconditions: { all: [{ key, operator, value }] }, patch: [{ op: 'add', path, value: added }] });
    const lacks = (list: string) => step(`{{ element.${list} || \`[]\` | length(@) }}`, 'Equals', 0, `${at}/${list}`, []);
    const variable = (name: string, value: string) => step(name, 'AnyNotIn', '{{ element.env[].name || `[]` }}', `${at}/env/-`, { name, value });
    return [
      lacks('env'),
      variable('DD_TRACE_AGENT_URL', 'unix:///var/run/datadog/apm.socket'),
      variable('DD_DOGSTATSD_URL', 'unix:///var/run/datadog/dsd.socket'),
      lacks('volumeMounts'),
      step('ddsockets', 'AnyNotIn', '{{ element.volumeMounts[].name || `[]` }}', `${at}/volumeMounts/-`, { name: 'ddsockets', mountPath: '/var/run/datadog' }),
    ];
  };
  expect(foreach.map(({ patchesJson6902, ...rest }: any) => ({ ...rest, patch: JSON.parse(patchesJson6902) }))).toEqual([...steps('containers'), ...steps('initContainers')]);
  const nothing = injectionModel({}, { features: { apm: { enabled: false }, dogstatsd: { enabled: false } } });
  expect(rulesOf(nothing).map(rule => rule.name)).not.toContain('applications');
});

test('the policy is one of the cluster, beside the rights of its accounts', () => {
  const labels = { 'app.kubernetes.io/name': 'datadog', 'app.kubernetes.io/managed-by': 'cdk8s-datadog' };
  const [role, binding, policy] = sidecarInjectionManifests(injectionModel({ via: { kind: 'kyverno', version: '1.13' }, serviceAccounts: [{ namespace: 'shop', name: 'web' }] }));
  const name = 'datadog-agent-fargate-datadog-sidecar';
  expect(role).toMatchObject({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name, labels } });
  expect(binding).toMatchObject({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name, labels },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', namespace: 'shop', name: 'web' }],
  });
  expect(policy).toMatchObject({ apiVersion: 'kyverno.io/v1', kind: 'ClusterPolicy', metadata: { labels }, spec: { background: false } });
});

describe('a person can read it', () => {
  const long = injectionModel(
    { podLabels: { 'team.example.com/reviewed-by': 'platform' }, origin: 'datadog/SidecarInjection-datadog-sidecar' },
    { ...{ platform: { ...injectionModel().cluster.platform, serviceCidr: '10.96.0.0/16' } }, sidecar: { readOnlyRootFilesystem: true, serviceTags: { env: 'prod' } }, features: { logs: { enabled: true } } },
  );

  test('the lines are short, and conditions of several parts stand on several lines', () => {
    const texts = JSON.stringify(clusterPolicy(long), undefined, 1).split('\n').flatMap(line => line.split(/(?:\\\\|\\)n/));
    expect(texts.filter(line => line.length > 150)).toEqual([]);
  });

  test('a condition about containers has each part on a line of its own', () => {
    const [rule] = rulesOf(long);
    expect(rule.preconditions.all.find(({ key }: any) => key.includes('volumeMounts')).key).toBe([
      '{{',
      '  [',
      '    request.object.spec.containers,',
      '    request.object.spec.initContainers || `[]`',
      '  ][].volumeMounts[?',
      "    mountPath=='/var/run/datadog' && name!='ddsockets'",
      '  ][]',
      '  || `[]`',
      '  | length(@)',
      '}}',
    ].join('\n'));
  });
});
