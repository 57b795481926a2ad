import { check, deployment, env, finding, instrumented, nodeAgent, object } from '../fixtures';

const RULE = 'credentials/no-clear-text';
const KEY = 'c0ffee00c0ffee00c0ffee00c0ffee00';

function expectFound(manifests: any[], at: any, ...reasons: string[]) {
  const found = check(RULE, manifests);
  expect(found).toEqual(reasons.map(reason => finding(RULE, at, reason)));
  expect(JSON.stringify(found)).not.toMatch(/hunter2|c0ffee/);
}

describe('checks', () => {
  const annotated = (value: object) => {
    const web: any = deployment('shop/web', { containers: [{ name: 'web' }] });
    web.spec.template.metadata.annotations = { 'ad.datadoghq.com/web.checks': JSON.stringify(value) };
    return web;
  };

  test('finds a password in an annotation of a pod', () => {
    const web = annotated({ redisdb: { instances: [{ host: '%%host%%', password: 'hunter2' }] } });
    expectFound([web], web, "the annotation 'ad.datadoghq.com/web.checks' (redisdb.instances[0].password) has a password in clear text");
  });

  test('finds a password in a URL of an annotation of a Service, in the first version', () => {
    const web: any = object('v1', 'Service', 'shop/web');
    web.metadata.annotations = {
      'ad.datadoghq.com/service.check_names': '["openmetrics"]',
      'ad.datadoghq.com/service.init_configs': '[{}]',
      'ad.datadoghq.com/service.instances': '[{"prometheus_url": "http://me:hunter2@web/metrics"}]',
    };
    expectFound([web], web, 'has a password in a URL in clear text');
  });

  test.each(['ENC[redis]', '%%env_REDIS_PASSWORD%%', ''])("leaves '%s' alone", password => {
    expect(check(RULE, [annotated({ redisdb: { instances: [{ password }] } })])).toEqual([]);
  });
});

describe('ConfigMaps', () => {
  const mounting = (mountPath: string, source: object = { configMap: { name: 'settings' } }) => nodeAgent('datadog/datadog-agent', {
    containers: [{ name: 'agent', volumeMounts: [{ name: 'x', mountPath }] }], volumes: [{ name: 'x', ...source }],
  });
  const map = (data: object) => object('v1', 'ConfigMap', 'datadog/settings', { data });

  test('finds what stands in YAML and in JSON of mounted checks', () => {
    const settings = map({
      'redisdb.yaml': 'instances:\n  # password: example\n  - host: redis\n    password: hunter2 # ours\n',
      'postgres.yaml': JSON.stringify({ instances: [{ password: 'hunter2' }] }),
    });
    expectFound([mounting('/conf.d'), settings], settings, "'redisdb.yaml' (line 4, password) has a password", "'postgres.yaml' (instances[0].password) has a password");
    expect(check(RULE, [mounting('/etc/shop'), settings])).toEqual([]);
  });

  test('takes only the keys that are mounted', () => {
    const settings = map({ 'a.yaml': 'password: hunter2', 'b.yaml': 'password: hunter2' });
    expectFound([mounting('/etc/datadog-agent/conf.d', { projected: { sources: [{ configMap: { name: 'settings', items: [{ key: 'b.yaml', path: 'b.yaml' }] } }] } }), settings], settings, "'b.yaml'");
  });

  test('knows datadog.yaml without a mount', () => {
    const settings = map({ 'datadog.yaml': `api_key: ${KEY}\nsite: datadoghq.eu\nproxy:\n  https: http://me:hunter2@proxy\nadditional_endpoints:\n  "https://app.datadoghq.eu":\n    - ${KEY}\napm_config:\n  enabled: true\n` });
    expectFound([settings], settings, '(line 1, api_key) has an API key of Datadog', '(line 4, https) has a password in a URL', '(line 7) has an API key');
  });

  test('finds what a container reads by envFrom, by a prefix, and by a key', () => {
    const settings = map({ DD_API_KEY: KEY, DD_SITE: 'datadoghq.eu' });
    expectFound([settings], settings, 'it has DD_API_KEY as a literal value');
    const prefixed = map({ API_KEY: KEY });
    const web = deployment('datadog/web', { containers: [{ name: 'web', envFrom: [{ prefix: 'DD_', configMapRef: { name: 'settings' } }] }] });
    expectFound([prefixed, web], prefixed, "'API_KEY', which the container 'web' of Deployment datadog/web reads as DD_API_KEY, has a key in clear text");
    const byKey = map({ key: KEY });
    const reader = deployment('datadog/web', { containers: [{ name: 'web', env: env({ DD_API_KEY: { configMapKeyRef: { name: 'settings', key: 'key' } } }) }] });
    expectFound([byKey, reader], byKey, 'reads as DD_API_KEY');
  });

  test("leaves a ConfigMap of the application's alone", () => {
    const shop = object('v1', 'ConfigMap', 'shop/web', { data: { 'PASSWORD': 'hunter2', 'application.yaml': 'password: hunter2' } });
    expect(check(RULE, [shop, deployment('shop/web', { containers: [{ name: 'web', envFrom: [{ configMapRef: { name: 'web' } }] }] })])).toEqual([]);
    expectFound([shop, instrumented('shop/web', { agent: { envFrom: [{ configMapRef: { name: 'web' } }] } })], shop, "'PASSWORD', which the container 'datadog-agent-injected'");
  });
});

