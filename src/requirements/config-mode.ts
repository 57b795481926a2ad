import { ViolationError } from '../base/violation';
import { CONFIG_INJECTION } from '../facts/admission-controller';
import { PlatformFact } from '../facts/platforms/platform-fact';

/** A way to the Agent of a node, where there are nodes. */
export function requireConfigMode(mode: string, platform: PlatformFact): string {
  if (mode === 'none' || platform.nodes) return mode;
  throw new ViolationError({
    rule: 'admission-controller/config-mode',
    reason: `the mode '${mode}' sends traces and metrics to the Agent of the pod's node, and ${platform.name} has no such Agent`
      + (mode === 'socket' ? '; the hostPath volume that it adds keeps the pod from starting, too' : ''),
    remedy: "Leave 'configMode' out: the Agent in the pod tells its applications where it is",
    link: CONFIG_INJECTION.source,
  });
}
