import { ORCHESTRATOR } from '../../facts/orchestrator';
import { AdIdentifierModel, ClusterCheckModel } from '../../model/cluster-check';
import { ClusterModel } from '../../model/cluster-model';
import { EventsModel } from '../../model/events';

/** Check files of the Cluster Agent by their path below conf.d. JSON is YAML, and it cannot be indented wrongly. */
export function checkFiles({ features, clusterAgent, clusterCheckRunners }: ClusterModel): { [path: string]: string } {
  const { kubeStateMetrics, events, orchestratorExplorer } = features;
  return {
    ...kubeStateMetrics && {
      // The name makes the Agent take it for the default of the check, in place of its own.
      'kubernetes_state_core.d/kubernetes_state_core.yaml.default': check({
        ...clusterCheckRunners && { cluster_check: true },
        init_config: {},
        instances: [{
          collectors: kubeStateMetrics.collectors,
          ...clusterCheckRunners && { skip_leader_election: true },
        }],
      }),
    },
    ...events && { 'kubernetes_apiserver.d/kubernetes_apiserver.yaml': check({ init_config: {}, instances: [eventInstance(events)] }) },
    ...orchestratorExplorer && orchestratorExplorer.customResources.length > 0 && {
      [`${ORCHESTRATOR.checkName}.d/${ORCHESTRATOR.checkName}.yaml`]: check({
        cluster_check: false,
        ad_identifiers: [ORCHESTRATOR.adIdentifier],
        init_config: {},
        instances: [{
          skip_leader_election: false,
          crd_collectors: orchestratorExplorer.customResources.map(({ group, version, resource }) => `${group}/${version}/${resource}`),
        }],
      }),
    },
    ...clusterCheckFiles(clusterAgent.checks),
  };
}

/** The same for the checks of the user's alone. */
export function clusterCheckFiles(checks: readonly ClusterCheckModel[]): { [path: string]: string } {
  return Object.fromEntries(checks.map(c => [`${c.name}.d/${c.file}.yaml`, check(clusterCheck(c))]));
}

function eventInstance({ filtering, unbundled }: EventsModel) {
  return {
    filtering_enabled: filtering,
    unbundle_events: unbundled !== undefined,
    ...unbundled && { collected_event_types: unbundled.map(({ kind, reasons }) => ({ kind, ...reasons.length > 0 && { reasons } })) },
  };
}

function clusterCheck({ adIdentifiers, initConfig, instances, byClusterAgent }: ClusterCheckModel) {
  return {
    ...!byClusterAgent && { cluster_check: true },
    ...adIdentifiers.length > 0 && { advanced_ad_identifiers: adIdentifiers.map(adIdentifier) },
    init_config: initConfig,
    instances,
  };
}

function adIdentifier({ kind, name, namespace, resolve }: AdIdentifierModel) {
  return { [kind]: { name, namespace, ...resolve && { resolve } } };
}

function check(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** Key of a ConfigMap for the path of a check file: the file's name, behind that of the check where it is another. */
export function configMapKey(path: string): string {
  const [folder, file] = path.split('/');
  const name = folder.replace(/\.d$/, '');
  return file.startsWith(`${name}.`) ? file : `${name}.${file}`;
}
