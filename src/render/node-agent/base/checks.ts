import { COMPONENT_CHECKS } from '../../../facts/control-plane/checks';
import { ClusterModel } from '../../../model/cluster-model';
import { NodeAgentModel } from '../../../model/node-agent-model';
import { NodeCheckModel } from '../../../model/node-check';
import { flag, value } from '../../container-env';
import { prometheusScrapeEnv } from '../../prometheus-scrape';
import { AGENT } from '../names';
import { NodeAgentPart } from '../part';

/** Which checks the Agents run: those of the Cluster Agent's, those by file, and which not. */
export function checks(model: ClusterModel, nodeAgent: NodeAgentModel): NodeAgentPart {
  const { features: { clusterChecks, kubeStateMetrics, orchestratorExplorer }, clusterCheckRunners, platform } = model;
  // Without runners the node Agents share out the checks of the cluster among them.
  const providers = clusterCheckRunners ? 'endpointschecks' : 'clusterchecks endpointschecks';
  return {
    env: {
      [AGENT]: [
        ...clusterChecks ? [value('DD_EXTRA_CONFIG_PROVIDERS', providers)] : [],
        flag('DD_ORCHESTRATOR_EXPLORER_ENABLED', orchestratorExplorer !== undefined),
        ...prometheusScrapeEnv(model),
      ],
    },
    ignoreAutoConf: [
      ...nodeAgent.ignoreAutoConf,
      // On control-plane nodes these set themselves up without the permissions and certificates that ControlPlaneChecks brings.
      ...(platform.fact.controlPlane.autoConf ?? []).map(component => COMPONENT_CHECKS[component].check),
      // The check of a kube-state-metrics that runs as a Deployment would count everything once more.
      ...kubeStateMetrics ? ['kubernetes_state'] : [],
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
