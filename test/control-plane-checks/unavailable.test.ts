import { watched } from './clusters';
import { ControlPlaneChecks, K3sDatastore, Platform } from '../../src';
import { program } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

const RULE = 'control-plane/component-is-reachable';

test('AKS: why not, and what Azure offers', () => {
  expect(violationOf(() => watched(Platform.aks()))).toEqual({
    rule: RULE,
    reason: 'nothing of the control plane of Azure Kubernetes Service can be watched: Azure runs the control plane of AKS, and none of its components is there for the Agents of the cluster',
    remedy: "Leave 'controlPlane' out. Azure sends its metrics to a managed Prometheus: az aks update --enable-control-plane-metrics "
      + '(az aks create takes --enable-azure-monitor-metrics beside it). API server and etcd are on, scheduler and controller-manager off until '
      + 'chosen. Datadog reads them through its Azure integration',
    link: 'https://learn.microsoft.com/en-us/azure/aks/control-plane-metrics-monitor',
  });
});

test('GKE: why not, and what Google offers', () => {
  expect(violationOf(() => watched(Platform.gke()))).toEqual({
    rule: RULE,
    reason: 'nothing of the control plane of Google Kubernetes Engine can be watched: Google runs the control plane of GKE, and none of its components is there for the Agents of the cluster',
    remedy: "Leave 'controlPlane' out. Google sends metrics of the API server, scheduler and controller-manager to Cloud Monitoring: "
      + 'gcloud container clusters update <cluster> --monitoring=SYSTEM,API_SERVER,SCHEDULER,CONTROLLER_MANAGER. '
      + 'Datadog reads them through its Google Cloud integration',
    link: 'https://cloud.google.com/kubernetes-engine/docs/how-to/control-plane-metrics',
  });
});

test('GKE has no metrics of etcd anywhere', () => {
  const { reason, remedy } = violationOf(() => watched(Platform.gke(), { etcd: { enabled: true } }));
  expect(reason).toContain('the etcd of Google Kubernetes Engine cannot be watched');
  expect(remedy).toContain('Nobody gets metrics of it');
});

test('without controlPlane, AKS and GKE are platforms like others', () => {
  for (const platform of [Platform.aks(), Platform.gke()]) expect(program({ platform }).datadog.controlPlaneChecks).toBeUndefined();
});

test('EKS: etcd is left out and told, and an error where it is asked for', () => {
  const { checks, summary } = watched(Platform.eks());
  expect(checks.unreachable).toEqual([{
    component: 'etcd',
    reason: 'Amazon EKS does not expose etcd',
    instead: 'How long it takes to answer, and how much is in it, is among the metrics of the API server: kube_apiserver.etcd_request_duration_seconds, kube_apiserver.storage_objects',
  }]);
  expect(summary).toContain('  etcd: not watched, because Amazon EKS does not expose etcd\n    instead: How long');
  const { rule, reason, remedy } = violationOf(() => watched(Platform.eks(), { etcd: { enabled: true } }));
  expect({ rule, reason }).toEqual({ rule: RULE, reason: 'the etcd of Amazon EKS cannot be watched: Amazon EKS does not expose etcd' });
  expect(remedy).toContain("Leave 'etcd' out. How long it takes");
});

test.each([['1.27', 2], ['1.28', 0]])('EKS on Kubernetes %s', (kubernetesVersion, missing) => {
  const { checks } = watched(Platform.eks({ kubernetesVersion }));
  const silent = checks.unreachable.filter(({ reason }) => reason === 'Amazon EKS has metrics of scheduler and controller-manager since Kubernetes 1.28');
  expect(silent).toHaveLength(missing);
});

test.each([K3sDatastore.SQLITE, K3sDatastore.EXTERNAL])('K3s with %s has no etcd', datastore => {
  const { checks } = watched(Platform.k3s({ datastore }));
  expect(checks.components.map(c => c.component)).toEqual(['API server', 'scheduler', 'controller-manager']);
  expect(checks.unreachable).toMatchObject([{ component: 'etcd', reason: expect.stringContaining('there is no etcd') }]);
});

test('what the options turn off is told without a way out', () => {
  const { checks } = watched(Platform.kubeadm(), { etcd: { enabled: false } });
  expect(checks.unreachable).toEqual([{ component: 'etcd', reason: 'the options turn it off', instead: undefined }]);
});

test('everything off is an error', () => {
  const off = { enabled: false };
  expect(violationOf(() => watched(Platform.kubeadm(), { apiServer: off, etcd: off, scheduler: off, controllerManager: off })).reason)
    .toBe('the options turn every component off');
});

test('checks beside components need node Agents, and say so', () => {
  const props = { nodeAgent: { enabled: false }, clusterCheckRunners: { enabled: true } };
  const { rule, reason } = violationOf(() => watched(Platform.kubeadm(), {}, props));
  expect(rule).toBe('control-plane/has-an-agent');
  expect(reason).toBe('the check of the etcd is for the Agent on its node, and there are no node Agents');
});

test('checks that are handed out need somebody to hand them to', () => {
  const { datadog } = program({ platform: Platform.eks(), nodeAgent: { enabled: false }, clusterCheckRunners: { enabled: false } });
  const { reason } = violationOf(() => new ControlPlaneChecks(datadog, 'ControlPlane', { clusterAgent: datadog.clusterAgent }));
  expect(reason).toBe('the check of the API server is for cluster check runners, and there are neither runners nor node Agents');
});
