import { DATADOG_METRIC, KEDA } from '../../facts/external-metrics';
import { clusterAgents } from '../../manifest/cluster-agents';
import { allContainers } from '../../manifest/containers';
import { groupOf, Manifest } from '../../manifest/manifest';
import { isObject, objectsIn } from '../../manifest/objects-in';
import { isOff } from '../observing-agents';
import { Rule } from '../rule';

export const datadogmetricIsOn: Rule = {
  id: 'external-metrics/datadogmetric-is-on',
  severity: 'error',
  title: 'Where an autoscaler reads a DatadogMetric, the Cluster Agent serves external metrics and knows DatadogMetrics.',
  link: DATADOG_METRIC.source,
  check: ({ manifests }) => {
    const agents = clusterAgents(manifests).flatMap(({ pod }) => allContainers(pod));
    if (agents.length === 0) return [];
    const off = [DATADOG_METRIC.served, DATADOG_METRIC.env].find(name => isOff(agents, name));
    return off === undefined ? [] : manifests.objects.flatMap(at => {
      const metric = datadogMetricOf(at.manifest);
      return metric === undefined ? [] : [{
        at,
        reason: `it scales by '${metric}', and ${off} of the Cluster Agent is not 'true', so there is never a value to scale by`,
        remedy: "Set 'features: { externalMetrics: { enabled: true, useDatadogMetrics: true } }' on the cluster, or scale by another metric",
      }];
    });
  },
};

/** The metric that is a DatadogMetric, of an HPA in any of its versions, of Datadog's own autoscaler, and of KEDA by the Cluster Agent. */
function datadogMetricOf(manifest: Manifest): string | undefined {
  if (['HorizontalPodAutoscaler', 'WatermarkPodAutoscaler'].includes(manifest.kind)) {
    return objectsIn<any>(manifest.spec?.metrics)
      .map(({ external }): unknown => external?.metric?.name ?? external?.metricName)
      .find((name): name is string => typeof name === 'string' && name.startsWith(DATADOG_METRIC.prefix));
  }
  if (groupOf(manifest) !== KEDA.group) return undefined;
  return objectsIn<any>(manifest.spec?.triggers)
    .filter(({ type, metadata }) => type === KEDA.datadogTrigger && isObject(metadata))
    .map(({ metadata }): unknown => metadata.datadogMetricName)
    .find((name): name is string => typeof name === 'string' && name !== '');
}
