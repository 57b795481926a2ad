import { App } from 'cdk8s';
import { DatadogChart, DatadogCredentials, EtcdCertificate, Platform } from 'cdk8s-datadog';

// OpenShift 4.18: two cluster check runners watch the control plane, with a certificate of etcd that a CronJob brings to them.

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.openShift4({ openShiftVersion: '4.18' }),
  clusterName: 'openshift',
  credentials: DatadogCredentials.existingSecret(),
  controlPlane: { etcdCertificate: EtcdCertificate.job() },
});

app.synth();
console.log(datadog.summary());
