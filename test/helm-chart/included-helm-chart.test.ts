import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { parseAllDocuments, stringify } from 'yaml';
import { fakeHelm, folder } from './fake-helm';
import { withClusterCheck } from '../../src/cluster/with-cluster-check';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { HelmInclude } from '../../src/helm-chart/helm-include-options';
import { IncludedHelmChart } from '../../src/helm-chart/included-helm-chart';
import { DeliveredCluster } from '../../src/parts/delivered-cluster';
import { clusterModel } from '../render/models';
import { violationOf } from '../requirements/violations';

/** An object of a chart. */
const CONFIG_MAP = (chart: string) => stringify({
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'datadog-installinfo', namespace: 'datadog', labels: { 'helm.sh/chart': chart } },
});

function cluster(): DeliveredCluster {
  const model = clusterModel({ platform: { fact: PLATFORMS.eks, kubernetesVersion: '1.35' }, namespace: 'monitoring' });
  return { model, nodeParts: [], runnerParts: [], labels: {} };
}

function included(include: HelmInclude, of: () => DeliveredCluster = cluster) {
  const app = new App();
  const chart = new IncludedHelmChart(new Chart(app, 'datadog'), 'Included', include, of);
  return { app, chart };
}

test('helm is asked for the chart of the values, and its objects are in the app', () => {
  const { executable, asked, values } = fakeHelm('helm', CONFIG_MAP('datadog-3.240.0'));
  const { app, chart } = included({ executable });
  const [template, file, path, ...rest] = asked();
  expect([template, file, path.endsWith('.yaml')]).toEqual(['template', '-f', true]);
  expect(rest).toEqual([
    '--repo', 'https://helm.datadoghq.com', '--version', '3.240.0', '--namespace', 'monitoring', '--kube-version', '1.35.0', 'datadog', 'datadog',
  ]);
  expect(values()).toMatchObject({ fullnameOverride: 'datadog', datadog: { clusterName: 'prod-tokyo' }, agents: { enabled: true } });
  expect(chart.helm.releaseName).toBe('datadog');
  expect(parseAllDocuments(app.synthYaml()).map(d => d.toJS().metadata.name)).toEqual(['datadog-installinfo']);
});

test('a folder has no repository, and flags and the name of the release are the user\'s', () => {
  const { executable, asked } = fakeHelm('helm-folder', CONFIG_MAP('datadog-3.240.0'));
  included({ executable, chart: './charts/datadog', flags: ['--api-versions', 'quota.openshift.io/v1'], releaseName: 'dd' });
  expect(asked().slice(3)).toEqual([
    '--version', '3.240.0', '--namespace', 'monitoring', '--kube-version', '1.35.0', '--api-versions', 'quota.openshift.io/v1', 'dd', './charts/datadog',
  ]);
});

test('a mirror in place of the repository', () => {
  const { executable, asked } = fakeHelm('helm-mirror', CONFIG_MAP('datadog-3.240.0'));
  included({ executable, repo: 'https://charts.example.com' });
  expect(asked().slice(3, 5)).toEqual(['--repo', 'https://charts.example.com']);
});

test('where there is no helm', () => {
  const executable = join(folder, 'no-helm');
  const { rule, reason, remedy } = violationOf(() => included({ executable }));
  expect(rule).toBe('helm/executable');
  expect(reason).toContain(`'${executable}' cannot be run`);
  expect(remedy).toContain("'executable' of include");
});

test('where helm may not be run', () => {
  const { executable } = fakeHelm('helm-locked', '');
  chmodSync(executable, 0o644);
  expect(violationOf(() => included({ executable })).rule).toBe('helm/executable');
});

test('where helm fails, what it says is told', () => {
  const { executable } = fakeHelm('helm-fails', 'Error: chart "datadog" not found in https://charts.example.com repository\n', 1);
  const { rule, reason } = violationOf(() => included({ executable }));
  expect(rule).toBe('helm/renders');
  expect(reason).toContain('chart "datadog" not found');
});

test('another version of the chart, and none at all', () => {
  const other = fakeHelm('helm-other', CONFIG_MAP('datadog-3.81.0'));
  const { rule, reason } = violationOf(() => included({ executable: other.executable, chart: './datadog' }));
  expect([rule, reason]).toEqual(['helm/chart-version', "the chart './datadog' is datadog-3.81.0, and the values are for datadog-3.240.0"]);
  const none = fakeHelm('helm-none', CONFIG_MAP('nginx-1.0.0'));
  expect(violationOf(() => included({ executable: none.executable })).rule).toBe('helm/chart-version');
  const empty = fakeHelm('helm-empty', '');
  expect(violationOf(() => included({ executable: empty.executable })).rule).toBe('helm/chart-version');
});

test('what comes to the cluster after the chart was included is an error of the synthesis', () => {
  const { executable } = fakeHelm('helm-late', CONFIG_MAP('datadog-3.240.0'));
  let now = cluster();
  const { app } = included({ executable }, () => now);
  expect(() => app.synthYaml()).not.toThrow();
  now = { ...now, model: withClusterCheck(now.model, { name: 'http_check', instances: [{ name: 'shop', url: 'http://shop/' }] }) };
  expect(() => app.synthYaml()).toThrow('helm/included-last');
});
