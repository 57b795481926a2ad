import type { VolumeMount } from 'kubernetes-types/core/v1';
import { envOfChart, isWrittenByChart, otherWaysOfChart } from './by-chart';
import { scriptMounts } from './init-scripts';
import { NodePod } from './node-pod';
import { HELM_LIMITS } from '../../facts/helm-chart';
import { NODE_OS_LABEL } from '../../facts/labels';
import { SYSTEM_PROBE as SYSTEM_PROBE_FACT } from '../../facts/system-probe';
import { withUserEnv } from '../../parts/container-env';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { AGENT, AGENTS, SYSTEM_PROBE, TRACE_AGENT } from '../../parts/node-agent-containers';
import { some } from '../../parts/some';
import { requirements } from '../node-agent/requirements';
import { seLinuxOptions } from '../node-agent/system-probe';

type Key = 'agent' | 'traceAgent' | 'systemProbe';

/** Annotations that say what is in our own manifests, or that the chart writes by itself. */
const OURS = ['checksum/confd', SYSTEM_PROBE_FACT.apparmorAnnotation];

/** The part `agents` of the values; `commonLogLevel` is the one of `datadog`. */
export function agentsValues(cluster: DeliveredCluster, given: NodePod | undefined, commonLogLevel: string | undefined) {
  const { model } = cluster;
  const image = { tag: model.agentVersion };
  // The chart takes the version of the Agent from here, also where there are no node Agents.
  if (!given) return { enabled: false, image };
  const { nodeAgent, spec, pod, added } = given;
  const { podAnnotations, nodeSelector } = unsaid(given);
  return {
    enabled: true,
    image: { ...image, ...some('pullSecrets', nodeAgent.imagePullSecrets.map(name => ({ name }))) },
    ...some('rbac', some('serviceAccountAnnotations', nodeAgent.serviceAccountAnnotations)),
    containers: containers(cluster, given, commonLogLevel),
    ...some('volumes', [...added.volumes, ...nodeAgent.volumes]),
    ...some('volumeMounts', [...mountsOf(given, AGENTS), ...nodeAgent.volumeMounts]),
    useHostNetwork: pod.hostNetwork ?? false,
    updateStrategy: spec.updateStrategy,
    ...some('podAnnotations', podAnnotations),
    ...some('additionalLabels', nodeAgent.podLabels),
    ...some('nodeSelector', nodeSelector),
    ...some('tolerations', pod.tolerations ?? []),
    ...some('affinity', pod.affinity ?? {}),
    ...pod.priorityClassName !== undefined && { priorityClassName: pod.priorityClassName },
  };
}

/** What the chart does not say of the pod by itself. */
function unsaid({ spec, pod }: NodePod) {
  const without = (texts: { readonly [name: string]: string } | undefined, names: readonly string[]) =>
    Object.fromEntries(Object.entries(texts ?? {}).filter(([name]) => !names.includes(name)));
  return {
    podAnnotations: without(spec.template.metadata?.annotations, OURS),
    nodeSelector: without(pod.nodeSelector, [NODE_OS_LABEL.name]),
  };
}

function containers(cluster: DeliveredCluster, given: NodePod, commonLogLevel: string | undefined) {
  const { model } = cluster;
  const { nodeAgent, added } = given;
  const users = [...Object.keys(nodeAgent.env), ...nodeAgent.secretEnv.map(({ name }) => name)];
  const { features } = model;
  // One level is for every component unless a container says another.
  const logLevel = nodeAgent.logLevel ?? (commonLogLevel === undefined ? undefined : HELM_LIMITS.logLevel.value);
  const level = logLevel !== undefined && logLevel !== commonLogLevel && { logLevel };
  const one = (key: Key, name: string) => {
    const container = given.container(name);
    return container ? {
      [key]: {
        ...some('env', extraEnv(key, container.env ?? [], env => users.includes(env) && !isWrittenByChart(cluster, key, env))),
        ...level,
        resources: container.resources,
        // The chart's own for the system-probe is the same, with profiles that it adds by the version of Kubernetes; Helm merges the two.
        ...key === 'systemProbe' ? some('securityContext', seLinuxOptions(nodeAgent)) : { securityContext: container.securityContext },
        ...some('ports', added.portsOf(name)),
      },
    } : {};
  };
  return {
    ...one('agent', AGENT),
    ...one('traceAgent', TRACE_AGENT),
    ...one('systemProbe', SYSTEM_PROBE),
    // Where connections are watched the chart has a container more.
    ...(features.networkMonitoring || features.universalServiceMonitoring) && some('processAgent', { ...some('env', withUserEnv([], nodeAgent)), ...level }),
    initContainers: {
      resources: requirements(nodeAgent.resources),
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'], ...some('add', [...new Set(added.initContainers.flatMap(c => c.securityContext?.capabilities?.add ?? []))]) },
        readOnlyRootFilesystem: true,
      },
      volumeMounts: [
        // The scripts write there, and the chart has it for the other containers.
        { name: 'tmpdir', mountPath: '/tmp' },
        ...scriptMounts(added.initContainers),
        ...mountsOf(given, added.initContainers.map(({ name }) => name)),
      ],
    },
  };
}

/** Env vars that the chart does not write by itself, with those of the user's that it would write for other clusters alone. */
function extraEnv<T extends { readonly name: string }>(key: Key, env: readonly T[], isMore: (name: string) => boolean): T[] {
  const known = [...envOfChart(key), ...otherWaysOfChart()];
  return env.filter(({ name }) => !known.includes(name) || isMore(name));
}

/** Mounts of the containers, each once: the chart has one list for all Agents of the pod. */
function mountsOf({ added: parts }: NodePod, names: readonly string[]): VolumeMount[] {
  const mounts = names.flatMap(name => parts.mountsOf(name));
  return mounts.filter((mount, at) => mounts.findIndex(other => other.mountPath === mount.mountPath) === at);
}
