import { isAtLeast } from '../../base/versions';
import { COLLECTORS, KUBE_STATE_METRICS_DISCOVERY } from '../../facts/kube-state-metrics';
import { PermissionFact } from '../../facts/permission';
import { ClusterModel } from '../../model/cluster-model';
import { KubeStateMetricsModel } from '../../model/features-model';
import { checkText, ClusterAgentPart } from '../../parts/cluster-agent-part';
import { feature, FeatureContext } from '../feature';
import { watched } from '../shared/permissions';
import { DOCUMENTED, RENDERED } from '../shared/sources';

/** The name makes the Agent take it for the default of the check, in place of its own. */
const FILE = 'kubernetes_state_core.d/kubernetes_state_core.yaml.default';

function resolve({ given: { kubeStateMetrics }, agentVersion, kubernetesVersion }: FeatureContext): KubeStateMetricsModel | undefined {
  if (!(kubeStateMetrics?.enabled ?? true)) return undefined;
  const collectors = COLLECTORS
    .filter(c => !c.offBecause || (c.name === 'secrets' && kubeStateMetrics?.collectSecrets))
    .filter(c => !c.since || isAtLeast(agentVersion, c.since))
    .filter(c => !c.kubernetesSince || isAtLeast(kubernetesVersion, c.kubernetesSince))
    .map(c => c.name);
  return { collectors };
}

function checkFile({ collectors }: KubeStateMetricsModel, { clusterCheckRunners }: ClusterModel) {
  return {
    ...clusterCheckRunners && { cluster_check: true },
    init_config: {},
    instances: [{ collectors, ...clusterCheckRunners && { skip_leader_election: true } }],
  };
}

/** What the check reads: the resources of its collectors, and what it discovers custom resources by. */
function permissions({ features: { kubeStateMetrics } }: ClusterModel): PermissionFact[] {
  if (!kubeStateMetrics) return [];
  const on = [...COLLECTORS.filter(c => kubeStateMetrics.collectors.includes(c.name)), KUBE_STATE_METRICS_DISCOVERY];
  const groups = [...new Set(on.map(c => c.apiGroup))];
  return groups.map(group => {
    const ofGroup = on.filter(c => c.apiGroup === group);
    const { source, checkedOn } = ofGroup[0];
    return { scope: 'cluster', ...watched(group, ...ofGroup.map(c => c.resource)), source, checkedOn };
  });
}

/** The Cluster Agent runs the check itself where there are no runners. */
function clusterAgent(model: ClusterModel): ClusterAgentPart {
  const { features: { kubeStateMetrics }, clusterCheckRunners } = model;
  return {
    permissions: clusterCheckRunners ? [] : permissions(model),
    checks: kubeStateMetrics ? ['kubernetes_state_core'] : [],
    checkFiles: kubeStateMetrics ? { [FILE]: checkFile(kubeStateMetrics, model) } : {},
  };
}

export const KUBE_STATE_METRICS = feature({
  name: 'kubeStateMetrics',
  resolve,
  // The check of a kube-state-metrics that runs as a Deployment would count everything once more.
  nodeAgent: ({ features }) => ({ ignoreAutoConf: features.kubeStateMetrics ? ['kubernetes_state'] : [] }),
  clusterAgent,
  runners: model => ({ permissions: permissions(model) }),
  operator: {
    spec: model => {
      const { kubeStateMetrics } = model.features;
      return {
        features: {
          kubeStateMetricsCore: {
            enabled: kubeStateMetrics !== undefined,
            // The Operator's own file has every collector, that of Secrets among them.
            ...kubeStateMetrics && { conf: { configData: checkText(checkFile(kubeStateMetrics, model)) } },
          },
        },
      };
    },
  },
  helm: {
    keys: [
      { keys: ['datadog.kubeStateMetricsCore.enabled', 'datadog.kubeStateMetricsCore.useClusterCheckRunners', 'datadog.kubeStateMetricsEnabled'], ...RENDERED },
      { keys: ['datadog.kubeStateMetricsCore.collectSecretMetrics'], ...DOCUMENTED },
    ],
    values: ({ features: { kubeStateMetrics }, clusterCheckRunners: runners }) => ({
      datadog: {
        // The Deployment of kube-state-metrics; the check that the Agent brings does without it.
        kubeStateMetricsEnabled: false,
        kubeStateMetricsCore: {
          enabled: kubeStateMetrics !== undefined,
          ...kubeStateMetrics && {
            useClusterCheckRunners: runners !== undefined,
            // The rest of the collectors is the chart's own list, which the facts are taken from.
            collectSecretMetrics: kubeStateMetrics.collectors.includes('secrets'),
          },
        },
      },
    }),
  },
  docs: { defaults: [{ what: 'kube-state-metrics core', chart: 'on' }], clusterAgent: 'yes' },
});
