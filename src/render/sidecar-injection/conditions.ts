import { cel } from './cel';
import { COMPONENT_LABEL } from '../../facts/cluster-agent';
import { FARGATE_OPT_OUT, FARGATE_PROFILE_LABEL } from '../../facts/fargate';
import { CONFIG_COPY, SIDECAR, SOCKETS } from '../../facts/sidecar';
import { PodGroup, SidecarInjectionModel } from '../../model/sidecar-injection';
import { agentVolumes, hasSockets } from '../sidecar/agent-volumes';

/** A condition under which a policy looks at a pod; all must hold. */
export interface Condition {
  readonly name: string;
  readonly expression: string;
}

const LABELS = '(has(object.metadata.labels) ? object.metadata.labels : {})';
const ANNOTATIONS = '(has(object.metadata.annotations) ? object.metadata.annotations : {})';
const CONTAINERS = '(object.spec.containers + (has(object.spec.initContainers) ? object.spec.initContainers : []))';

/**
 * Which pods a policy changes. In CEL and not in selectors: conditions are the policy's own, and selectors of several
 * policies of Kyverno overwrite each other.
 */
export function matchConditions({ match: { groups, profiles }, cluster }: SidecarInjectionModel): Condition[] {
  const names = [SIDECAR.containerName, CONFIG_COPY.containerName];
  const volumes = agentVolumes(cluster, true).map(({ volume }) => volume.name);
  return [
    { name: 'is-chosen', expression: groups.map(isOf).join(' || ') },
    ...profiles ? [
      { name: 'is-of-a-profile', expression: unless(LABELS, FARGATE_PROFILE_LABEL.name, value => `${value} in ${cel(profiles)}`) },
      { name: 'stays-not-on-nodes', expression: unless(ANNOTATIONS, FARGATE_OPT_OUT.annotation, value => `${value} != ${cel(FARGATE_OPT_OUT.value)}`) },
    ] : [],
    { name: 'is-not-of-datadog', expression: `!(${cel(COMPONENT_LABEL.name)} in ${LABELS})` },
    { name: 'is-not-of-a-daemon-set', expression: '!has(object.metadata.ownerReferences) || !object.metadata.ownerReferences.exists(o, o.kind == "DaemonSet")' },
    { name: 'has-no-agent', expression: `!${CONTAINERS}.exists(c, c.name in ${cel(names)})` },
    { name: 'has-room-for-volumes', expression: `!has(object.spec.volumes) || !object.spec.volumes.exists(v, v.name in ${cel(volumes)})` },
    // The API server refuses a pod whose containers need more than the pod allows.
    { name: 'has-no-resources-as-a-whole', expression: '!has(object.spec.resources) || !(has(object.spec.resources.requests) || has(object.spec.resources.limits))' },
    ...hasSockets(cluster) ? [{
      name: 'has-room-for-sockets',
      expression: `!${CONTAINERS}.exists(c, has(c.volumeMounts) && c.volumeMounts.exists(m, m.mountPath == ${cel(SOCKETS.mountPath)}))`,
    }] : [],
  ];
}

function unless(map: string, name: string, holds: (value: string) => string): string {
  return `!(${cel(name)} in ${map}) || ${holds(`${map}[${cel(name)}]`)}`;
}

function isOf({ namespaces, labels }: PodGroup): string {
  const all = [`object.metadata.namespace in ${cel(namespaces)}`, ...Object.entries(labels).map(([name, value]) => carries(name, value))];
  return `(${all.join(' && ')})`;
}

function carries(name: string, value: string): string {
  if (!/[*?]/.test(name + value)) return `${cel(name)} in ${LABELS} && ${LABELS}[${cel(name)}] == ${cel(value)}`;
  return `${LABELS}.exists(name, name.matches(${cel(regExp(name))}) && ${LABELS}[name].matches(${cel(regExp(value))}))`;
}

/** `*` stands for any characters and `?` for one. */
function regExp(pattern: string): string {
  return `^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`;
}
