import { hasTemplate } from './templates';
import { HELM_LIMITS } from '../../facts/helm-chart';
import { HelmPodFact } from '../../facts/helm-chart-pods';
import { ClusterModel } from '../../model/cluster-model';
import { PodModel } from '../../model/deployment-model';
import { Limit } from '../deliveries/limit';

const { templates, affinity, twice } = HELM_LIMITS;

/** What the Operator takes by name, one in the place of the other, and as it is written. */
const OPERATOR_CAN: ReadonlyArray<keyof PodModel> = ['env', 'secretEnv', 'podAnnotations', 'serviceAccountAnnotations'];

/** What the chart cannot be told of the pods of one component, whose containers have what `written` says by themselves. */
export function podLimits(name: string, of: (model: ClusterModel) => PodModel | undefined, written: readonly HelmPodFact[]): Limit[] {
  const limit = (field: keyof PodModel, reason: string, link: string, isReached: (pod: PodModel) => boolean): Limit => ({
    path: `${name}.${field}`,
    option: `${name}.${field}`,
    reason,
    link,
    ...OPERATOR_CAN.includes(field) && { others: ['operator'] },
    isReached: ({ model }) => {
      const pod = of(model);
      return pod !== undefined && isReached(pod);
    },
  });
  const has = (key: 'env' | 'volumes' | 'mountPaths', text: string | undefined) => text !== undefined && written.some(pod => pod[key].includes(text));
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
      ({ env }) => Object.keys(env).some(key => has('env', key)),
    ),
    limit(
      'secretEnv',
      'one of the env vars is among those that the chart sets by itself, and none may be there twice',
      twice.source,
      ({ secretEnv }) => secretEnv.some(item => has('env', item.name)),
    ),
    limit('volumes', 'one of them has the name of a volume of the chart', twice.source, ({ volumes }) => volumes.some(v => has('volumes', v.name))),
    limit(
      'volumeMounts',
      'one of them is at a path where the chart mounts something',
      twice.source,
      ({ volumeMounts }) => volumeMounts.some(mount => has('mountPaths', mount.mountPath?.replace(/\/+$/, ''))),
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
