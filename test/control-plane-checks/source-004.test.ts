import { parse } from 'yaml';
import { watched } from './clusters';
import { follow, origins } from './follow';
import { ControlPlaneDelivery, Platform } from '../../src';
import { CHECK_HOSTS, daemonSet, nodeFile, runner } from '../rules/control-plane/agents';
import { check, finding, object } from '../rules/fixtures';

/** What the vendor's page of its time had wrong, or has by now: each of these finds it again. */
const { KUBEADM, OPENSHIFT, RKE, RKE_LEGACY } = CHECK_HOSTS;

test('EKS exposes scheduler and controller-manager', () => {
  expect(watched(Platform.eks()).checks.components.map(c => c.component)).toEqual(['API server', 'scheduler', 'controller-manager']);
});

test('a toleration for the taint of old alone keeps the Agent off control-plane nodes', () => {
  const file = nodeFile('etcd.yaml', { ad_identifiers: ['etcd'], instances: [{ prometheus_url: 'http://%%host%%:2381/metrics' }] });
  const agent = daemonSet({ tolerations: [{ key: 'node-role.kubernetes.io/master', operator: 'Exists', effect: 'NoSchedule' }] });
  expect(check('control-plane/checks-have-an-agent', [agent, file], KUBEADM)).toEqual([
    finding('control-plane/checks-have-an-agent', agent, 'its pods do not tolerate node-role.kubernetes.io/control-plane:NoSchedule'),
  ]);
});

test.each([
  ['1.21', { apiVersion: 'kubeadm.k8s.io/v1beta2', scheduler: { extraArgs: { 'bind-address': '0.0.0.0' } } }],
  ['1.22', { apiVersion: 'kubeadm.k8s.io/v1beta3', scheduler: { extraArgs: { 'bind-address': '0.0.0.0' } } }],
  ['1.30', { apiVersion: 'kubeadm.k8s.io/v1beta3', scheduler: { extraArgs: { 'bind-address': '0.0.0.0' } } }],
  ['1.31', { apiVersion: 'kubeadm.k8s.io/v1beta4', scheduler: { extraArgs: [{ name: 'bind-address', value: '0.0.0.0' }] } }],
])('kubeadm of Kubernetes %s has its own way to be told an address', (kubernetesVersion, configuration) => {
  const { components } = watched(Platform.kubeadm({ kubernetesVersion })).checks;
  const { nodeConfiguration } = components.find(c => c.component === 'scheduler')!;
  expect(parse(nodeConfiguration.join('\n'))).toEqual({ kind: 'ClusterConfiguration', ...configuration });
});

test('a bind-address for all the world is a choice', () => {
  const { components } = watched(Platform.kubeadm(), { bindAddress: '10.1.2.3' }).checks;
  expect(components.flatMap(c => c.nodeConfiguration).filter(line => line.includes('value:'))).toEqual(['    value: "10.1.2.3"', '    value: "10.1.2.3"']);
});

test('OpenShift 4: the check reads /etc/etcd-certs, and the values of the chart mount /host/etc/etcd', () => {
  const at = (mountPath: string) => runner({
    volumes: [{ name: 'etcd-certs', secret: { secretName: 'kube-etcd-client-certs' } }], mounts: [{ name: 'etcd-certs', mountPath, readOnly: true }],
  });
  const etcd = object('v1', 'Service', 'openshift-etcd/etcd');
  const annotated = {
    ...etcd,
    metadata: {
      ...etcd.metadata,
      annotations: {
        'ad.datadoghq.com/endpoints.check_names': '["etcd"]',
        'ad.datadoghq.com/endpoints.init_configs': '[{}]',
        'ad.datadoghq.com/endpoints.resolve': 'ip',
        'ad.datadoghq.com/endpoints.instances': '[{"prometheus_url": "https://%%host%%:%%port%%/metrics", "tls_cert": "/etc/etcd-certs/etcd-client.crt", "tls_private_key": "/etc/etcd-certs/etcd-client.key"}]',
      },
    },
  };
  const rule = 'control-plane/certificate-is-mounted';
  expect(check(rule, [annotated, at('/host/etc/etcd')], OPENSHIFT)).toEqual([
    finding(rule, annotated, "has 'tls_cert: /etc/etcd-certs/etcd-client.crt', and the container 'agent' of Deployment datadog/runners, which runs it, has nothing mounted there"),
    finding(rule, annotated, "has 'tls_private_key: /etc/etcd-certs/etcd-client.key'"),
  ]);
  expect(check(rule, [annotated, at('/etc/etcd-certs')], OPENSHIFT)).toEqual([]);
  expect(check('control-plane/port-has-a-name', [annotated], OPENSHIFT)).toEqual([
    finding('control-plane/port-has-a-name', annotated, "'etcd-metrics' alone takes the certificates of clients"),
  ]);
});

test.each([['4.13', 'kube-etcd-client-certs', 'openshift-monitoring'], ['4.14', 'etcd-metric-client', 'openshift-etcd-operator']])('OpenShift %s keeps the certificate in %s', (openShiftVersion, secret, namespace) => {
  const [command] = watched(Platform.openShift4({ openShiftVersion })).checks.commands;
  expect(command).toContain(`get secret ${secret} --namespace ${namespace}`);
});

test.each([[ControlPlaneDelivery.CHECK_FILES], [ControlPlaneDelivery.SERVICE_ANNOTATIONS]])('OpenShift 3: the Services are where the checks are, by %s', delivery => {
  const { manifests } = watched(Platform.openShift3(), { delivery });
  for (const { check: name, service } of follow(manifests).filter(f => f.check !== 'kube_apiserver_metrics')) {
    expect([name, manifests.filter(m => m.kind === 'Service' && m.metadata.name === service!.name && m.metadata.namespace === service!.namespace).length]).toEqual([name, 1]);
  }
});

