import { App } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Platform } from 'cdk8s-datadog';

// A cluster by kubeadm: the Agents on control-plane nodes watch what runs beside them. The summary has what is to be set in the
// configuration of kubeadm, so that scheduler and controller-manager listen on more than the loopback address.

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.kubeadm({ kubernetesVersion: '1.35' }),
  clusterName: 'on-metal',
  credentials: DatadogCredentials.existingSecret(),
  controlPlane: {},
});

app.synth();
console.log(datadog.summary());
