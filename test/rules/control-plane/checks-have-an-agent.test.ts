import { check, finding, object } from '../fixtures';
import { CHECK_HOSTS, clusterAgent, daemonSet, endpoints, nodeFile, runner } from './agents';

const RULE = 'control-plane/checks-have-an-agent';
const { KUBEADM, OPENSHIFT, RKE } = CHECK_HOSTS;
type RuleContextOf = typeof CHECK_HOSTS[keyof typeof CHECK_HOSTS];
const HANDED_OUT = clusterAgent({ 'kube_scheduler.d/kube_scheduler.yaml': endpoints('openshift-kube-scheduler', 'scheduler', [{}], 'ip') });
const BESIDE = clusterAgent({ 'etcd.d/etcd.yaml': endpoints('cattle-monitoring-system', 'pushprox-kube-etcd-client', [{}]) });
const toleration = (key: string, effect: string) => ({ key, operator: 'Exists', effect });
const RKE_TOLERATIONS = [toleration('node-role.kubernetes.io/controlplane', 'NoSchedule'), toleration('node-role.kubernetes.io/etcd', 'NoExecute')];

test('what is handed out goes to runners, or to node Agents that ask for it', () => {
  expect(check(RULE, [...HANDED_OUT, runner()], OPENSHIFT)).toEqual([]);
  expect(check(RULE, [...HANDED_OUT, daemonSet({ providers: 'clusterchecks endpointschecks' })], OPENSHIFT)).toEqual([]);
  const silent = [finding(RULE, HANDED_OUT[1], "nobody runs the check 'kube_scheduler': no Agent of the app asks for cluster checks")];
  expect(check(RULE, HANDED_OUT, OPENSHIFT)).toEqual(silent);
  expect(check(RULE, [...HANDED_OUT, daemonSet()], OPENSHIFT)).toEqual(silent);
  const stopped: any = runner();
  stopped.spec.replicas = 0;
  expect(check(RULE, [...HANDED_OUT, stopped], OPENSHIFT)).toEqual(silent);
});

test('endpoints of the API server have no node: anybody may', () => {
  const files = clusterAgent({ 'kube_apiserver_metrics.d/kube_apiserver_metrics.yaml': endpoints('default', 'kubernetes', [{}]) });
  expect(check(RULE, [...files, runner()], OPENSHIFT)).toEqual([]);
});

test('what is beside an Agent needs one there', () => {
  expect(check(RULE, [...BESIDE, daemonSet({ tolerations: RKE_TOLERATIONS })], RKE)).toEqual([]);
  expect(check(RULE, [...BESIDE, runner()], RKE)).toEqual([finding(RULE, BESIDE[1], 'it is for the Agent on the node of what it watches, and no DaemonSet of the app runs one')]);
});

test.each([[[RKE_TOLERATIONS[0]], 'node-role.kubernetes.io/etcd:NoExecute'], [[RKE_TOLERATIONS[1]], 'node-role.kubernetes.io/controlplane:NoSchedule']])('with %j it is kept away from %s', (tolerations, taint) => {
  const agent = daemonSet({ tolerations });
  expect(check(RULE, [...BESIDE, agent], RKE)).toEqual([finding(RULE, agent, `its pods do not tolerate ${taint}, which control-plane nodes of Rancher Kubernetes Engine, Rancher 2.5 and newer have`)]);
});

test('a toleration for everything is one for these', () => {
  expect(check(RULE, [...BESIDE, daemonSet({ tolerations: [{ operator: 'Exists' }] })], RKE)).toEqual([]);
});

test('taints are those of the version', () => {
  const file = nodeFile('etcd.yaml', { ad_identifiers: ['etcd'], instances: [{}] });
  const old = daemonSet({ tolerations: [toleration('node-role.kubernetes.io/master', 'NoSchedule')] });
  expect(check(RULE, [file, old], { ...KUBEADM, kubernetesVersion: '1.23' })).toEqual([]);
  expect(check(RULE, [file, old], KUBEADM)).toHaveLength(1);
  expect(check(RULE, [file, daemonSet()], { ...KUBEADM, kubernetesVersion: undefined })).toHaveLength(2);
  expect(check(RULE, [file, daemonSet()], { ...KUBEADM, kubernetesVersion: '1.23' })).toHaveLength(1);
});

