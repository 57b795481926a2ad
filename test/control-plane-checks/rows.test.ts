import { DELIVERIES, PLATFORMS, watched } from './clusters';
import { follow, Followed, origins } from './follow';
import { ControlPlaneDelivery, EtcdCertificate, Platform, PushProx } from '../../src';

const CASES = PLATFORMS.flatMap(([name, platform]) => DELIVERIES.map(delivery => [`${name}, ${delivery}`, platform, delivery] as const));

/** Pods that Services of ours are to find, as their makers label them. */
const PODS: ReadonlyArray<{ readonly source: string; readonly namespace: string; readonly labels: { readonly [name: string]: string } }> = [
  ...['etcd', 'controllers'].map(component => ({
    source: 'openshift/openshift-ansible release-3.11: roles/etcd/files/etcd.yaml, roles/openshift_control_plane/files/controller.yaml',
    namespace: 'kube-system',
    labels: { 'openshift.io/component': component, 'openshift.io/control-plane': 'true' },
  })),
  ...['kube-scheduler', 'kube-controller-manager', 'kube-etcd'].map(component => ({
    source: 'rancher/charts, packages/rancher-pushprox/charts/templates/_helpers.tpl: pushProxy.client.labels',
    namespace: 'cattle-monitoring-system',
    labels: { 'k8s-app': `pushprox-${component}-client`, component, 'provider': 'kubernetes', 'release': 'rancher-monitoring' },
  })),
  ...['etcd', 'kube-scheduler', 'kube-controller-manager'].map(component => ({
    source: 'rancher/rke2, pkg/staticpod/staticpod.go: pod()',
    namespace: 'kube-system',
    labels: { component, tier: 'control-plane' },
  })),
  ...['kube-scheduler', 'kube-controller-manager'].map(id => ({
    source: 'siderolabs/talos, internal/app/machined/pkg/controllers/k8s/control_plane_static_pod.go',
    namespace: 'kube-system',
    labels: { 'tier': 'control-plane', 'k8s-app': id, 'component': id, 'app.kubernetes.io/name': id, 'app.kubernetes.io/managed-by': 'Talos' },
  })),
];

/** Services that are there without us. */
const SERVICES = [
  'default/kubernetes', 'openshift-etcd/etcd', 'openshift-kube-scheduler/scheduler', 'openshift-kube-controller-manager/kube-controller-manager',
  ...['kube-scheduler', 'kube-controller-manager', 'kube-etcd'].map(c => `cattle-monitoring-system/pushprox-${c}-client`),
];

