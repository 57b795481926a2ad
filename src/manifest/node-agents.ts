import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { allContainers, envOf } from './containers';
import { podLabelsOf } from './fargate-reach';
import { LocatedPods, ManifestSet } from './manifest-set';
import { objectsIn } from './objects-in';
import { oncePer } from '../base/once-per';
import { COMPONENT_LABEL } from '../facts/cluster-agent';
import { DELIVERIES } from '../facts/deliveries';
import { NODE_CONNECTION } from '../facts/node-connection';

/** Value of the component's label on node Agents, ours, the chart's and the Operator's. */
const NODE_AGENT = 'agent';

/** The Service that leads to the Agent of the caller's node, by its full name. */
const SERVICE = new RegExp(`^(${Object.values(DELIVERIES).map(d => d.nodeAgent.serviceName).join('|')})\\.[^.]+\\.svc(\\.|$)`);

/** Pods of Datadog's own: Agents of nodes, Cluster Agents, runners. */
export function isDatadogs(at: Pick<LocatedPods, 'template'>): boolean {
  return Object.hasOwn(podLabelsOf(at), COMPONENT_LABEL.name);
}

/** The DaemonSets that run an Agent on nodes. */
export function nodeAgents({ pods }: ManifestSet): LocatedPods[] {
  return pods.filter(at => at.manifest.kind === 'DaemonSet' && podLabelsOf(at)[COMPONENT_LABEL.name] === NODE_AGENT);
}

/** Workloads that are pointed at the Agent of their node, by its sockets, its host ports or its Service. */
export const connectedToNodeAgents = oncePer(({ pods }: ManifestSet): readonly LocatedPods[] =>
  pods.filter(at => !isDatadogs(at) && (hasHostsSockets(at.pod) || allContainers(at.pod).some(sendsToNode))));

function sendsToNode(container: Container): boolean {
  return envOf(container, 'DD_AGENT_HOST')?.valueFrom?.fieldRef?.fieldPath === NODE_CONNECTION.hostField || serviceOfNodeAgent(container) !== undefined;
}

/** The name of the Service by which the container reaches the Agent of its node; undefined where it goes another way. */
export function serviceOfNodeAgent(container: Container): string | undefined {
  const host: unknown = envOf(container, 'DD_AGENT_HOST')?.value;
  return typeof host === 'string' && SERVICE.test(host) ? host : undefined;
}

function hasHostsSockets(pod: PodSpec): boolean {
  const host = objectsIn(pod.volumes).filter(v => withoutSlash(v.hostPath?.path) === NODE_CONNECTION.hostPath).map(({ name }) => name);
  return allContainers(pod).some(c => objectsIn(c.volumeMounts).some(m => host.includes(m.name)));
}

function withoutSlash(path: unknown): string | undefined {
  return typeof path === 'string' ? path.replace(/\/$/, '') : undefined;
}
