import { App } from 'cdk8s';
import { ControlPlaneChecksOptions, ControlPlaneDelivery, DatadogChart, DatadogChartProps, DatadogCredentials, K3sDatastore, Platform } from '../../src';
import { synthesize } from '../datadog-chart/program';

/** A cluster with its control plane watched, and everything that it makes. */
export function watched(platform: Platform, controlPlane: ControlPlaneChecksOptions = {}, props: Partial<DatadogChartProps> = {}) {
  const app = new App();
  const datadog = new DatadogChart(app, 'datadog', {
    platform, clusterName: 'prod', credentials: DatadogCredentials.existingSecret(), controlPlane, ...props,
  });
  const manifests = synthesize(app);
  return { datadog, manifests, checks: datadog.controlPlaneChecks!, summary: datadog.summary() };
}

/** Every row, in the versions at which something changes. */
export const PLATFORMS: ReadonlyArray<readonly [name: string, platform: () => Platform]> = [
  ['kubeadm 1.21', () => Platform.kubeadm({ kubernetesVersion: '1.21' })],
  ['kubeadm 1.30', () => Platform.kubeadm({ kubernetesVersion: '1.30' })],
  ['kubeadm', () => Platform.kubeadm()],
  ['EKS', () => Platform.eks()],
  ['EKS on Fargate', () => Platform.eksFargate()],
  ['OpenShift 4.13', () => Platform.openShift4({ openShiftVersion: '4.13' })],
  ['OpenShift 4.14', () => Platform.openShift4({ openShiftVersion: '4.14' })],
  ['OpenShift 4', () => Platform.openShift4()],
  ['OpenShift 3', () => Platform.openShift3()],
  ['RKE 1.21', () => Platform.rke({ kubernetesVersion: '1.21' })],
  ['RKE 1.22', () => Platform.rke({ kubernetesVersion: '1.22' })],
  ['RKE', () => Platform.rke()],
  ['RKE on Flatcar', () => Platform.rke({ immutableOs: true })],
  ['RKE before 2.5', () => Platform.rkeLegacy()],
  ['RKE before 2.5 on Flatcar', () => Platform.rkeLegacy({ immutableOs: true })],
  ['RKE2', () => Platform.rke2()],
  ['K3s', () => Platform.k3s()],
  ['K3s with SQLite', () => Platform.k3s({ datastore: K3sDatastore.SQLITE })],
  ['Talos', () => Platform.talos()],
];

export const DELIVERIES = [ControlPlaneDelivery.CHECK_FILES, ControlPlaneDelivery.SERVICE_ANNOTATIONS, ControlPlaneDelivery.SERVICE_ANNOTATIONS_V1];
