import { EnvName } from '../../../facts/env';
import { flag } from '../../container-env';
import { AGENT, SYSTEM_PROBE } from '../names';
import { NodeAgentPart } from '../part';

/** A feature of the system-probe, by what turns it on. The core Agent is told too, which shows it in its status. */
export function bySystemProbe(...names: readonly EnvName[]): NodeAgentPart {
  const env = () => [flag('DD_SYSTEM_PROBE_ENABLED', true), ...names.map(name => flag(name, true))];
  return { containers: [SYSTEM_PROBE], env: { [AGENT]: env(), [SYSTEM_PROBE]: env() } };
}
