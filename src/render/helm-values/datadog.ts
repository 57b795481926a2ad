import { confdValues } from './confd';
import { scriptFiles } from './init-scripts';
import { NodePod } from './node-pod';
import { isAtLeast } from '../../base/versions';
import { KUBERNETES_FEATURES, KubernetesFeatureFact } from '../../facts/kubernetes-versions';
import { CONTAINER_RUNTIMES, NODE_SYSTEMS, NodeSystemFact } from '../../facts/node-host';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { SYSTEM_PROBE } from '../../parts/node-agent-containers';
import { some } from '../../parts/some';

/** The check of a kube-state-metrics that runs as a Deployment, which the chart leaves out by itself where its own is on. */
const LEGACY_KUBE_STATE_METRICS = 'kubernetes_state';

/** The level of the Agents' own logs that the chart gives to every component; the Agents' own where it is absent. */
export function commonLogLevel({ clusterAgent, clusterCheckRunners }: ClusterModel): string | undefined {
  return clusterAgent.logLevel ?? clusterCheckRunners?.logLevel;
}

/** The part `datadog` of the values: what the components have in common. What features add to it stands with the features. */
export function datadogValues(model: ClusterModel, nodes: NodePod | undefined): { readonly [key: string]: any } {
  const { credentials: { secret } } = model;
  const logLevel = commonLogLevel(model);
  const has = ({ since }: KubernetesFeatureFact) => isAtLeast(model.platform.kubernetesVersion, since);
  return {
    site: model.site,
    clusterName: model.clusterName,
    tags: model.tags,
    apiKeyExistingSecret: secret.name,
    ...logLevel !== undefined && { logLevel },
    leaderElection: true,
    leaderElectionResource: has(KUBERNETES_FEATURES.leases) ? 'lease' : 'configmap',
    kubernetesUseEndpointSlices: has(KUBERNETES_FEATURES.endpointSlices),
    ...nodes && nodeValues(model, nodes),
    // The chart installs the Datadog Operator and its definitions unless told otherwise.
    operator: { enabled: false },
  };
}

/** What of the part `datadog` is for node Agents alone. */
function nodeValues({ agentImage, features: { kubeStateMetrics } }: ClusterModel, given: NodePod) {
  const { nodeAgent, pod, whole, added } = given;
  const ignored = whole.ignoreAutoConf.filter(name => !kubeStateMetrics || name !== LEGACY_KUBE_STATE_METRICS);
  return {
    securityContext: pod.securityContext,
    useHostPID: pod.hostPID ?? false,
    ...hostValues(nodeAgent),
    ...given.container(SYSTEM_PROBE) && { systemProbe: { enableDefaultKernelHeadersPaths: false } },
    ...some('ignoreAutoConfig', ignored),
    ...some('confd', { ...confdValues(whole.checkFiles), ...scriptFiles(added.initContainers, agentImage) }),
  };
}

function hostValues({ host, fineGrainedKubelet }: NodeAgentModel) {
  const { criSocketPath, kubeletTlsVerify, kubeletCaPath, runtime } = host;
  const system: NodeSystemFact = NODE_SYSTEMS[host.system];
  return {
    ...CONTAINER_RUNTIMES[runtime].docker ? { dockerSocketPath: criSocketPath } : { criSocketPath },
    // A mount of a file that is not there would keep the pod from starting.
    ...system.passwdPath === undefined && { disablePasswdMount: true },
    kubelet: {
      ...kubeletTlsVerify !== undefined && { tlsVerify: kubeletTlsVerify },
      ...kubeletCaPath !== undefined && { hostCAPath: kubeletCaPath },
      fineGrainedAuthorization: fineGrainedKubelet,
    },
  };
}