test('pods that carry the check are on the same nodes', () => {
  const pause = object('apps/v1', 'DaemonSet', 'datadog/etcd-pause', {
    spec: { template: { metadata: { annotations: { 'ad.datadoghq.com/pause.checks': '{"etcd":{"instances":[{}]}}' } }, spec: { containers: [{ name: 'pause' }] } } },
  });
  expect(check(RULE, [pause, daemonSet()], CHECK_HOSTS.RKE_LEGACY).map(f => f.path)).toEqual(['datadog/agents', 'datadog/agents']);
  expect(check(RULE, [pause], CHECK_HOSTS.RKE_LEGACY)).toEqual([finding(RULE, pause, "nobody runs the check 'etcd'")]);
});

test('checks of applications let no Agent onto other nodes', () => {
  const app = nodeFile('etcd.yaml', { ad_identifiers: ['my-etcd'], instances: [{}] });
  expect(check(RULE, [app, daemonSet()], KUBEADM)).toEqual([]);
  expect(check(RULE, [app, daemonSet()], CHECK_HOSTS.RKE_LEGACY)).toEqual([]);
  const both = nodeFile('etcd.yaml', { ad_identifiers: ['my-etcd', 'etcd'], instances: [{}] });
  expect(check(RULE, [both, daemonSet({ tolerations: RKE_TOLERATIONS })], KUBEADM)).toHaveLength(2);
});

test.each<[string, string, string, string | undefined, RuleContextOf]>([
  ['by address', 'cattle-monitoring-system', 'pushprox-kube-etcd-client', 'ip', RKE],
  ['of another name', 'cattle-monitoring-system', 'etcd', undefined, RKE],
  ['of another namespace', 'shop', 'pushprox-kube-etcd-client', undefined, RKE],
  ['that the platform asks by address', 'openshift-etcd', 'etcd', undefined, OPENSHIFT],
  ['where no Service is asked', 'kube-system', 'etcd', undefined, KUBEADM],
])('endpoints %s are on no node that lets no Agent in', (_, namespace, name, resolve, context) => {
  const files = clusterAgent({ 'etcd.d/etcd.yaml': endpoints(namespace, name, [{}], resolve) });
  expect(check(RULE, [...files, daemonSet({ providers: 'clusterchecks endpointschecks' })], context)).toEqual([]);
});

test('the Service as a whole is asked from anywhere', () => {
  const content = { advanced_ad_identifiers: [{ kube_service: { namespace: 'cattle-monitoring-system', name: 'pushprox-kube-etcd-client' } }], instances: [{}] };
  expect(check(RULE, [...clusterAgent({ 'etcd.d/etcd.yaml': content }), runner(), daemonSet()], RKE)).toEqual([]);
});

test('a toleration of no value is none of taints that may have one', () => {
  const tolerations = RKE_TOLERATIONS.map(({ key, effect }) => ({ key, effect }));
  expect(check(RULE, [...BESIDE, daemonSet({ tolerations })], RKE)).toHaveLength(2);
});

test('one check beside an Agent is enough', () => {
  const files = clusterAgent({
    'etcd.d/etcd.yaml': endpoints('cattle-monitoring-system', 'pushprox-kube-etcd-client', [{}]),
    'kube_apiserver_metrics.d/kube_apiserver_metrics.yaml': endpoints('default', 'kubernetes', [{}]),
  });
  expect(check(RULE, [...files, runner(), daemonSet()], RKE)).toHaveLength(2);
});

test('where more manifests may follow, nobody is missing', () => {
  expect(check(RULE, HANDED_OUT, { ...OPENSHIFT, complete: false })).toEqual([]);
});
