import { ControlPlaneComponent, EndpointsResolve, K3sDatastore, Platform, TaintEffect } from '../../src';
import { ComponentId } from '../../src/facts/control-plane/control-plane-fact';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { watched } from '../control-plane-checks/clusters';
import { follow, origins } from '../control-plane-checks/follow';
import { program } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

test.each([
  ['kubeadm', Platform.kubeadm(), '1.35'], ['OpenShift 4', Platform.openShift4(), '1.31'], ['OpenShift 3', Platform.openShift3(), '1.11'],
  ['RKE', Platform.rke(), '1.30'], ['RKE before 2.5', Platform.rkeLegacy(), '1.18'], ['RKE2', Platform.rke2(), '1.35'], ['K3s', Platform.k3s(), '1.35'],
  ['Talos', Platform.talos(), '1.31'], ['AKS', Platform.aks(), '1.34'], ['GKE', Platform.gke(), '1.34'],
])('%s is written for the version that its row has, unless the user says otherwise', (_, platform, version) => {
  expect(platform.kubernetesVersion).toBe(version);
});

test.each([['4.3', '1.16'], ['4.13', '1.26'], ['4.14', '1.27'], ['4.22', '1.35']])('OpenShift %s has Kubernetes %s', (openShiftVersion, version) => {
  expect(Platform.openShift4({ openShiftVersion }).kubernetesVersion).toBe(version);
});

test.each<any>(['4', '4.2', '3.11', '5.0', '4.14.1', 'four', ''])('%j is no version of OpenShift 4', openShiftVersion => {
  expect(violationOf(() => Platform.openShift4({ openShiftVersion })).rule).toBe('platform/openshift-version');
});

test.each([
  ['RKE', () => Platform.rke({ kubernetesVersion: '1.17' }), () => Platform.rke({ kubernetesVersion: '1.16' })],
  ['RKE before 2.5', () => Platform.rkeLegacy({ kubernetesVersion: '1.11' }), () => Platform.rkeLegacy({ kubernetesVersion: '1.10' })],
  ['kubeadm', () => Platform.kubeadm({ kubernetesVersion: '1.21' }), () => Platform.kubeadm({ kubernetesVersion: '1.20' })],
])('%s from its oldest version on', (_, oldest, older) => {
  expect(() => program({ platform: oldest() })).not.toThrow();
  expect(violationOf(() => program({ platform: older() })).rule).toBe('platform/kubernetes-version');
});

test('every row names all four components, each with a way for every version', () => {
  const ids: ComponentId[] = ['apiServer', 'etcd', 'scheduler', 'controllerManager'];
  for (const { controlPlane } of Object.values(PLATFORMS)) for (const id of ids) expect(controlPlane[id].length).toBeGreaterThan(0);
});

test('K3s keeps its data in etcd unless told otherwise', () => {
  expect(watched(Platform.k3s()).checks.components.map(c => c.component)).toContain('etcd');
  expect(watched(Platform.k3s({ datastore: K3sDatastore.EMBEDDED_ETCD })).checks.unreachable).toEqual([]);
});

