import type { PodSpec } from 'kubernetes-types/core/v1';
import { ViolationError } from '../../base/violation';
import { PAGES } from '../../facts/pages';
import { outsideClusterDns } from '../../manifest/pod-dns';
import { ClusterModel } from '../../model/cluster-model';
import { canHaveLocalService, isOnAddressOfNode } from '../../model/node-agent-ways';

type Intake = 'apm' | 'dogstatsd';

/** How applications on a node reach the Agent there; what is absent is off. */
export interface NodeIntakes {
  readonly apm?: 'socket' | 'port';
  readonly dogstatsd?: 'socket' | 'port';
  /** Name of the Service through which the ports are reached; absent where the Agent has them on the address of its node. */
  readonly service?: string;
}

/** Why a pod has no way to the sockets, as a sentence without its full stop, and the page that it rests on. */
export interface NoSockets {
  readonly reason: string;
  readonly link: string;
}

/** Sockets where they are on and the pod may have them, and else ports. Throws a `ViolationError` where neither is left. */
export function nodeIntakes(model: ClusterModel, noSockets?: NoSockets): NodeIntakes {
  const { features } = model;
  const on = (['apm', 'dogstatsd'] as const).filter(name => features[name].socket || features[name].port);
  const bySocket = on.filter(name => features[name].socket && !noSockets);
  const byPort = on.filter(name => !bySocket.includes(name));
  const byService = byPort.some(name => !isOnAddressOfNode(name, model.nodeAgent));
  const noService = byService && !canHaveLocalService(model.platform.kubernetesVersion);
  requirePorts(model, byPort.filter(name => !features[name].port || noService), noSockets);
  return {
    ...Object.fromEntries(on.map(name => [name, bySocket.includes(name) ? 'socket' : 'port'])),
    ...byService && { service: `${model.delivery.nodeAgent.serviceName}.${model.namespace}.svc.${model.platform.fact.clusterDomain}` },
  };
}

const NAMES = { apm: 'traces', dogstatsd: 'metrics of applications' } as const;

function requirePorts({ features }: ClusterModel, closed: readonly Intake[], noSockets: NoSockets | undefined): void {
  if (closed.length === 0) return;
  const { reason, link } = noSockets ?? { reason: 'sockets are off', link: PAGES.nodeConnection.source };
  const off = closed.filter(name => !features[name].port).map(name => `'features.${name}.portEnabled'`);
  throw new ViolationError({
    rule: 'placement/has-a-way-to-its-agent',
    reason: `${reason}, and the Agent of its node takes ${closed.map(name => NAMES[name]).join(' and ')} on no port of the node`,
    remedy: `${off.length > 0 ? `Set ${off.join(' and ')} to true, and leave` : 'Leave'} 'hostPorts' of nodeAgent on: such pods then send to ports of the node${noSockets ? ', and all others as before' : ''}`,
    link,
  });
}

/** A pod that is pointed at the Service knows what its name stands for. Throws a `ViolationError` otherwise. */
export function requireClusterDns(pod: PodSpec): void {
  const outside = outsideClusterDns(pod);
  if (outside === undefined) return;
  throw new ViolationError({
    rule: 'placement/has-a-way-to-its-agent',
    reason: `${outside}, so the DNS of the node answers the pod, which does not know the Service of the Agent there, and that Agent has no port on the address of its node`,
    remedy: `Leave 'hostPorts' of nodeAgent on; or set 'dnsPolicy: ${pod.hostNetwork ? 'ClusterFirstWithHostNet' : 'ClusterFirst'}'`,
    link: PAGES.podDns.source,
  });
}
