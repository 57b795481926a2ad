import { allContainers, envOf, envValue } from '../../manifest/containers';
import { APP_KEY_LINK } from '../../requirements/app-key';
import { Rule } from '../rule';

export const hasAppKey: Rule = {
  id: 'external-metrics/has-app-key',
  severity: 'error',
  title: 'A Cluster Agent that serves external metrics has an application key.',
  link: APP_KEY_LINK,
  check: ({ manifests }) => manifests.pods.flatMap(at => allContainers(at.pod)
    .filter(c => envValue(c, 'DD_EXTERNAL_METRICS_PROVIDER_ENABLED') === 'true')
    .filter(c => !OWN_KEY.some(name => isSet(c, name)))
    .map(({ name }) => ({
      at,
      reason: `the container '${name}' has DD_EXTERNAL_METRICS_PROVIDER_ENABLED and no DD_APP_KEY, without which Datadog answers none of its queries`,
      remedy: "Take DD_APP_KEY from a Secret, or turn external metrics off; DatadogChart does it with 'appKey' of the credentials",
    }))),
};

/** Where the application key is looked for. */
const OWN_KEY = ['DD_APP_KEY', 'DD_EXTERNAL_METRICS_PROVIDER_APP_KEY'];

function isSet(container: Parameters<typeof envOf>[0], name: string): boolean {
  const env = envOf(container, name);
  return env !== undefined && (env.value !== '' || env.valueFrom !== undefined);
}
