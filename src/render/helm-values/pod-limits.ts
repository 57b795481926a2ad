import { isMountedByChart, isWrittenByChart } from './by-chart';
import { hasTemplate } from './templates';
import { HELM_LIMITS } from '../../facts/helm-chart';
import { HelmContainer } from '../../features/feature';
import { ClusterModel } from '../../model/cluster-model';
import { PodModel } from '../../model/deployment-model';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { Limit } from '../../parts/delivery-limit';

const { templates, affinity, twice } = HELM_LIMITS;

/** What the Operator takes by name, one in the place of the other, and as it is written. */
const OPERATOR_CAN: ReadonlyArray<keyof PodModel> = ['env', 'secretEnv', 'podAnnotations', 'serviceAccountAnnotations'];

/** What the chart cannot be told of the pods of one component, whose containers have what the chart writes by itself. */
export function podLimits(name: string, of: (model: ClusterModel) => PodModel | undefined, containers: readonly HelmContainer[]): Limit[] {
  const limit = (field: keyof PodModel, reason: string, link: string, isReached: (pod: PodModel, cluster: DeliveredCluster) => boolean): Limit => ({
    option: `${name}.${field}`,
    reason,
    link,
    ...OPERATOR_CAN.includes(field) && { others: ['operator'] },
    isReached: cluster => {
      const pod = of(cluster.model);
      return pod !== undefined && isReached(pod, cluster);
    },
  });
  const has = (cluster: DeliveredCluster, key: 'volumes' | 'mountPaths', text: string | undefined) =>
    containers.some(container => isMountedByChart(cluster, container, key, text));
  const isWritten = (cluster: DeliveredCluster, env: string) => containers.some(container => isWrittenByChart(cluster, container, env));
  const templated = (field: 'podAnnotations' | 'serviceAccountAnnotations') => limit(
    field,
    "one of them has '{{', which Helm may take for the beginning of a template",
    templates.source,
    pod => Object.values(pod[field]).some(hasTemplate),
  );
  return [
    limit(
      'env',
      'one of the env vars is empty, and the chart takes such a one for a reference to nothing',
      templates.source,
      ({ env }) => Object.values(env).includes(''),
    ),
    limit(
      'env',
      'one of the env vars is among those that the chart sets by itself, and none may be there twice',
      twice.source,
      ({ env }, cluster) => Object.keys(env).some(key => isWritten(cluster, key)),
    ),
    limit(
      'secretEnv',
      'one of the env vars is among those that the chart sets by itself, and none may be there twice',
      twice.source,
      ({ secretEnv }, cluster) => secretEnv.some(item => isWritten(cluster, item.name)),
    ),
    limit('volumes', 'one of them has the name of a volume of the chart', twice.source, ({ volumes }, cluster) => volumes.some(v => has(cluster, 'volumes', v.name))),
    limit(
      'volumeMounts',
      'one of them is at a path where the chart mounts something',
      twice.source,
      ({ volumeMounts }, cluster) => volumeMounts.some(mount => has(cluster, 'mountPaths', mount.mountPath?.replace(/\/+$/, ''))),
    ),
    templated('podAnnotations'),
    templated('serviceAccountAnnotations'),
    // The node Agents of the chart have none of their own.
    ...name === 'nodeAgent' ? [] : [limit(
      'affinity',
      'it is empty, and the chart then puts its own in its place',
      affinity.source,
      pod => Object.keys(pod.affinity ?? { none: true }).length === 0,
    )],
  ];
}
