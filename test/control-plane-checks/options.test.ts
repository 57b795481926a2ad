import { parse } from 'yaml';
import { watched } from './clusters';
import { follow } from './follow';
import { EtcdCertificate, Platform, PushProx } from '../../src';
import { violationOf } from '../requirements/violations';

const instanceOf = (check: string, options = {}) => follow(watched(Platform.kubeadm(), options).manifests).find(f => f.check === check)!.instance;

test('defaults of the check of an API server', () => {
  expect(instanceOf('kube_apiserver_metrics')).toEqual({
    prometheus_url: 'https://%%host%%:%%port_https%%/metrics', bearer_token_auth: true, tls_verify: false, tls_ignore_warning: true,
  });
});

test('URL, verification, authority and options of the user', () => {
  const url = 'https://%%host%%:11443/metrics';
  const caCertificatePath = '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt';
  expect(instanceOf('kube_apiserver_metrics', { apiServer: { url, caCertificatePath, instance: { tags: ['team:x'], timeout: 20 } } })).toEqual({
    prometheus_url: url, bearer_token_auth: true, tls_verify: true, tls_ca_cert: caCertificatePath, tags: ['team:x'], timeout: 20,
  });
  expect(instanceOf('etcd', { etcd: { tlsVerify: false } })).toMatchObject({ tls_verify: false, tls_ignore_warning: true, tls_cert: expect.any(String) });
  expect(instanceOf('kube_scheduler', { scheduler: { url: 'http://%%host%%:9/metrics' } })).not.toHaveProperty('tls_verify');
});

test('an authority that nobody mounts stops the synthesis', () => {
  expect(() => watched(Platform.kubeadm(), { scheduler: { caCertificatePath: '/ca/scheduler.crt' } }))
    .toThrow("control-plane/certificate-is-mounted: ConfigMap datadog/datadog-agent-checks: the check 'kube_scheduler' has 'tls_ca_cert: /ca/scheduler.crt'");
});

test.each([
  ['control-plane/url', Platform.kubeadm(), { scheduler: { url: 'localhost:10259' } }, "the URL of the scheduler is 'localhost:10259'"],
  ['control-plane/bind-address', Platform.kubeadm(), { bindAddress: 'everywhere' }, "'bindAddress' is 'everywhere', which is no IP address"],
  ['control-plane/instance-option', Platform.kubeadm(), { etcd: { instance: { tls_verify: false } } }, "'tls_verify' is among the options of the etcd"],
  ['control-plane/instance-option', Platform.kubeadm(), { etcd: { instance: { prometheus_url: 'x' } } }, "'prometheus_url' is among the options of the etcd"],
  ['control-plane/option-applies', Platform.kubeadm(), { pushProx: PushProx.PROXY }, "'pushProx' is set, and Kubernetes by kubeadm has no PushProx"],
  ['control-plane/option-applies', Platform.rke2(), { etcdCertificate: EtcdCertificate.job() }, "'etcdCertificate' is set, and RKE2 keeps no certificate of etcd in a Secret"],
])('%s', (rule, platform, options, reason) => {
  expect(violationOf(() => watched(platform, options))).toMatchObject({ rule, reason });
});

test('refuses a relative path of a certificate authority', () => {
  expect(violationOf(() => watched(Platform.kubeadm(), { scheduler: { caCertificatePath: 'ca.crt' } })))
    .toMatchObject({ rule: 'control-plane/option-value', reason: "'controlPlane.scheduler.caCertificatePath' is not an absolute path" });
});

test.each<[any, string]>([
  [{ etcd: false }, 'Write etcd: { enabled: false }'],
  [{ etcd: ['x'] }, 'Write etcd: {}'],
  [{ scheduler: { tlsVerify: 'false' } }, 'Write tlsVerify: false'],
  [{ etcdCertificate: {} }, 'Write etcdCertificate: EtcdCertificate.externalSecrets(), or one of EtcdCertificate.kyvernoClone()'],
])('refuses %j and shows the right form', (options, remedy) => {
  expect(violationOf(() => watched(Platform.kubeadm(), options))).toMatchObject({ rule: 'options/types', remedy: expect.stringContaining(remedy) });
});

test('null is nothing, as it is in other languages', () => {
  const nothing: any = {
    etcd: null,
    scheduler: { enabled: null, tlsVerify: null, caCertificatePath: null, instance: null },
    delivery: null,
    pushProx: null,
    etcdCertificate: null,
  };
  expect(watched(Platform.rke(), nothing).checks.components).toEqual(watched(Platform.rke()).checks.components);
  expect(instanceOf('kube_scheduler', { scheduler: nothing.scheduler })).toEqual(instanceOf('kube_scheduler'));
});

test.each([['10.0.0.256'], ['a:b'], [':::'], ['fe80::1%eth0']])('%s is no address to listen on', bindAddress => {
  expect(violationOf(() => watched(Platform.kubeadm(), { bindAddress })).rule).toBe('control-plane/bind-address');
});

test('without TLS nobody shows a certificate, and no key is mounted', () => {
  const { manifests, checks, summary } = watched(Platform.kubeadm(), { etcd: { url: 'http://%%host%%:2381/metrics' } });
  expect(follow(manifests).find(f => f.check === 'etcd')!.instance).toEqual({ prometheus_url: 'http://%%host%%:2381/metrics' });
  expect(JSON.stringify(manifests)).not.toContain('/etc/kubernetes/pki');
  expect(summary).toContain('    signs in with: nothing');
  expect(checks.components).toHaveLength(4);
});

