import { ClusterModel } from '../../../model/cluster-model';
import { flag } from '../../container-env';
import { AGENT, INIT_CONFIG, SYSTEM_PROBE } from '../names';
import { NodeAgentPart } from '../part';

/** Services and their languages, for which the core Agent asks the system-probe. On by default in the Agent. */
export function serviceDiscovery({ features: { agent: { serviceDiscovery: on } } }: ClusterModel): NodeAgentPart {
  const env = () => [flag('DD_DISCOVERY_ENABLED', on)];
  return {
    ...on && { containers: [SYSTEM_PROBE] },
    env: { ...on && { [INIT_CONFIG]: env() }, [AGENT]: env(), [SYSTEM_PROBE]: env() },
  };
}
