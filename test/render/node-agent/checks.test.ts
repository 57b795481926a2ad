import { nodeAgents } from './node-agents';
import { CUSTOM } from '../../../src/facts/platforms/custom';
import { PlatformFact } from '../../../src/facts/platforms/platform-fact';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { violationOf } from '../../requirements/violations';

const NGINX = { name: 'nginx', adIdentifiers: ['nginx'], instances: [{ nginx_status_url: 'http://%%host%%/status' }] };

test('without check files there is no ConfigMap, and nothing at /conf.d', () => {
  const view = nodeAgents();
  expect(view.ofKind('ConfigMap')).toEqual([]);
  expect(view.mounts('init-config')).not.toContain('/conf.d: confd');
});

test("the user's checks are files that the init container alone reads", () => {
  const view = nodeAgents({ nodeAgent: { checks: [NGINX, { ...NGINX, file: 'shop', initConfig: { proxy: 1 }, logs: [{ service: 'shop' }] }] } });
  const [{ metadata, data }] = view.ofKind('ConfigMap');
  expect(metadata).toMatchObject({ name: 'datadog-agent-checks', namespace: 'datadog' });
  expect(Object.fromEntries(Object.entries<string>(data).map(([key, text]) => [key, JSON.parse(text)]))).toEqual({
    'nginx.nginx.yaml': { ad_identifiers: ['nginx'], init_config: {}, instances: NGINX.instances },
    'nginx.shop.yaml': { ad_identifiers: ['nginx'], init_config: { proxy: 1 }, instances: NGINX.instances, logs: [{ service: 'shop' }] },
  });
  expect(view.volume('confd')).toEqual({
    name: 'confd',
    configMap: {
      name: 'datadog-agent-checks',
      items: [{ key: 'nginx.nginx.yaml', path: 'nginx.d/nginx.yaml' }, { key: 'nginx.shop.yaml', path: 'nginx.d/shop.yaml' }],
    },
  });
  expect(view.names.filter((name: string) => view.mounts(name).includes('/conf.d: confd'))).toEqual(['init-config']);
});

test('files that constructs add stand beside them, and one that is there already is an error', () => {
  const etcd = { checkFiles: { 'etcd.yaml': { instances: [{ prometheus_url: 'https://localhost:2379/metrics' }] } } };
  expect(Object.keys(nodeAgents({ nodeAgent: { checks: [NGINX] } }, [etcd]).ofKind('ConfigMap')[0].data)).toEqual(['nginx.nginx.yaml', 'etcd.yaml']);
  expect(violationOf(() => nodeAgents({}, [etcd, etcd]))).toMatchObject({ rule: 'node-agent/check-file-is-unique', reason: expect.stringContaining("'etcd.yaml'") });
});

test('a change of a file replaces the pods', () => {
  const checksum = (instances: object[]) => nodeAgents({ nodeAgent: { checks: [{ ...NGINX, instances }] } }).daemonSet.spec.template.metadata.annotations['checksum/confd'];
  expect(checksum([{ a: 1 }])).not.toBe(checksum([{ a: 2 }]));
  expect(checksum([{ a: 1 }])).toBe(checksum([{ a: 1 }]));
});

test('who runs the checks of the cluster', () => {
  const providers = (description: Parameters<typeof nodeAgents>[0]) => nodeAgents(description).env('agent').DD_EXTRA_CONFIG_PROVIDERS;
  expect(providers({})).toBe('clusterchecks endpointschecks');
  expect(providers({ clusterCheckRunners: { enabled: true } })).toBe('endpointschecks');
  expect(providers({ features: { clusterChecks: { enabled: false } } })).toBeUndefined();
});

test('checks that the Agents leave alone', () => {
  const ignored = (description: Parameters<typeof nodeAgents>[0], ...parts: object[]) => nodeAgents(description, parts).env('agent').DD_IGNORE_AUTOCONF;
  expect(ignored({})).toBe('kubernetes_state');
  expect(ignored({ features: { kubeStateMetrics: { enabled: false } } })).toBeUndefined();
  expect(ignored({}, { ignoreAutoConf: ['etcd', 'kubernetes_state'] })).toBe('kubernetes_state etcd');
  expect(nodeAgents().env('trace-agent')).not.toHaveProperty('DD_IGNORE_AUTOCONF');
});

describe('on control-plane nodes no check sets itself up without permissions and certificates', () => {
  const ignored = (platform: PlatformFact, ...parts: object[]) => nodeAgents({ platform: { fact: platform } }, parts).env('agent').DD_IGNORE_AUTOCONF;

  test.each<readonly [string, PlatformFact, string]>([
    ['kubeadm', PLATFORMS.kubeadm, 'kube_apiserver_metrics etcd kube_scheduler kube_controller_manager kubernetes_state'],
    ['a custom platform', CUSTOM, 'kube_apiserver_metrics etcd kube_scheduler kube_controller_manager kubernetes_state'],
    ['Talos, where etcd is no container', PLATFORMS.talos, 'kube_scheduler kube_controller_manager kubernetes_state'],
    ['OpenShift 3', PLATFORMS.openShift3, 'etcd kubernetes_state'],
    ['EKS, which has no such nodes', PLATFORMS.eks, 'kubernetes_state'],
    ['RKE2, whose images have other names', PLATFORMS.rke2, 'kubernetes_state'],
  ])('%s', (_, platform, names) => expect(ignored(platform)).toBe(names));

  test("names of the user's come first, and each name is there once", () => {
    const ofUser = nodeAgents({ platform: { fact: PLATFORMS.talos }, nodeAgent: { ignoreAutoConf: ['kube_scheduler', 'redisdb'] } }).env('agent');
    expect(ofUser.DD_IGNORE_AUTOCONF).toBe('kube_scheduler redisdb kube_controller_manager kubernetes_state');
    expect(ignored(PLATFORMS.talos, { ignoreAutoConf: ['kube_scheduler', 'etcd'] })).toBe('kube_scheduler kube_controller_manager kubernetes_state etcd');
  });
});

test('the way to the Cluster Agent, and its certificate where that is checked', () => {
  expect(nodeAgents({ namespace: 'monitoring' }).env('agent')).toMatchObject({
    DD_CLUSTER_AGENT_ENABLED: 'true', DD_CLUSTER_AGENT_URL: 'https://datadog-cluster-agent.monitoring.svc.cluster.local:5005',
  });
  const view = nodeAgents({ clusterAgentTls: { secretName: 'dd-ca' } });
  expect(view.env('agent')).toMatchObject({
    DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION: 'true', DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH: '/etc/datadog-agent/certificates/ca.crt',
  });
  expect(view.volume('agent-ca-cert')).toEqual({ name: 'agent-ca-cert', secret: { secretName: 'dd-ca', items: [{ key: 'tls.crt', path: 'ca.crt' }] } });
  expect(view.mounts('agent')).toContain('/etc/datadog-agent/certificates: agent-ca-cert');
  expect(view.mounts('trace-agent')).not.toContain('/etc/datadog-agent/certificates: agent-ca-cert');
});