describe('policies', () => {
  const LITERAL = [{ name: 'DD_API_KEY', value: 'hunter2' }, { name: 'DD_SITE', value: 'datadoghq.com' }, { name: 'DD_CLUSTER_AGENT_AUTH_TOKEN', value: 'AUTH_TOKEN' }];

  test('finds literal keys in a policy of Kyverno', () => {
    const policy = object('kyverno.io/v1', 'ClusterPolicy', 'add-agent', { spec: { rules: [{ mutate: { patchStrategicMerge: { spec: { containers: [{ name: 'datadog-agent', env: LITERAL }] } } } }] } });
    expectFound([policy], policy, 'it has DD_API_KEY as a literal value', 'it has DD_CLUSTER_AGENT_AUTH_TOKEN as a literal value');
  });

  test.each([
    ['a patch as text', '- op: add\n  path: /spec/containers/-\n  value:\n    env:\n    - name: DD_API_KEY\n      value: "hunter2"\n'],
    ['an expression', 'Object{spec: Object.spec{containers: [Object.spec.containers{env: [Object.spec.containers.env{name: "DD_API_KEY", value: "hunter2"}]}]}}'],
    ['JSON', '[{"op": "add", "value": {"name": "DD_API_KEY", "value": "hunter2"}}]'],
    ['values of a chart', 'agent:\n  env:\n    DD_API_KEY: hunter2\n'],
  ])('finds a literal key in %s', (_, text) => {
    const policy = object('admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicy', 'add-agent', { spec: { mutations: [{ applyConfiguration: { expression: text } }] } });
    expectFound([policy], policy, 'it has DD_API_KEY as a literal value');
  });

  test('finds a key in a workload of another maker', () => {
    const service = object('serving.knative.dev/v1', 'Service', 'shop/web', { spec: { template: { spec: { containers: [{ env: LITERAL }] } } } });
    expect(check(RULE, [service])).toHaveLength(2);
  });

  test('leaves references, variables and Secrets alone', () => {
    const policy = object('kyverno.io/v1', 'ClusterPolicy', 'add-agent', {
      spec: { rules: [{ mutate: { env: [{ name: 'DD_API_KEY', valueFrom: { secretKeyRef: {} } }, { name: 'DD_APP_KEY', value: '{{ request.object.x }}' }], text: 'name: "DD_API_KEY", valueFrom: Object{}' } }] },
    });
    const sealed = object('bitnami.com/v1alpha1', 'SealedSecret', 'shop/x', { spec: { encryptedData: { DD_API_KEY: 'AgBy3i4OJSWK' } } });
    const external = object('external-secrets.io/v1', 'ExternalSecret', 'shop/x', { spec: { target: { template: { data: { DD_API_KEY: 'x{{ .key }}' } } } } });
    expect(check(RULE, [policy, sealed, external])).toEqual([]);
  });
});

describe('what other makers install Datadog from', () => {
  test('finds literal keys of a DatadogAgent, and in its checks', () => {
    const agent = object('datadoghq.com/v2alpha1', 'DatadogAgent', 'datadog/datadog', {
      spec: {
        global: { clusterName: 'prod', credentials: { apiKey: KEY, appSecret: { secretName: 'datadog-secret', keyName: 'app-key' } }, clusterAgentToken: 'hunter2' },
        override: { nodeAgent: { extraConfd: { configDataMap: { 'redisdb.yaml': 'instances:\n- password: hunter2\n' } } } },
      },
    });
    expectFound([agent], agent, 'it (spec.global.credentials.apiKey) has an API key of Datadog', 'it (spec.global.clusterAgentToken) has a token',
      "'spec.override.nodeAgent.extraConfd.configDataMap.redisdb.yaml' (line 2, password)");
  });

  const values = { datadog: { apiKey: KEY, site: 'datadoghq.eu', apiKeyExistingSecret: 'datadog-secret' }, clusterAgent: { token: 'ENC[x]' } };
  test.each<[string, any]>([
    ['an Application', object('argoproj.io/v1alpha1', 'Application', 'argocd/datadog', { spec: { source: { chart: 'datadog', helm: { valuesObject: values } } } })],
    ['an Application with text', object('argoproj.io/v1alpha1', 'Application', 'argocd/datadog', { spec: { sources: [{ chart: 'datadog', helm: { values: `datadog:\n  apiKey: ${KEY}\n` } }] } })],
    ['an Application with parameters', object('argoproj.io/v1alpha1', 'Application', 'argocd/datadog', { spec: { source: { chart: 'datadog', helm: { parameters: [{ name: 'datadog.apiKey', value: KEY }] } } } })],
    ['an ApplicationSet', object('argoproj.io/v1alpha1', 'ApplicationSet', 'argocd/datadog', { spec: { template: { spec: { source: { chart: 'datadog', helm: { valuesObject: values } } } } } })],
    ['a HelmRelease of Flux', object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'datadog/datadog', { spec: { chart: { spec: { chart: 'datadog' } }, values } })],
    ['a HelmChart of K3s', object('helm.cattle.io/v1', 'HelmChart', 'kube-system/datadog', { spec: { chart: 'datadog/datadog', valuesContent: `datadog:\n  apiKey: ${KEY}\n` } })],
  ])('finds a literal key in the values of %s', (_, manifest) => {
    expect(check(RULE, [manifest])).toHaveLength(1);
    expectFound([manifest], manifest, 'has an API key of Datadog in clear text');
  });

  test('leaves values of other charts alone', () => {
    const redis = object('argoproj.io/v1alpha1', 'Application', 'argocd/redis', { spec: { source: { chart: 'redis', helm: { valuesObject: { password: 'hunter2' } } } } });
    expect(check(RULE, [redis])).toEqual([]);
  });
});