describe.each(CASES)('%s', (_, platform, delivery) => {
  const { manifests, checks } = watched(platform(), { delivery });
  const followed = follow(manifests);

  test('has each check once, and an answer for each component', () => {
    expect(followed.map(f => f.check).sort()).toEqual(checks.components.map(c => c.check).sort());
    expect([...checks.components, ...checks.unreachable].map(c => c.component).sort()).toEqual(['API server', 'controller-manager', 'etcd', 'scheduler']);
  });

  test('every file of a check is mounted, read-only, in the container that runs it', () => {
    for (const f of followed) for (const { readOnly } of origins(f)) expect(readOnly).toBe(true);
  });

  test('every Service is there, or it is ours and selects the pods of its component', () => {
    for (const { service } of followed) {
      if (!service || SERVICES.includes(`${service.namespace}/${service.name}`)) continue;
      const own = manifests.find(m => m.kind === 'Service' && m.metadata.name === service.name && m.metadata.namespace === service.namespace);
      const selected = PODS.filter(({ namespace, labels }) => namespace === service.namespace
        && Object.entries<string>(own.spec.selector).every(([name, value]) => labels[name] === value));
      expect(selected.length).toBeGreaterThan(0);
      expect(own.spec.clusterIP).toBe('None');
    }
  });

  test('who runs a check may get the metrics and tell who leads', () => {
    for (const f of followed.filter(({ instance }) => instance.bearer_token_auth)) {
      const account = f.workload.spec.template.spec.serviceAccountName;
      const rules = rulesOf(manifests, account);
      const own = String(f.instance.prometheus_url).includes('/apis/metrics.eks.amazonaws.com/');
      if (own) expect(rules).toContainEqual({ apiGroups: ['metrics.eks.amazonaws.com'], resources: [f.check === 'kube_scheduler' ? 'ksh/metrics' : 'kcm/metrics'], verbs: ['get'] });
      else expect(rules).toContainEqual({ nonResourceURLs: ['/metrics', '/metrics/slis'], verbs: ['get'] });
      if (['kube_scheduler', 'kube_controller_manager'].includes(f.check)) {
        const leaders = rules.filter((r: any) => r.resourceNames?.[0] === f.check.replace(/_/g, '-') && r.verbs.join() === 'get');
        expect(leaders).toHaveLength(f.instance.leader_election === false ? 0 : 1);
      }
    }
  });

  test('values are of the types that the integrations want, and none is left to a default', () => {
    for (const { instance } of followed) {
      const https = String(instance.prometheus_url).startsWith('https:');
      expect(typeof instance.tls_verify).toBe(https ? 'boolean' : 'undefined');
      expect([true, undefined]).toContain(instance.bearer_token_auth);
      expect(Object.keys(instance).filter(key => key.startsWith('ssl_'))).toEqual([]);
      // A key goes with a certificate, and is another file.
      expect(instance.tls_cert === undefined).toBe(instance.tls_private_key === undefined);
      if (instance.tls_cert) expect(instance.tls_cert).not.toBe(instance.tls_private_key);
    }
  });

  test('what is in check files is not also found by the Agents themselves', () => {
    for (const f of followed) {
      const ignored = f.container.env.find((e: any) => e.name === 'DD_IGNORE_AUTOCONF').value.split(' ');
      expect(ignored).toContain(f.check);
    }
  });

  test('Services of the platform get annotations alone, in a file of their own, and never labels', () => {
    const foreign = manifests.filter(m => m.kind === 'Service' && SERVICES.includes(`${m.metadata.namespace}/${m.metadata.name}`));
    expect(foreign.length > 0).toBe(delivery !== ControlPlaneDelivery.CHECK_FILES);
    for (const service of foreign) {
      expect(Object.keys(service).sort()).toEqual(['apiVersion', 'kind', 'metadata']);
      expect(Object.keys(service.metadata).sort()).toEqual(['annotations', 'name', 'namespace']);
      expect(service.metadata.annotations['argocd.argoproj.io/sync-options']).toBe('ServerSideApply=true,Prune=false,Delete=false');
    }
  });
});

function rulesOf(manifests: readonly any[], account: string): any[] {
  const roles = manifests.filter(m => m.kind === 'ClusterRoleBinding' && m.subjects.some((s: any) => s.name === account)).map(m => m.roleRef.name);
  return manifests.filter(m => m.kind === 'ClusterRole' && roles.includes(m.metadata.name)).flatMap(m => m.rules);
}

function etcdOf(platform: Platform, options = {}, props = {}): Followed {
  return follow(watched(platform, options, props).manifests).find(f => f.check === 'etcd')!;
}

