import type { Container } from 'kubernetes-types/core/v1';
import { AGENT_IMAGE } from '../../facts/agent-images';
import { SERVICE_ACCOUNT_TOKEN, SIDECAR, SOCKETS } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { flag, fromField, fromSecret, override, tags, value } from '../container-env';
import { resources } from '../resources';
import { restricted } from '../security-context';

/** What the pod that the Agent goes into asks of it. */
export interface AgentPlacement {
  /** The pod is meant to end, and the Agent with it. */
  readonly exitsWithPod: boolean;
  /** The pod mounts no token, so the Agent mounts one of its own. */
  readonly ownToken: boolean;
}

/** The Agent as a container of somebody else's pod. */
export function agentContainer(model: ClusterModel, placement: AgentPlacement): Container {
  const { secret } = model.credentials;
  const env = [
    fromSecret('DD_API_KEY', secret.name, secret.apiKey),
    value('DD_SITE', model.site),
    value('DD_CLUSTER_NAME', model.clusterName),
    ...tags(model.tags),
    flag('DD_EKS_FARGATE', true),
    fromField('DD_KUBERNETES_KUBELET_NODENAME', 'spec.nodeName'),
    flag('DD_CLUSTER_AGENT_ENABLED', true),
    fromSecret('DD_CLUSTER_AGENT_AUTH_TOKEN', secret.name, secret.token),
    value('DD_CLUSTER_AGENT_URL', model.clusterAgentUrl),
    flag('DD_ORCHESTRATOR_EXPLORER_ENABLED', true),
    flag('DD_LANGUAGE_DETECTION_ENABLED', false),
    value('DD_APM_RECEIVER_SOCKET', SOCKETS.apm),
    value('DD_DOGSTATSD_SOCKET', SOCKETS.dogstatsd),
    ...placement.exitsWithPod ? [flag('DD_AUTO_EXIT_NOPROCESS_ENABLED', true)] : [],
  ];
  return {
    name: SIDECAR.containerName,
    image: model.agentImage,
    imagePullPolicy: SIDECAR.imagePullPolicy,
    env: override(env, model.sidecar.env),
    volumeMounts: [
      { name: SOCKETS.volumeName, mountPath: SOCKETS.mountPath },
      ...placement.ownToken ? [{ name: SERVICE_ACCOUNT_TOKEN.volumeName, mountPath: SERVICE_ACCOUNT_TOKEN.mountPath, readOnly: true }] : [],
    ],
    resources: resources(model.sidecar.resources),
    securityContext: restricted(AGENT_IMAGE),
  };
}
