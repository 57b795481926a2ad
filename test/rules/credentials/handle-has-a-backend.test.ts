import { agent, check, deployment, env, finding, instrumented, nodeAgent, object } from '../fixtures';

const RULE = 'credentials/handle-has-a-backend';
const AGENT = 'registry.datadoghq.com/agent:7.81.1';
const BACKEND = { DD_SECRET_BACKEND_TYPE: 'k8s.secrets' };

describe('env vars', () => {
  const sidecar = (vars: object, fields: object = {}) => instrumented('shop/web', { env: { DD_API_KEY: 'ENC[shop/datadog;api-key]', ...vars }, agent: fields });

  test('finds a handle without a backend', () => {
    expect(check(RULE, [sidecar({ DD_PROXY_HTTPS: 'ENC[proxy]' })])).toEqual([
      finding(RULE, sidecar({}), "the container 'datadog-agent-injected' has a handle 'ENC[...]' in 'DD_API_KEY' and 'DD_PROXY_HTTPS' and no secret backend"),
    ]);
  });

  test('reads the entry that counts', () => {
    const twice = (...values: string[]) => instrumented('shop/web', { agent: { env: values.map(value => ({ name: 'DD_API_KEY', value })) } });
    expect(check(RULE, [twice('ENC[x]', 'y')])).toEqual([]);
    expect(check(RULE, [twice('y', 'ENC[x]')])).toHaveLength(1);
  });

  test.each<[string, object, object]>([
    ['with a type', BACKEND, {}],
    ['with a command', { DD_SECRET_BACKEND_COMMAND: '/readsecret_multiple_providers.sh' }, {}],
    ['with envFrom', {}, { envFrom: [{ configMapRef: { name: 'x' } }] }],
    ['with a file of settings', {}, { volumeMounts: [{ name: 'x', mountPath: '/etc/datadog-agent/datadog.yaml', subPath: 'datadog.yaml' }] }],
    ['in an image of the user', {}, { image: 'registry.acme.com/our-agent:1' }],
  ])('is content %s', (_, vars, fields) => {
    expect(check(RULE, [sidecar(vars, fields)])).toEqual([]);
  });

  test('leaves applications alone', () => {
    expect(check(RULE, [deployment('shop/web', { containers: [{ name: 'web', image: 'web:1', env: env({ DD_API_KEY: 'ENC[x]' }) }] })])).toEqual([]);
  });
});

describe('checks', () => {
  const INSTANCES = { redisdb: { instances: [{ host: '%%host%%', password: 'ENC[redis]' }] } };
  const annotated = (manifest: any, key: string) => {
    const metadata = (manifest.spec?.template ?? manifest).metadata;
    metadata.annotations = { [`ad.datadoghq.com/${key}.checks`]: JSON.stringify(INSTANCES) };
    return manifest;
  };
  const nodes = (vars: object = {}) => nodeAgent('datadog/datadog-agent', { containers: [{ name: 'agent', image: AGENT, env: env(vars as any) }] });
  const clusterAgent = (vars: object = {}) => deployment('datadog/cluster-agent', {
    containers: [{ name: 'cluster-agent', image: 'registry.datadoghq.com/cluster-agent:7.81.1', env: env({ DD_CLUSTER_CHECKS_ENABLED: 'true', ...vars }) }],
  });
  const runner = (vars: object = {}) => deployment('datadog/runner', { containers: [{ name: 'agent', image: AGENT, env: env({ DD_EXTRA_CONFIG_PROVIDERS: 'clusterchecks', ...vars }) }] });

  test('an annotation of a pod is resolved by its sidecar, or by the node Agents', () => {
    const web = () => annotated(deployment('shop/web', { containers: [{ name: 'web' }] }), 'web');
    expect(check(RULE, [web(), nodes()])).toEqual([finding(RULE, web(), "the check 'redisdb' has a handle 'ENC[...]', and 'DaemonSet datadog-agent' would resolve it")]);
    expect(check(RULE, [web(), nodes(BACKEND)])).toEqual([]);
    expect(check(RULE, [web()])).toEqual([]);
    const own = (vars: object) => annotated(deployment('shop/web', { containers: [{ name: 'web' }, agent(vars as any)] }), 'web');
    expect(check(RULE, [own({}), nodes(BACKEND)])).toEqual([finding(RULE, own({}), "'Deployment web'")]);
    expect(check(RULE, [own(BACKEND), nodes()])).toEqual([]);
  });

  test('an annotation of a Service is resolved by the Cluster Agent, unless it leaves that to the runners', () => {
    const web = () => annotated(object('v1', 'Service', 'shop/web'), 'service');
    expect(check(RULE, [web(), clusterAgent(), runner(BACKEND)])).toEqual([finding(RULE, web(), "'Deployment cluster-agent' would resolve it and has no secret backend")]);
    expect(check(RULE, [web(), clusterAgent(BACKEND), runner()])).toEqual([]);
    const skips = clusterAgent({ ...BACKEND, DD_SECRET_BACKEND_SKIP_CHECKS: 'true' });
    expect(check(RULE, [web(), skips, runner()])).toEqual([finding(RULE, web(), "'Deployment runner'")]);
    expect(check(RULE, [web(), skips, runner(BACKEND)])).toEqual([]);
  });

  test('a file is resolved by the Agents that load it', () => {
    const files = object('v1', 'ConfigMap', 'datadog/checks', { data: { 'redisdb.yaml': JSON.stringify({ ad_identifiers: ['redis'], ...INSTANCES.redisdb }) } });
    const loading = (vars: object) => nodeAgent('datadog/datadog-agent', {
      containers: [{ name: 'agent', image: AGENT, env: env(vars as any), volumeMounts: [{ name: 'confd', mountPath: '/conf.d' }] }], volumes: [{ name: 'confd', configMap: { name: 'checks' } }],
    });
    expect(check(RULE, [files, loading({})])).toEqual([finding(RULE, files, "'DaemonSet datadog-agent'")]);
    expect(check(RULE, [files, loading(BACKEND)])).toEqual([]);
  });
});
