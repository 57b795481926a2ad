import { withClusterCheck } from '../../src/cluster/with-cluster-check';
import { DELIVERIES } from '../../src/facts/deliveries';
import { ClusterDescription } from '../../src/model/cluster-description';
import { ComponentModel } from '../../src/model/control-plane-model';
import { resolveControlPlane } from '../../src/model/resolve-control-plane';
import { DeliveredCluster } from '../../src/parts/delivered-cluster';
import { controlPlaneClusterChecks } from '../../src/render/control-plane/checks';
import { controlPlaneNodePart } from '../../src/render/control-plane/node-agent-part';
import { controlPlaneRunnerPart } from '../../src/render/control-plane/runner-part';
import { clusterModel } from '../render/models';

/** A cluster that the Operator delivers with its control plane watched, as the constructs hand it over. */
export function controlPlaneModel(description: Partial<ClusterDescription>): { delivered: DeliveredCluster; components: readonly ComponentModel[] } {
  const model = clusterModel({ delivery: DELIVERIES.operator, ...description });
  const controlPlane = resolveControlPlane({}, { cluster: model, nodeAgent: model.nodeAgent });
  const delivered = {
    model: controlPlaneClusterChecks(controlPlane).reduce(withClusterCheck, model),
    nodeParts: model.nodeAgent ? [controlPlaneNodePart(controlPlane, model.agentImage)] : [],
    runnerParts: model.clusterCheckRunners ? [controlPlaneRunnerPart(controlPlane)] : [],
    labels: {},
  };
  return { delivered, components: controlPlane.components };
}
