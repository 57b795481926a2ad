import { ApiObject, App, Chart } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Platform } from '../../src';
import { CLUSTER, externalSecrets, podSpec, synthesize } from '../datadog-chart/program';

/** Everything of a cluster on which a namespace, a workload, its account and its container have this name. */
function manifestsOf(name: string, credentials: DatadogCredentials): unknown {
  const app = new App();
  const platform = Platform.eksFargate({ fargateProfiles: [{ name, selectors: [{ namespace: name }, { namespace: 'datadog' }] }] });
  const datadog = new DatadogChart(app, 'datadog', { ...CLUSTER, credentials, platform, secretNamespaces: [name, 'billing'], networkPolicy: { agentNamespaces: [name] } });
  const shop = new Chart(app, 'shop', { namespace: name });
  new ApiObject(shop, 'web', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } }, spec: podSpec({ serviceAccountName: name }) } } });
  datadog.instrument(shop);
  const texts = synthesize(app).map(manifest => JSON.stringify(manifest)).concat(datadog.summary(), datadog.runbook());
  return texts.map(text => text.replaceAll(name, 'NAME')).sort();
}

// In JavaScript every object has this key; in Kubernetes it is a name like any other.
test.each([['External Secrets', externalSecrets()], ['Kyverno', DatadogCredentials.kyvernoClone()]])('a namespace called constructor is one like any other, with %s', (_, credentials) => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(manifestsOf('constructor', credentials)).toEqual(manifestsOf('consttuctor', credentials));
});
