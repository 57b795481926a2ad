import { ViolationError } from '../../base/violation';
import { ClusterModel } from '../../model/cluster-model';

type Way = 'socket' | 'port';

/** How applications on a node reach the Agent there; what is absent is off. */
export interface NodeIntakes {
  readonly apm?: Way;
  readonly dogstatsd?: Way;
}

/** Why a pod has no way to the sockets, as a sentence without its full stop, and the page that it rests on. */
export interface NoSockets {
  readonly reason: string;
  readonly link: string;
}

/** Sockets where they are on and the pod may have them, and else ports. Throws a `ViolationError` where neither is left. */
export function nodeIntakes({ features: { agent } }: ClusterModel, noSockets?: NoSockets): NodeIntakes {
  const names = (['apm', 'dogstatsd'] as const).filter(name => agent[name].socket || agent[name].port);
  const closed = names.filter(name => noSockets && !agent[name].port);
  if (noSockets && closed.length > 0) {
    throw new ViolationError({
      rule: 'placement/has-a-way-to-its-agent',
      reason: `${noSockets.reason}, and the Agent of its node takes ${closed.map(name => NAMES[name]).join(' and ')} by socket alone`,
      remedy: `Set ${closed.map(name => `'features.${name}.portEnabled'`).join(' and ')} to true: such pods then send to host ports of the Agent, and all others to its sockets as before`,
      link: noSockets.link,
    });
  }
  return Object.fromEntries(names.map((name): [string, Way] => [name, agent[name].socket && !noSockets ? 'socket' : 'port']));
}

const NAMES = { apm: 'traces', dogstatsd: 'metrics of applications' } as const;
