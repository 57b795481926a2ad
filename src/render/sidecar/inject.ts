import type { Container, PodSpec, Volume } from 'kubernetes-types/core/v1';
import { agentContainer } from './agent-container';
import { requireRoom } from './conflicts';
import { SERVICE_ACCOUNT_TOKEN, SIDECAR, SOCKETS } from '../../facts/sidecar';
import { PodTemplate } from '../../manifest/pod-template';
import { ClusterModel } from '../../model/cluster-model';
import { value } from '../container-env';

export interface InjectionOptions {
  /** The pod is meant to end. */
  readonly runsToCompletion: boolean;
  /** The ServiceAccount of a pod that names none. */
  readonly defaultServiceAccount: string;
  /** The last word on the Agent's container. */
  readonly patch?: (container: Container) => Container;
}

/**
 * The pod with the Agent in it: what Datadog's own webhook makes, and what it leaves to the user.
 * Twice changes nothing. Throws a `ViolationError` where there is no room for the Agent.
 */
export function injectSidecar(template: PodTemplate, model: ClusterModel, options: InjectionOptions): PodTemplate {
  const { spec } = template;
  const ownToken = needsOwnToken(spec);
  const rendered = agentContainer(model, { exitsWithPod: options.runsToCompletion, ownToken });
  const agent = options.patch?.(rendered) ?? rendered;
  if (spec.containers?.some(c => isSame(c, agent))) return template;
  requireRoom(spec, agent);
  return {
    metadata: { ...template.metadata, annotations: withSafeToEvict(template.metadata?.annotations) },
    spec: {
      ...spec,
      serviceAccountName: spec.serviceAccountName || (spec as { serviceAccount?: string }).serviceAccount || options.defaultServiceAccount,
      shareProcessNamespace: true,
      ...spec.initContainers && { initContainers: spec.initContainers.map(pointAtSockets) },
      containers: [...(spec.containers ?? []).map(pointAtSockets), agent],
      volumes: [...spec.volumes ?? [], { name: SOCKETS.volumeName, emptyDir: {} }, ...ownToken ? [tokenVolume()] : []],
    },
  };
}

/** A pod that turns its token off gets it back in the Agent's container alone. */
function needsOwnToken(spec: PodSpec): boolean {
  return spec.automountServiceAccountToken === false;
}

function isSame(container: Container, agent: Container): boolean {
  return container.name === SIDECAR.containerName && canonical(container) === canonical(agent);
}

function canonical(json: unknown): string {
  return JSON.stringify(json, (_, v) => v && typeof v === 'object' && !Array.isArray(v)
    ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => a < b ? -1 : 1))
    : v);
}

/** Lets a container talk to the Agent; what it already sets wins. */
function pointAtSockets(container: Container): Container {
  const env = container.env ?? [];
  const missing = [
    value('DD_TRACE_AGENT_URL', `unix://${SOCKETS.apm}`),
    value('DD_DOGSTATSD_URL', `unix://${SOCKETS.dogstatsd}`),
  ].filter(ours => !env.some(theirs => theirs.name === ours.name));
  return {
    ...container,
    env: [...env, ...missing],
    volumeMounts: [...container.volumeMounts ?? [], { name: SOCKETS.volumeName, mountPath: SOCKETS.mountPath }],
  };
}

function withSafeToEvict(annotations: { readonly [name: string]: string } = {}): { [name: string]: string } {
  const name = SOCKETS.safeToEvictAnnotation;
  const volumes = (Object.hasOwn(annotations, name) ? annotations[name] : '').split(',').map(v => v.trim()).filter(v => v);
  return { ...annotations, [name]: [...new Set([...volumes, SOCKETS.volumeName])].join(',') };
}

function tokenVolume(): Volume {
  return {
    name: SERVICE_ACCOUNT_TOKEN.volumeName,
    projected: {
      defaultMode: 0o644,
      sources: [
        { serviceAccountToken: { expirationSeconds: SERVICE_ACCOUNT_TOKEN.expirationSeconds, path: 'token' } },
        { configMap: { name: SERVICE_ACCOUNT_TOKEN.caConfigMap, items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] } },
      ],
    },
  };
}