describe('where the certificate of etcd comes from', () => {
  const host = (path: string) => ({ kind: 'hostPath', of: path });

  test('kubeadm: a certificate for clients, each file by itself', () => {
    const etcd = etcdOf(Platform.kubeadm());
    expect(origins(etcd)).toMatchObject([
      host('/etc/kubernetes/pki/etcd/healthcheck-client.crt'), host('/etc/kubernetes/pki/etcd/healthcheck-client.key'), host('/etc/kubernetes/pki/etcd/ca.crt'),
    ]);
    const mounts = etcd.container.volumeMounts.filter((m: any) => m.mountPath.startsWith('/host/etc/kubernetes'));
    expect(mounts.map((m: any) => m.mountPath.split('/').pop()).sort()).toEqual(['ca.crt', 'healthcheck-client.crt', 'healthcheck-client.key']);
  });

  test('OpenShift 3: three files of the masters, not their folder, and not the authority that one of them has', () => {
    const etcd = etcdOf(Platform.openShift3());
    expect(origins(etcd)).toMatchObject([host('/etc/etcd/server.crt'), host('/etc/etcd/server.key'), host('/etc/etcd/ca.crt')]);
    const pod = etcd.workload.spec.template.spec;
    expect(pod.volumes.filter((v: any) => v.hostPath).map((v: any) => v.hostPath)).toEqual(['server.crt', 'server.key', 'ca.crt'].map(f => ({ path: `/etc/etcd/${f}`, type: 'File' })));
    expect(pod.nodeSelector).toMatchObject({ 'node-role.kubernetes.io/master': 'true' });
    expect(pod.tolerations).toContainEqual({ key: 'node-role.kubernetes.io/master', operator: 'Exists', effect: 'NoSchedule' });
  });

  test('OpenShift 3 without runners: the Agent on the master has them', () => {
    const etcd = etcdOf(Platform.openShift3(), {}, { clusterCheckRunners: { enabled: false } });
    expect(etcd.workload.kind).toBe('DaemonSet');
    expect([etcd.service, etcd.images]).toEqual([undefined, ['etcd']]);
    expect(origins(etcd)).toMatchObject([host('/etc/etcd/server.crt'), host('/etc/etcd/server.key'), host('/etc/etcd/ca.crt')]);
  });

  test.each([
    ['4.13', { namespace: 'openshift-monitoring', secretName: 'kube-etcd-client-certs' }, ['etcd-client.crt', 'etcd-client.key', 'etcd-client-ca.crt']],
    ['4.14', { namespace: 'openshift-etcd-operator', secretName: 'etcd-metric-client' }, ['tls.crt', 'tls.key', 'ca-bundle.crt']],
  ])('OpenShift %s: a Secret of the platform, under its own name by Kyverno', (openShiftVersion, source, keys) => {
    const certificate = EtcdCertificate.kyvernoClone();
    const etcd = etcdOf(Platform.openShift4({ openShiftVersion }), { etcdCertificate: certificate });
    expect(origins(etcd).map(o => o.of.split('/'))).toEqual(keys.map((key, at) => [at === 2 && openShiftVersion === '4.14' ? 'etcd-metric-serving-ca' : source.secretName, key]));
    expect(etcd.instance).toMatchObject({ tls_verify: true });
  });

  test('OpenShift 4: a port by its name, on runners', () => {
    const etcd = etcdOf(Platform.openShift4());
    expect(etcd.instance.prometheus_url).toBe('https://%%host%%:%%port_etcd-metrics%%/metrics');
    expect(etcd.service).toMatchObject({ namespace: 'openshift-etcd', name: 'etcd', resolve: 'ip' });
    expect(etcd.workload.metadata.name).toBe('datadog-clusterchecks');
    expect(origins(etcd)).toMatchObject(['tls.crt', 'tls.key', 'ca.crt'].map(key => ({ kind: 'secret', of: `datadog-etcd-client/${key}` })));
  });

  test('OpenShift 4 by External Secrets without the authority: the server is not verified, and told so', () => {
    const etcd = etcdOf(Platform.openShift4(), { etcdCertificate: EtcdCertificate.externalSecrets() });
    expect(etcd.instance).toMatchObject({ tls_verify: false, tls_ignore_warning: true });
    expect(etcd.instance.tls_ca_cert).toBeUndefined();
  });

  test.each([['RKE', Platform.rke(), '/etc/kubernetes/ssl'], ['RKE on Flatcar', Platform.rke({ immutableOs: true }), '/opt/rke/etc/kubernetes/ssl']])('%s: copies under names that are the same on every node', (_, platform, folder) => {
    const etcd = etcdOf(platform);
    expect(origins(etcd)).toMatchObject([{ kind: 'copy', of: 'etcd-certificate' }, { kind: 'copy' }, { kind: 'copy' }]);
    const pod = etcd.workload.spec.template.spec;
    const copier = pod.initContainers.find((c: any) => c.name === 'etcd-certificate');
    const volume = pod.volumes.find((v: any) => v.hostPath?.path === folder);
    expect(copier.volumeMounts).toContainEqual({ name: volume.name, mountPath: '/host-certificates', readOnly: true });
    expect(pod.containers.flatMap((c: any) => c.volumeMounts).filter((m: any) => m.name === volume.name)).toEqual([]);
  });
});

