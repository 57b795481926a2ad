import { ClusterModel } from '../../model/cluster-model';

/** Check files of the Cluster Agent by their path below conf.d. JSON is YAML, and it cannot be indented wrongly. */
export function checkFiles({ features, clusterCheckRunners }: ClusterModel): { [path: string]: string } {
  return {
    ...features.kubeStateMetrics && {
      // The name makes the Agent take it for the default of the check, in place of its own.
      'kubernetes_state_core.d/kubernetes_state_core.yaml.default': check({
        ...clusterCheckRunners && { cluster_check: true },
        init_config: {},
        instances: [{
          collectors: features.kubeStateMetrics.collectors,
          ...clusterCheckRunners && { skip_leader_election: true },
        }],
      }),
    },
    ...features.events && {
      'kubernetes_apiserver.d/kubernetes_apiserver.yaml': check({
        init_config: {},
        instances: [{ filtering_enabled: false, unbundle_events: false }],
      }),
    },
  };
}

function check(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** Key of a ConfigMap for the path of a check file. */
export function configMapKey(path: string): string {
  return path.split('/').pop()!;
}