test('OpenShift 3: the authority is a file that every master has', () => {
  const etcd = follow(watched(Platform.openShift3()).manifests).find(f => f.check === 'etcd')!;
  expect(origins(etcd).map(o => o.of)).not.toContain('/etc/etcd/ca/ca.crt');
});

test('RKE: the key is not the certificate once more', () => {
  const certificate = '/host/opt/rke/etc/kubernetes/ssl/kube-etcd-10-0-0-1.pem';
  const instances = [{ prometheus_url: 'https://%%host%%:2379/metrics', tls_cert: certificate, tls_private_key: certificate }];
  const service = object('v1', 'Service', 'cattle-monitoring-system/pushprox-kube-etcd-datadog', { spec: { clusterIP: 'None', selector: { 'k8s-app': 'pushprox-kube-etcd-client' } } });
  const annotated = { ...service, metadata: { ...service.metadata, annotations: { 'ad.datadoghq.com/endpoints.checks': JSON.stringify({ etcd: { instances } }) } } };
  expect(check('control-plane/key-is-beside-certificate', [annotated], RKE)).toEqual([
    finding('control-plane/key-is-beside-certificate', annotated, `the check 'etcd' has the same file, ${certificate}, for the certificate and for its key`),
  ]);
});

test('RKE before 2.5: the check reads /host/etc/kubernetes/ssl, and the folder is mounted below /host/opt/rke', () => {
  const instance = { tls_cert: '/host/etc/kubernetes/ssl/kube-etcd-1.pem', tls_private_key: '/host/etc/kubernetes/ssl/kube-etcd-1-key.pem', tls_ca_cert: '/host/etc/kubernetes/ssl/kube-ca.pem' };
  const pause = object('apps/v1', 'DaemonSet', 'datadog/etcd-pause', {
    spec: {
      template: {
        metadata: { annotations: { 'ad.datadoghq.com/pause.check_names': '["etcd"]', 'ad.datadoghq.com/pause.init_configs': '[{}]', 'ad.datadoghq.com/pause.instances': JSON.stringify([instance]) } },
        spec: { containers: [{ name: 'pause', image: 'k8s.gcr.io/pause:3.0' }] },
      },
    },
  });
  const agent = daemonSet({
    volumes: [{ name: 'etcd-certs', hostPath: { path: '/opt/rke/etc/kubernetes/ssl' } }],
    mounts: [{ name: 'etcd-certs', mountPath: '/host/opt/rke/etc/kubernetes/ssl', readOnly: true }],
  });
  const rule = 'control-plane/certificate-is-mounted';
  expect(check(rule, [pause, agent], RKE_LEGACY)).toEqual([
    finding(rule, pause, 'tls_cert: /host/etc/kubernetes/ssl/kube-etcd-1.pem'),
    finding(rule, pause, 'tls_private_key: /host/etc/kubernetes/ssl/kube-etcd-1-key.pem'),
    finding(rule, pause, 'tls_ca_cert: /host/etc/kubernetes/ssl/kube-ca.pem'),
  ]);
});

test('ports without TLS are gone', () => {
  const file = nodeFile('kube_scheduler.yaml', { ad_identifiers: ['kube-scheduler'], instances: [{ prometheus_url: 'http://%%host%%:10251/metrics' }] });
  expect(check('control-plane/port-is-there', [daemonSet(), file], KUBEADM)).toEqual([
    finding('control-plane/port-is-there', file, "the check 'kube_scheduler' asks port 10251, which is gone since Kubernetes 1.23"),
  ]);
  const found = follow(watched(Platform.kubeadm()).manifests).filter(f => ['kube_scheduler', 'kube_controller_manager'].includes(f.check));
  expect(found.map(f => f.instance)).toEqual([10259, 10257].map(port => expect.objectContaining({ prometheus_url: `https://%%host%%:${port}/metrics`, bearer_token_auth: true, tls_verify: false })));
});

test('the pause image is one that is kept up', () => {
  const pause = watched(Platform.rkeLegacy()).manifests.find(m => m.metadata.name === 'etcd-pause');
  const pod = pause.spec.template.spec;
  expect(pod.containers[0].image).toBe('registry.k8s.io/pause:3.10.2');
  expect(pod).toMatchObject({
    hostNetwork: true,
    automountServiceAccountToken: false,
    nodeSelector: { 'node-role.kubernetes.io/etcd': 'true' },
    tolerations: [
      { key: 'node-role.kubernetes.io/controlplane', operator: 'Exists', effect: 'NoSchedule' },
      { key: 'node-role.kubernetes.io/etcd', operator: 'Exists', effect: 'NoExecute' },
    ],
  });
});

test('truth values are no text', () => {
  const { manifests } = watched(Platform.openShift4());
  for (const { instance } of follow(manifests)) expect(Object.values(instance).filter(v => v === 'true' || v === 'false')).toEqual([]);
});

test('default/kubernetes is never written as a whole', () => {
  const { manifests, checks } = watched(Platform.rkeLegacy(), { delivery: ControlPlaneDelivery.SERVICE_ANNOTATIONS_V1 });
  const service = manifests.find(m => m.kind === 'Service' && m.metadata.name === 'kubernetes');
  expect(service.spec).toBeUndefined();
  expect(checks.commands).toEqual([expect.stringMatching(/^kubectl annotate service\/kubernetes --namespace default --overwrite 'ad\.datadoghq\.com\/endpoints\.check_names=\["kube_apiserver_metrics","kube_scheduler","kube_controller_manager"\]' /)]);
});