describe.each([['::', '[::]'], ['10.0.0.1', '10.0.0.1'], ['0.0.0.0', '0.0.0.0']])('%s is an address to listen on', (bindAddress, host) => {
  const configured = (platform: Platform, component: string) =>
    watched(platform, { bindAddress }).checks.components.find(c => c.component === component)!.nodeConfiguration;

  test('as YAML for each platform', () => {
    expect(parse(configured(Platform.rke2(), 'scheduler')[1])).toEqual({ 'kube-scheduler-arg': [`bind-address=${bindAddress}`] });
    expect(parse(configured(Platform.kubeadm(), 'scheduler').join('\n')).scheduler.extraArgs).toEqual([{ name: 'bind-address', value: bindAddress }]);
    expect(parse(configured(Platform.talos(), 'scheduler').slice(1).join('\n')).cluster.scheduler.extraArgs).toEqual({ 'bind-address': bindAddress });
  });

  test('with brackets where a port follows', () => {
    expect(parse(configured(Platform.talos(), 'etcd').slice(1, -1).join('\n')).cluster.etcd.extraArgs).toEqual({ 'listen-metrics-urls': `http://${host}:2381` });
  });
});

test('files that name who runs endpoints want an Agent that knows the word', () => {
  expect(violationOf(() => watched(Platform.kubeadm(), {}, { agentVersion: '7.68.3' }))).toMatchObject({
    rule: 'agent/has-feature', reason: 'the Agent 7.68.3 has no resolve of endpoints in advanced_ad_identifiers, which came with 7.69',
  });
  expect(watched(Platform.kubeadm(), {}, { agentVersion: '7.69.0' }).checks.components).toHaveLength(4);
});

test('a check of the user by the same name is an error: one file would take the place of the other', () => {
  const checks = [{ name: 'etcd', instances: [{ prometheus_url: 'http://x' }] }];
  expect(violationOf(() => watched(Platform.rke2(), {}, { clusterAgent: { checks } })).rule).toBe('cluster-checks/file-is-unique');
});

describe('runners', () => {
  const workloads = (platform: Platform, props = {}) => watched(platform, {}, props).manifests.filter(m => m.kind === 'Deployment').map(m => m.metadata.name);

  test.each([
    ['OpenShift 4', Platform.openShift4(), true], ['OpenShift 3', Platform.openShift3(), true], ['kubeadm', Platform.kubeadm(), false], ['RKE', Platform.rke(), false],
  ])('%s: where a certificate is for whoever runs the check: %p', (_, platform, runners) => {
    expect(workloads(platform).includes('datadog-clusterchecks')).toBe(runners);
  });

  test('without them on OpenShift 4, node Agents have the certificate', () => {
    const { manifests } = watched(Platform.openShift4(), {}, { clusterCheckRunners: { enabled: false } });
    expect(follow(manifests).find(f => f.check === 'etcd')!.workload.kind).toBe('DaemonSet');
  });
});

test('the summary says what, how, from where, which metrics, what proves it, and what is needed first', () => {
  const { summary } = watched(Platform.rke2());
  expect(summary).toContain([
    '  etcd:',
    '    how: each endpoint of the Service kube-system/datadog-etcd (made here), http://%%host%%:2381/metrics',
    '    signs in with: nothing',
    '    from: any node Agent, on behalf of the Cluster Agent',
    '    metrics: etcd.*',
    '    proof: kubectl exec --namespace datadog deployment/datadog-cluster-agent --container cluster-agent -- agent clusterchecks | grep --after-context 8 etcd; '
      + 'kubectl exec --namespace datadog "${POD:?a pod of datadog-agent that it names}" --container agent -- agent status | grep --after-context 12 etcd',
    '    needed first:',
    '      In /etc/rancher/rke2/config.yaml of every server, followed by a restart of rke2-server:',
    '      etcd-expose-metrics: true',
  ].join('\n'));
});

test('on K3s the summary says whose etcd nobody watches', () => {
  expect(watched(Platform.k3s()).summary).toContain([
    '      In /etc/rancher/k3s/config.yaml of every server, followed by a restart of k3s:',
    '      etcd-expose-metrics: true',
    '      # Servers for etcd alone (disable-apiserver) are no endpoints of default/kubernetes, so their etcd is not watched.',
  ].join('\n'));
});

test('the summary says what mounts of files leave on nodes that have none', () => {
  const leaves = /on nodes without its files: .*/;
  expect(leaves.exec(watched(Platform.kubeadm()).summary)![0]).toBe('on nodes without its files: the container runtime makes empty folders, '
    + '/etc/kubernetes/pki/etcd/healthcheck-client.crt, /etc/kubernetes/pki/etcd/healthcheck-client.key, /etc/kubernetes/pki/etcd/ca.crt; '
    + 'remove them before such a node joins the control plane');
  // Runners are on masters alone, and copies are made from a folder that all nodes have.
  for (const platform of [Platform.openShift3(), Platform.rke()]) expect(watched(platform).summary).not.toMatch(leaves);
});

test('the commands are those of the summary', () => {
  const { checks, summary } = watched(Platform.openShift4());
  expect(checks.commands).toEqual([expect.stringMatching(/^oc create secret generic datadog-etcd-client --namespace datadog /)]);
  expect(summary).toContain(`  commands to run:\n    ${checks.commands[0]}`);
});
