import { allOf, anyOf, cel, indent } from './cel';
import { COMPONENT_LABEL } from '../../facts/cluster-agent';
import { FARGATE_OPT_OUT, FARGATE_PROFILE_LABEL } from '../../facts/fargate';
import { NODE_OS_LABEL } from '../../facts/labels';
import { CONFIG_COPY, SIDECAR, SOCKETS } from '../../facts/sidecar';
import { PodGroup, SidecarInjectionModel } from '../../model/sidecar-injection';
import { agentVolumes, hasSockets } from '../sidecar/agent-volumes';

/** A condition under which a policy looks at a pod; all must hold. */
export interface Condition {
  readonly name: string;
  readonly expression: string;
}

const CONTAINERS = '(object.spec.containers + object.spec.?initContainers.orValue([]))';

/**
 * Which pods a policy changes. In CEL and not in selectors: conditions are the policy's own, and selectors of several
 * policies of Kyverno overwrite each other.
 */
export function matchConditions({ match: { groups, profiles }, cluster }: SidecarInjectionModel): Condition[] {
  const names = [SIDECAR.containerName, CONFIG_COPY.containerName];
  const volumes = agentVolumes(cluster, true).map(({ volume }) => volume.name);
  return [
    { name: 'is-chosen', expression: groups.length === 1 ? isOf(groups[0]) : anyOf(...groups.map(group => parentheses(isOf(group)))) },
    ...profiles ? [
      { name: 'is-of-a-profile', expression: `${at('labels', FARGATE_PROFILE_LABEL.name)}.optMap(profile, profile in ${cel(profiles)}).orValue(true)` },
      { name: 'is-not-kept-on-nodes', expression: `${at('annotations', FARGATE_OPT_OUT.annotation)} != optional.of(${cel(FARGATE_OPT_OUT.value)})` },
    ] : [],
    { name: 'is-not-of-datadog', expression: `!${at('labels', COMPONENT_LABEL.name)}.hasValue()` },
    { name: 'is-not-of-a-daemon-set', expression: '!object.metadata.?ownerReferences.orValue([]).exists(owner, owner.kind == "DaemonSet")' },
    {
      name: 'is-not-for-windows',
      expression: allOf(
        `object.spec.?os.?name != optional.of(${cel(NODE_OS_LABEL.windows)})`,
        `object.spec.?nodeSelector[?${cel(NODE_OS_LABEL.name)}] != optional.of(${cel(NODE_OS_LABEL.windows)})`,
      ),
    },
    { name: 'has-no-agent', expression: `!${CONTAINERS}.exists(container,\n  container.name in ${cel(names)})` },
    { name: 'has-room-for-volumes', expression: `!object.spec.?volumes.orValue([]).exists(volume,\n  volume.name in ${cel(volumes)})` },
    // The API server refuses a pod whose containers need more than the pod as a whole allows.
    { name: 'has-no-resources-as-a-whole', expression: allOf('!object.spec.?resources.?requests.hasValue()', '!object.spec.?resources.?limits.hasValue()') },
    ...hasSockets(cluster) ? [{
      name: 'has-room-for-sockets',
      expression: `!${CONTAINERS}.exists(container,\n  container.?volumeMounts.orValue([]).exists(mount, mount.mountPath == ${cel(SOCKETS.mountPath)}))`,
    }] : [],
  ];
}

/** A label or an annotation of the pod, which may not be there. */
function at(map: 'labels' | 'annotations', name: string): string {
  return `object.metadata.?${map}[?${cel(name)}]`;
}

function parentheses(text: string): string {
  return text.includes('\n') ? `(\n${indent(text)}\n)` : `(${text})`;
}

function isOf({ namespaces, labels }: PodGroup): string {
  const all = [`object.metadata.namespace in ${cel(namespaces)}`, ...Object.entries(labels).map(([name, value]) => carries(name, value))];
  return allOf(...all);
}

function carries(name: string, value: string): string {
  if (!/[*?]/.test(name + value)) return `${at('labels', name)} == optional.of(${cel(value)})`;
  return `object.metadata.?labels.orValue({}).exists(label,\n  label.matches(${cel(regExp(name))}) && object.metadata.labels[label].matches(${cel(regExp(value))}))`;
}

/** `*` stands for any characters and `?` for one. */
function regExp(pattern: string): string {
  return `^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`;
}
