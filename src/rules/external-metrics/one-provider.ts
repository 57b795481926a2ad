import { EXTERNAL_METRICS, KEDA } from '../../facts/external-metrics';
import { clusterAgents } from '../../manifest/cluster-agents';
import { groupOf } from '../../manifest/manifest';
import { objectsIn } from '../../manifest/objects-in';
import { Rule } from '../rule';

export const oneProvider: Rule = {
  id: 'external-metrics/one-provider',
  severity: 'warning',
  title: 'Where the Cluster Agent serves external metrics, no ScaledObject of the app counts on the metrics of KEDA as well.',
  link: KEDA.source.split(';')[0],
  check: ({ manifests }) => {
    const namespaces = clusterAgents(manifests).map(({ namespace }) => namespace);
    const ours = manifests.ofKind('APIService').some(({ manifest: { spec } }) => spec?.group === EXTERNAL_METRICS.group
      && namespaces.includes(spec.service?.namespace));
    if (!ours) return [];
    const scaled = manifests.ofKind(KEDA.scaledObject)
      .filter(({ manifest }) => groupOf(manifest) === KEDA.group && !readsByClusterAgent(manifest.spec?.triggers));
    // One finding, for there is one cause.
    return scaled.slice(0, 1).map(at => ({
      at,
      reason: `KEDA${scaled.length > 1 ? `, which ${scaled.length - 1} more ScaledObjects use as well,` : ''} serves external metrics by the APIService '${EXTERNAL_METRICS.version}.${EXTERNAL_METRICS.group}', and the Cluster Agent registers itself there: the cluster has one, so whichever is applied last cuts off the other`,
      remedy: "Turn 'features.externalMetrics' off and let KEDA ask Datadog by its trigger 'datadog'; or do without KEDA in this cluster",
    }));
  },
};

/** All of its triggers ask the Cluster Agent. */
function readsByClusterAgent(triggers: unknown): boolean {
  const list = objectsIn<any>(triggers as any[]);
  return list.length > 0 && list.every(({ type, metadata }) => type === KEDA.datadogTrigger && String(metadata?.useClusterAgentProxy) === 'true');
}
