import { certificateCopier } from './certificate-copier';
import { certificateMounts } from './certificate-mounts';
import { controlPlaneNodeChecks } from './checks';
import { scrapePermissions } from './permissions';
import { tolerations } from './tolerations';
import { ControlPlaneModel } from '../../model/control-plane-model';
import { AGENT } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';

/** What the node Agents need to run their checks of the control plane. */
export function controlPlaneNodePart(model: ControlPlaneModel, agentImage: string): NodeAgentPart {
  const components = model.components.filter(c => c.by === 'nodeAgents');
  const copied = components.flatMap(({ certificate }) => certificate?.from === 'node' ? [certificate] : []);
  return {
    checkFiles: controlPlaneNodeChecks(model),
    volumes: components.flatMap(c => certificateMounts(c, AGENT)),
    ...copied.length > 0 && { initContainers: [certificateCopier(copied[0], agentImage)] },
    // Whoever runs a check: a node Agent that sees the container of the component would set it up by itself.
    ignoreAutoConf: model.components.map(c => c.check),
    tolerations: tolerations(model.tolerations),
    permissions: scrapePermissions(model, 'nodeAgents'),
  };
}
