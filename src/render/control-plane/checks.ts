import { ClusterCheckDescription } from '../../model/cluster-check';
import { ComponentModel, ControlPlaneModel } from '../../model/control-plane-model';

/** Checks of Services for the folder of the Cluster Agent; none where annotations have them. */
export function controlPlaneClusterChecks({ delivery, components }: ControlPlaneModel): ClusterCheckDescription[] {
  return delivery === 'files' ? components.flatMap(clusterCheck) : [];
}

function clusterCheck({ check, instance, target }: ComponentModel): ClusterCheckDescription[] {
  if (target.kind !== 'service' && target.kind !== 'endpoints') return [];
  const { kind, namespace, name, resolve } = target;
  return [{
    name: check,
    instances: [instance],
    advancedAdIdentifiers: [{
      kind: kind === 'service' ? 'kube_service' : 'kube_endpoints',
      namespace,
      name,
      // `auto` is what the Agent does by itself, and so there is no need for one that knows the word.
      ...resolve === 'ip' && { resolve },
    }],
  }];
}

/** Checks of containers for the folder of the node Agents, by file. */
export function controlPlaneNodeChecks({ components }: ControlPlaneModel): { [file: string]: object } {
  return Object.fromEntries(components.flatMap(({ check, instance, target }) => target.kind !== 'containers' ? [] : [
    [`${check}.yaml`, { ad_identifiers: [...target.images], init_config: {}, instances: [instance] }],
  ]));
}