describe('RKE by the choice of the user', () => {
  const scheduler = (pushProx: PushProx, kubernetesVersion: string) =>
    follow(watched(Platform.rke({ kubernetesVersion }), { pushProx }).manifests).find(f => f.check === 'kube_scheduler')!;

  test.each([
    [PushProx.CHART_SERVICES, '1.22', 'http://%%host%%:10251/metrics', 'pushprox-kube-scheduler-client'],
    [PushProx.CHART_SERVICES, '1.23', 'https://%%host%%:10259/metrics', 'pushprox-kube-scheduler-client'],
    [PushProx.OWN_SERVICES, '1.23', 'https://%%host%%:10259/metrics', 'pushprox-kube-scheduler-datadog'],
    [PushProx.PROXY, '1.22', 'http://%%host%%:10251/metrics', 'pushprox-kube-scheduler-client'],
    [PushProx.PROXY, '1.23', 'http://%%host%%:10259/metrics?_scheme=https', 'pushprox-kube-scheduler-client'],
  ])('%s on %s', (pushProx, version, url, service) => {
    const found = scheduler(pushProx, version);
    expect(found.instance.prometheus_url).toBe(url);
    expect(found.service!.name).toBe(service);
    expect(found.service!.resolve).toBe(pushProx === PushProx.PROXY ? 'ip' : undefined);
    expect(found.instance.bearer_token_auth).toBe(url.startsWith('https') ? true : undefined);
    expect(found.instance.proxy).toEqual(pushProx === PushProx.PROXY
      ? { http: 'http://pushprox-kube-scheduler-proxy.cattle-monitoring-system.svc:8080' } : undefined);
  });

  test('through the proxy no Agent has a certificate, a mount or a toleration', () => {
    const { manifests } = watched(Platform.rke(), { pushProx: PushProx.PROXY });
    const pod = manifests.find(m => m.kind === 'DaemonSet').spec.template.spec;
    expect(JSON.stringify(pod)).not.toContain('certificate');
    expect(pod.tolerations).toBeUndefined();
    expect(follow(manifests).find(f => f.check === 'etcd')!.instance).toEqual({
      prometheus_url: 'http://%%host%%:2379/metrics?_scheme=https',
      proxy: { http: 'http://pushprox-kube-etcd-proxy.cattle-monitoring-system.svc:8080' },
    });
  });
});

test('OpenShift 3: two checks on one Service, and both Services in the namespace of their pods', () => {
  const { manifests } = watched(Platform.openShift3(), { delivery: ControlPlaneDelivery.SERVICE_ANNOTATIONS_V1 });
  const service = manifests.find(m => m.metadata.name === 'datadog-kube-controllers');
  expect(service.metadata.namespace).toBe('kube-system');
  expect(JSON.parse(service.metadata.annotations['ad.datadoghq.com/endpoints.check_names'])).toEqual(['kube_scheduler', 'kube_controller_manager']);
  expect(JSON.parse(service.metadata.annotations['ad.datadoghq.com/endpoints.init_configs'])).toEqual([{}, {}]);
  expect(service.spec).toMatchObject({
    selector: { 'openshift.io/component': 'controllers', 'openshift.io/control-plane': 'true' },
    ports: [{ name: 'https', port: 8444, targetPort: 8444 }],
  });
});

