import { checksConfigMap } from './config-map';
import { nodeAgentDaemonSet } from './daemon-set';
import { nodeAgentRbac } from './rbac';
import { localService } from './service';
import { seccompConfigMap } from './system-probe';
import { wholePart } from './whole-part';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { forKubernetes } from '../older-kubernetes';

/** Everything of the node Agents, what others depend on first; nothing where there are none. */
export function nodeAgentManifests(model: ClusterModel, extensions: readonly NodeAgentPart[] = []): Manifest[] {
  const { nodeAgent } = model;
  if (!nodeAgent) return [];
  const whole = wholePart(model, nodeAgent, extensions);
  return [
    ...nodeAgentRbac(model, nodeAgent, whole),
    ...checksConfigMap(model, whole),
    ...seccompConfigMap(model, whole),
    ...localService(model, whole),
    nodeAgentDaemonSet(model, nodeAgent, whole),
  ].map(manifest => forKubernetes(model.platform.kubernetesVersion, manifest));
}
