import { COMPONENT_CHECKS } from '../../../facts/control-plane/checks';
import { ClusterModel } from '../../../model/cluster-model';
import { NodeAgentModel } from '../../../model/node-agent-model';
import { NodeCheckModel } from '../../../model/node-check';
import { NodeAgentPart } from '../../../parts/node-agent-part';

/** Which checks the Agents run: those by file, and which not. */
export function checks({ platform }: ClusterModel, nodeAgent: NodeAgentModel): NodeAgentPart {
  return {
    ignoreAutoConf: [
      ...nodeAgent.ignoreAutoConf,
      // On control-plane nodes these set themselves up without the permissions and certificates that ControlPlaneChecks brings.
      ...(platform.fact.controlPlane.autoConf ?? []).map(component => COMPONENT_CHECKS[component].check),
    ],
    checkFiles: Object.fromEntries(nodeAgent.checks.map(check => [`${check.name}.d/${check.file}.yaml`, checkFile(check)])),
  };
}

function checkFile({ adIdentifiers, initConfig, instances, logs }: NodeCheckModel) {
  return {
    ...adIdentifiers.length > 0 && { ad_identifiers: adIdentifiers },
    init_config: initConfig,
    instances,
    ...logs.length > 0 && { logs },
  };
}
