import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Platform } from '../../src';

function job(metadata: object) {
  const app = new App();
  const datadog = new DatadogChart(app, 'datadog', { platform: Platform.eks(), clusterName: 'prod', credentials: DatadogCredentials.existingSecret() });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new ApiObject(chart, 'job', { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'x', image: 'x' }] } } } });
  datadog.instrument(chart);
  return Testing.synth(chart)[0].metadata;
}

test('removes the name that cdk8s makes up beside a generateName', () => {
  expect(job({ generateName: 'migrate-' })).toEqual({ namespace: 'shop', generateName: 'migrate-' });
});

test('keeps a name that the user wrote, and one that cdk8s makes up where there is no other', () => {
  expect(job({ generateName: 'migrate-', name: 'migrate' })).toMatchObject({ name: 'migrate' });
  expect(job({})).toEqual({ namespace: 'shop', name: expect.stringMatching(/^shop-job-/) });
});
