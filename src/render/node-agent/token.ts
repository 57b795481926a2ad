import type { Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { isAtLeast } from '../../base/versions';
import { KUBERNETES_FEATURES } from '../../facts/kubernetes-versions';
import { NODE_AGENT_TOKENS } from '../../facts/node-agent-tokens';
import { SERVICE_CA } from '../../facts/openshift';
import { SERVICE_ACCOUNT_TOKEN } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { accountToken } from '../account-token';
import { isAt } from '../mount-paths';

/** The token of the pod's account, in the containers that use it. */
export interface NodeAgentToken {
  readonly volumes: readonly Volume[];
  mountsOf(container: string): VolumeMount[];
}

/**
 * Nothing where Kubernetes mounts it into every container: where it does not project tokens, and where the user mounts something
 * of their own in its place.
 */
export function nodeAgentToken({ platform }: ClusterModel, { volumeMounts }: NodeAgentModel): NodeAgentToken | undefined {
  if (!isAtLeast(platform.kubernetesVersion, KUBERNETES_FEATURES.projectedTokens.since)) return undefined;
  if (volumeMounts.some(mount => isAt(mount, SERVICE_ACCOUNT_TOKEN.mountPath))) return undefined;
  const { configMap: name, file } = SERVICE_CA;
  const authority = { configMap: { name, items: [{ key: file, path: file }] } };
  const { volume, mount } = accountToken(platform.fact.securityContextConstraints ? [authority] : []);
  return {
    volumes: [volume],
    mountsOf: container => Object.hasOwn(NODE_AGENT_TOKENS, container) ? [{ ...mount }] : [],
  };
}
