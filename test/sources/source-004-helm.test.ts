import { App } from 'cdk8s';
import { parse } from 'yaml';
import { CLUSTER, KUBEADM, KUBEADM_ETCD, OPENSHIFT_3, OPENSHIFT_4, Recipe, RKE } from './source-004-helm.recipes';
import { ControlPlaneChecksOptions, ControlPlaneDelivery, DatadogCredentials, DatadogHelmChart, EtcdCertificate, Platform } from '../../src';
import { leaves } from '../render/models';

/** Values of ours for a platform, with the check files parsed. */
function values(platform: Platform, controlPlane: ControlPlaneChecksOptions = {}): any {
  const credentials = DatadogCredentials.existingSecret();
  const chart = new DatadogHelmChart(new App(), 'datadog', { platform, clusterName: CLUSTER, credentials, controlPlane });
  const all = parse(chart.values());
  const { confd } = all.datadog;
  return confd ? { ...all, datadog: { ...all.datadog, confd: parsed(confd) } } : all;
}

function parsed(files: { readonly [file: string]: string }): object {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, file.endsWith('.yaml') ? parse(text) : text]));
}

/** A member of a list by what it is about. */
const naming = (item: any, at: number) => item?.mountPath ?? item?.key ?? item?.name ?? (typeof item === 'string' ? item : at);

const leavesOf = (json: unknown) => leaves(json, naming);

const RECIPES: ReadonlyArray<readonly [name: string, recipe: Recipe, ours: () => any]> = [
  ['kubeadm, etcd alone', KUBEADM_ETCD, () => values(Platform.kubeadm({ kubernetesVersion: '1.35' }), { scheduler: { enabled: false }, controllerManager: { enabled: false } })],
  ['kubeadm, with scheduler and controller-manager', KUBEADM, () => values(Platform.kubeadm({ kubernetesVersion: '1.35' }))],
  ['OpenShift 4', OPENSHIFT_4, () => values(Platform.openShift4({ openShiftVersion: '4.18' }), { etcdCertificate: EtcdCertificate.job() })],
  ['OpenShift 3', OPENSHIFT_3, () => values(Platform.openShift3())],
  ['RKE, Rancher 2.5 and newer', RKE, () => values(Platform.rke({ kubernetesVersion: '1.30', immutableOs: true }))],
  ['RKE, Rancher before 2.5', RKE, () => values(Platform.rkeLegacy({ kubernetesVersion: '1.18', immutableOs: true }), { delivery: ControlPlaneDelivery.SERVICE_ANNOTATIONS })],
];

describe.each(RECIPES)('%s', (_, { values: recipe, differing }, make) => {
  const ours = leavesOf(make());
  const theirs = [...leavesOf(recipe)];
  const different = theirs.filter(([path, value]) => JSON.stringify(ours.get(path)) !== JSON.stringify(value)).map(([path]) => path);

  test('every key of the recipe is the same in ours, or another one for a reason', () => {
    expect(different.filter(path => !differing[path])).toEqual([]);
    expect(theirs.length).toBeGreaterThan(3);
  });

  test('no reason is for a key that is the same, or that the recipe has not', () => {
    expect(Object.keys(differing).filter(path => !different.includes(path))).toEqual([]);
  });

  test('what stands in its place is there', () => {
    const instead = Object.values(differing).flatMap(({ ours: place }) => place ? [place] : []);
    expect(instead.map(([path]) => [path, ours.get(path)])).toEqual(instead);
  });
});

test('EKS, and AKS and GKE: the page has no values for them', () => {
  // EKS by an annotation of default/kubernetes, which is a file of the Cluster Agent here, and it knows two components more by now.
  const { advancedConfd } = values(Platform.eks({ kubernetesVersion: '1.35' })).clusterAgent;
  expect(Object.keys(advancedConfd)).toEqual(['kube_apiserver_metrics.d', 'kube_controller_manager.d', 'kube_scheduler.d']);
  expect(JSON.parse(advancedConfd['kube_apiserver_metrics.d']['kube_apiserver_metrics.yaml'])).toMatchObject({
    advanced_ad_identifiers: [{ kube_endpoints: { name: 'kubernetes', namespace: 'default' } }],
    instances: [{ prometheus_url: 'https://%%host%%:%%port_https%%/metrics', bearer_token_auth: true }],
  });
  expect(() => values(Platform.aks())).toThrow('control-plane');
  expect(() => values(Platform.gke())).toThrow('control-plane');
});

test('the recipes with endpoints checks have their checks as files of the Cluster Agent, and edit no Service of the platform', () => {
  const files = (platform: Platform, options?: ControlPlaneChecksOptions) => Object.keys(values(platform, options).clusterAgent.advancedConfd ?? {});
  const four = ['etcd.d', 'kube_apiserver_metrics.d', 'kube_controller_manager.d', 'kube_scheduler.d'];
  expect(files(Platform.openShift4({ openShiftVersion: '4.18' }), { etcdCertificate: EtcdCertificate.job() })).toEqual(four);
  expect(files(Platform.openShift3())).toEqual(four);
  expect(files(Platform.rke({ kubernetesVersion: '1.30' }))).toEqual(four);
  expect(files(Platform.rkeLegacy({ kubernetesVersion: '1.18' }), { delivery: ControlPlaneDelivery.SERVICE_ANNOTATIONS })).toEqual([]);
});