test('OpenShift 4: nobody looks for the Lease of the scheduler where it is not', () => {
  const instances = Object.fromEntries(follow(watched(Platform.openShift4()).manifests).map(f => [f.check, f.instance.leader_election]));
  expect(instances).toEqual({ kube_apiserver_metrics: undefined, etcd: undefined, kube_scheduler: false, kube_controller_manager: undefined });
});

test('EKS: scheduler and controller-manager once, by the address of the Service', () => {
  const followed = follow(watched(Platform.eks()).manifests);
  expect(followed.filter(f => f.service!.kind === 'service').map(f => [f.check, f.instance.extra_headers, f.instance.tls_ca_cert])).toEqual([
    ['kube_scheduler', { accept: '*/*' }, '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt'],
    ['kube_controller_manager', { accept: '*/*' }, '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt'],
  ]);
});

test.each([['RKE2', Platform.rke2()], ['Talos', Platform.talos()], ['kubeadm', Platform.kubeadm()]])('%s with Agents on the network of the host: no node is set differently for what runs as a pod', (_, platform) => {
  const { manifests, checks } = watched(platform, {}, { nodeAgent: { hostNetwork: true } });
  const local = follow(manifests).filter(f => String(f.instance.prometheus_url).includes('//127.0.0.1:'));
  expect(local.map(f => f.check)).toEqual(expect.arrayContaining(['kube_scheduler', 'kube_controller_manager']));
  for (const f of local) expect([f.workload.kind, f.workload.spec.template.spec.hostNetwork, f.service]).toEqual(['DaemonSet', true, undefined]);
  expect(checks.components.filter(c => c.url.includes('127.0.0.1')).flatMap(c => c.nodeConfiguration)).toEqual([]);
});

test('RKE2 with Agents on the network of the host: pods on the nodes of each role carry the checks', () => {
  const { manifests } = watched(Platform.rke2(), {}, { nodeAgent: { hostNetwork: true } });
  const checks = (name: string) => follow(manifests).filter(f => f.carrier === name).map(f => [f.check, f.instance.prometheus_url]);
  expect(checks('etcd-pause')).toEqual([['etcd', 'http://127.0.0.1:2381/metrics']]);
  expect(checks('control-plane-pause')).toEqual([
    ['kube_scheduler', 'https://127.0.0.1:10259/metrics'], ['kube_controller_manager', 'https://127.0.0.1:10257/metrics'],
  ]);
  const pods = (name: string) => manifests.find(m => m.kind === 'DaemonSet' && m.metadata.name === name).spec.template.spec;
  expect(pods('etcd-pause').nodeSelector).toMatchObject({ 'node-role.kubernetes.io/etcd': 'true' });
  expect(pods('control-plane-pause').nodeSelector).toMatchObject({ 'node-role.kubernetes.io/control-plane': 'true' });
  const agents = pods('datadog-agent');
  for (const name of ['etcd-pause', 'control-plane-pause']) expect(pods(name).tolerations).toEqual(agents.tolerations);
  expect(manifests.filter(m => m.kind === 'Service' && m.metadata.namespace === 'kube-system')).toEqual([]);
});

/** An Agent knows a static pod by the hash of its file, and the endpoints of a Service by the uid of its mirror: the two never meet. */
describe.each([
  ...PLATFORMS.map(([name, platform]) => [name, platform, {}] as const),
  ...PLATFORMS.filter(([, platform]) => platform().name !== Platform.eksFargate().name).flatMap(([name, platform]) => [
    [`${name}, Agents on the network of the host`, platform, { nodeAgent: { hostNetwork: true } }] as const,
    [`${name}, no runners`, platform, { clusterCheckRunners: { enabled: false } }] as const,
  ]),
])('%s', (_, platform, props) => {
  test('no Service in front of static pods hands a check to the Agent beside them', () => {
    const { manifests } = watched(platform(), {}, props);
    const bound = follow(manifests).flatMap(({ service }) => service?.kind === 'endpoints' && service.resolve !== 'ip' ? [service.namespace] : []);
    expect(bound.filter(namespace => namespace !== 'cattle-monitoring-system')).toEqual([]);
  });
});