describe('a custom platform', () => {
  const pki = { folder: '/pki/', certificate: 'etcd.crt', key: 'etcd.key', ca: 'ca.crt' };
  const controlPlane = {
    apiServer: ControlPlaneComponent.service('default', 'kubernetes', {
      url: 'https://%%host%%:%%port_https%%/metrics', token: true, tlsVerify: true, caCertificatePath: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
    }),
    etcd: ControlPlaneComponent.containers(['my-etcd'], { url: 'https://%%host%%:2379/metrics', hostCertificate: pki }),
    scheduler: ControlPlaneComponent.endpoints('kube-system', 'scheduler', { url: 'https://%%host%%:10259/metrics', token: true, nodeConfiguration: ['listen: all'] }),
    controllerManager: ControlPlaneComponent.unavailable('it is behind a wall', 'Look over it'),
  };
  const custom = (more = {}) => Platform.custom({ name: 'Metal', kubernetesVersion: '1.35', controlPlane: { ...controlPlane, ...more } });

  test('has what its components say', () => {
    const { manifests, checks, summary } = watched(custom({ taints: [{ key: 'control', effect: TaintEffect.NO_EXECUTE }] }));
    expect(Object.fromEntries(follow(manifests).map(f => [f.check, f.instance]))).toEqual({
      kube_apiserver_metrics: {
        prometheus_url: 'https://%%host%%:%%port_https%%/metrics', bearer_token_auth: true, tls_verify: true, tls_ca_cert: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
      },
      etcd: {
        prometheus_url: 'https://%%host%%:2379/metrics', tls_verify: true, tls_ca_cert: '/host/pki/ca.crt', tls_cert: '/host/pki/etcd.crt', tls_private_key: '/host/pki/etcd.key',
      },
      kube_scheduler: { prometheus_url: 'https://%%host%%:10259/metrics', bearer_token_auth: true, tls_verify: false, tls_ignore_warning: true },
    });
    expect(origins(follow(manifests).find(f => f.check === 'etcd')!).map(o => o.of)).toEqual(['/pki/etcd.crt', '/pki/etcd.key', '/pki/ca.crt']);
    expect(manifests.find(m => m.kind === 'DaemonSet').spec.template.spec.tolerations).toEqual([{ key: 'control', operator: 'Exists', effect: 'NoExecute' }]);
    expect(checks.unreachable).toEqual([{ component: 'controller-manager', reason: 'it is behind a wall', instead: 'Look over it' }]);
    expect(summary).toContain('    needed first:\n      listen: all\n');
  });

  test('who reads scheduler and controller-manager may tell who leads', () => {
    const { manifests } = watched(custom());
    const rules = manifests.filter(m => m.kind === 'ClusterRole').flatMap(m => m.rules).filter(r => r.resources?.[0] === 'leases');
    expect(rules).toEqual([{ apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: ['kube-scheduler'], verbs: ['get'] }]);
  });

  test.each<[string, object, object]>([
    ['an authority that the check verifies with', { caCertificatePath: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt' }, { tls_verify: true, tls_ca_cert: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt' }],
    ['a public certificate', { tlsVerify: true }, { tls_verify: true }],
    ['a certificate that nothing verifies', { tlsVerify: false }, { tls_verify: false, tls_ignore_warning: true }],
  ])('reads the TLS options of a component: %s', (_, scrape, tls) => {
    const scheduler = ControlPlaneComponent.endpoints('kube-system', 'scheduler', { url: 'https://%%host%%:10259/metrics', ...scrape });
    const { instance } = follow(watched(custom({ scheduler })).manifests).find(f => f.check === 'kube_scheduler')!;
    expect(instance).toEqual({ prometheus_url: 'https://%%host%%:10259/metrics', ...tls });
  });

  test.each<[string, object]>([
    ['over http', { url: 'http://%%host%%:10259/metrics', tlsVerify: true }],
    ['an authority where nothing is verified', { url: 'https://%%host%%:10259/metrics', tlsVerify: false, caCertificatePath: '/ca.crt' }],
  ])('refuses TLS options without effect: %s', (_, scrape: any) => {
    expect(violationOf(() => ControlPlaneComponent.endpoints('kube-system', 'scheduler', scrape)).rule).toBe('options/have-an-effect');
  });

  const container = (scrape: any, images: any = ['etcd']) => () => ControlPlaneComponent.containers(images, { url: 'https://%%host%%:2379/metrics', ...scrape });
  test.each<[string, () => unknown, string]>([
    ['no image', container({}, []), '[] names no image of a component'],
    ['no Service', () => ControlPlaneComponent.endpoints('', 'x', { url: 'http://%%host%%:1/metrics' }), "'/x' is no Service of a component"],
    ['no name of a Service', () => ControlPlaneComponent.service('default', 'My Service', { url: 'http://%%host%%:1/metrics' }), "'default/My Service' is no Service of a component"],
    ['a folder from nowhere', container({ hostCertificate: { ...pki, folder: 'pki' } }), '\'hostCertificate\' is {"folder":"pki","certificate":"etcd.crt","key":"etcd.key","ca":"ca.crt"}'],
    ['a file elsewhere', container({ hostCertificate: { ...pki, key: '../etcd.key' } }), '\'hostCertificate\' is {"folder":"/pki/","certificate":"etcd.crt","key":"../etcd.key","ca":"ca.crt"}'],
  ])('that cannot be: %s', (_, work, reason) => {
    expect(violationOf(work)).toMatchObject({ rule: 'platform/control-plane-is-described', reason });
  });

  test.each<[string, () => unknown, string]>([
    ['a component is missing', () => custom({ etcd: undefined }), "'controlPlane.etcd' is required and is not given"],
    ['a component is a string', () => custom({ scheduler: 'static pod' }), "'controlPlane.scheduler' is a string, and it has to be a ControlPlaneComponent"],
    ['the control plane is missing', () => Platform.custom({ name: 'Metal', kubernetesVersion: '1.35' } as any), "'controlPlane' is required and is not given"],
    ['a taint has no key', () => custom({ taints: [{ effect: TaintEffect.NO_EXECUTE }] }), "'controlPlane.taints[0].key' is required and is not given"],
    ['an effect is unknown', () => custom({ taints: [{ key: 'a', effect: 'Never' }] }), "'controlPlane.taints[0].effect' is a string that is not a value of TaintEffect"],
    ['a certificate has no key', container({ hostCertificate: { folder: '/pki', certificate: 'a', ca: 'b' } }), "'hostCertificate.key' is required and is not given"],
  ])('is refused where %s', (_, work, reason) => {
    expect(violationOf(work).reason).toBe(reason);
  });

  test('that has text for images', () => {
    expect(violationOf(container({}, 'etcd'))).toMatchObject({ rule: 'options/types', reason: "'images' is a string, and it has to be a list of strings", remedy: "Write images: ['etcd']" });
  });

  test('errors call it by its name', () => {
    expect(violationOf(() => watched(custom(), { controllerManager: { enabled: true } })).reason)
      .toBe('the controller-manager of Metal cannot be watched: it is behind a wall');
    expect(violationOf(() => Platform.custom({ name: ' ', kubernetesVersion: '1.35', controlPlane })).rule).toBe('platform/has-a-name');
  });

  test('files of a node are for the Agent of that node', () => {
    const scrape = { url: 'https://%%host%%:2379/metrics', hostCertificate: pki };
    const rule = 'control-plane/certificate-is-on-the-node';
    expect(violationOf(() => ControlPlaneComponent.endpoints('kube-system', 'etcd', scrape)).rule).toBe(rule);
    expect(violationOf(() => ControlPlaneComponent.service('kube-system', 'etcd', scrape)).rule).toBe(rule);
    expect(() => ControlPlaneComponent.endpoints('kube-system', 'etcd', { ...scrape, resolve: EndpointsResolve.AUTO })).not.toThrow();
  });

  test('a URL that is none', () => {
    expect(violationOf(() => ControlPlaneComponent.containers(['x'], { url: '%%host%%:1' })).rule).toBe('control-plane/url');
  });
});
