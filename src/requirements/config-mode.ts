import { Violation, ViolationError } from '../base/violation';
import { CONFIG_INJECTION, CONFIG_MODE_LABEL } from '../facts/admission-controller';
import { PlatformFact } from '../facts/platforms/platform-fact';

/** A way to the Agent of a node, where there are nodes; and by sockets only where pods may have them. */
export function requireConfigMode(mode: string, platform: PlatformFact): string {
  if (mode === 'socket' && platform.noSockets) throw new ViolationError(socketsForAll(platform.noSockets));
  if (mode === 'none' || platform.nodes) return mode;
  throw new ViolationError({
    rule: 'admission-controller/config-mode',
    reason: `the mode '${mode}' sends traces and metrics to the Agent of the pod's node, and ${platform.name} has no such Agent`
      + (mode === 'socket' ? '; the hostPath volume that it adds keeps the pod from starting, too' : ''),
    remedy: "Leave 'configMode' out: the Agent in the pod tells its applications where it is",
    link: CONFIG_INJECTION.source,
  });
}

/** The mode of the webhook is for every pod that it takes, and only some could have it. */
function socketsForAll({ reason, exception, source }: NonNullable<PlatformFact['noSockets']>): Violation {
  return {
    rule: 'admission-controller/config-mode',
    reason: `the mode 'socket' gives every pod that the webhook takes a folder of its node: ${reason}, so such pods would be refused`,
    remedy: `Leave 'configMode' out, or set it to 'hostip' or 'service'; ${exception} can have sockets by the label '${CONFIG_MODE_LABEL.name}: socket'`,
    link: source,
  };
}

/** Modes by which the intakes of the node Agents are reached; undefined for one that is off. */
export interface WaysToNodeAgent {
  readonly apm?: readonly string[];
  readonly dogstatsd?: readonly string[];
}

/** A mode that leads to what the node Agents listen on. */
export function requireWayOfConfigMode(mode: string | undefined, ways: WaysToNodeAgent): void {
  if (mode === undefined || mode === 'none') return;
  const closed = (['apm', 'dogstatsd'] as const).find(name => ways[name] && !ways[name].includes(mode));
  if (!closed) return;
  const open = ways[closed]!;
  throw new ViolationError({
    rule: 'node-agent/config-mode-has-a-way',
    reason: `the webhook points applications at the Agent of their node by the mode '${mode}', and for 'features.${closed}' that Agent listens by ${open.length > 0 ? open.map(way => `'${way}'`).join(' and ') : 'no port of its own'} alone`,
    remedy: `${open.length > 0 ? `Set 'features.admissionController.configMode' to '${open[0]}', or turn` : 'Turn'} on what the mode needs: ${NEEDS[mode] ?? 'a way that there is'}`,
    link: CONFIG_INJECTION.source,
  });
}

const NEEDS: { readonly [mode: string]: string } = {
  socket: "'socketEnabled' of the feature",
  hostip: "'portEnabled' of the feature, with its host port",
  service: "'portEnabled' of the feature, on Kubernetes 1.22 or newer",
};
