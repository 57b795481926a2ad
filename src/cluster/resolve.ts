import { withClusterCheck } from './with-cluster-check';
import { AGENT_IMAGE, AGENT_VERSION, CLUSTER_AGENT_IMAGE, DEFAULT_REGISTRY, SITE_REGISTRIES } from '../facts/agent-images';
import { AGENT_FEATURES } from '../facts/agent-versions';
import { CLUSTER_AGENT } from '../facts/cluster-agent';
import { DELIVERIES } from '../facts/deliveries';
import { SYSTEM_NAMESPACES } from '../facts/namespaces';
import { CLUSTER_AGENT_CA } from '../facts/sidecar';
import { SITES } from '../facts/sites';
import { resolveFeatures } from '../features/resolve-features';
import { resolveAddress, urlOfAddress } from '../model/cluster-agent-address';
import { clusterAgentVersionOf } from '../model/cluster-agent-version';
import { ClusterDescription } from '../model/cluster-description';
import { ClusterAgentTlsModel, ClusterModel, PlatformModel } from '../model/cluster-model';
import { resolveDeployment } from '../model/deployment-model';
import { resolveNodeAgent } from '../model/node-agent-model';
import { waysToNodeAgent } from '../model/node-agent-ways';
import { resolveSidecar } from '../model/sidecar-model';
import { requireAgentFeature } from '../requirements/agent-feature';
import { requireAgentVersion } from '../requirements/agent-version';
import { requireCertificate } from '../requirements/certificate';
import { requireClusterName } from '../requirements/cluster-name';
import { requireWayOfConfigMode } from '../requirements/config-mode';
import { requireKubernetesVersion } from '../requirements/kubernetes-version';
import { requireNamespace } from '../requirements/namespace';
import { requireRegistry } from '../requirements/registry';
import { requireServiceCidr } from '../requirements/service-address';
import { requireTags } from '../requirements/tags';

/** Fills in every default and makes every choice. Throws a `ViolationError` for what can never work. */
export function resolve(description: ClusterDescription): ClusterModel {
  const { fact } = description.platform;
  const kubernetesVersion = requireKubernetesVersion(description.platform.kubernetesVersion ?? fact.oldestKubernetes, fact);
  const agentVersion = requireAgentVersion(description.agentVersion ?? AGENT_VERSION.value);
  const clusterAgentVersion = clusterAgentVersionOf(agentVersion);
  const site = description.site ?? SITES.US1.domain;
  const namespace = requireNamespace(description.namespace ?? 'datadog');
  const registry = requireRegistry(description.registry ?? SITE_REGISTRIES.find(r => r.site === site)?.value ?? DEFAULT_REGISTRY.value);
  const platform = resolvePlatform(description.platform, kubernetesVersion);
  const features = resolveFeatures({
    given: description.features ?? {},
    platform: fact,
    kubernetesVersion,
    agentVersion,
    site,
    namespace,
    credentials: description.credentials,
    nodeAgents: fact.nodes && description.nodeAgent?.enabled !== false,
    fargate: platform.fargate !== 'none',
  });
  const ofNodes = { platform: fact, kubernetesVersion, features };
  const nodeAgent = resolveNodeAgent(description.nodeAgent ?? {}, ofNodes);
  const address = resolveAddress(description.clusterAgent?.fixedAddress ?? {}, platform.serviceCidr);
  // Read also where they are off: what is invalid is not kept for the day on which they are switched on.
  const clusterCheckRunners = resolveDeployment('clusterCheckRunners', description.clusterCheckRunners ?? {}, fact);
  const runners = description.clusterCheckRunners?.enabled ?? (features.clusterChecks && !nodeAgent);
  if (nodeAgent) requireWayOfConfigMode(features.admissionController?.configMode, waysToNodeAgent(nodeAgent, ofNodes));

  const model: ClusterModel = {
    delivery: description.delivery ?? DELIVERIES.manifests,
    platform,
    clusterName: requireClusterName(description.clusterName, agentVersion),
    site,
    namespace,
    createNamespace: description.createNamespace ?? !SYSTEM_NAMESPACES.names.includes(namespace),
    tags: requireTags(description.tags ?? {}),
    agentVersion,
    registry,
    agentImage: `${registry}/${AGENT_IMAGE.name}:${agentVersion}`,
    clusterAgentVersion,
    clusterAgentImage: `${registry}/${CLUSTER_AGENT_IMAGE.name}:${clusterAgentVersion}`,
    credentials: description.credentials,
    clusterAgentUrl: `https://${CLUSTER_AGENT.name}.${namespace}.svc.${fact.clusterDomain}:${CLUSTER_AGENT.port}`,
    ...address && { clusterAgentAddressUrl: urlOfAddress(address), clusterAgentAddress: address },
    ...description.clusterAgentTls && { clusterAgentTls: resolveTls(description.clusterAgentTls, agentVersion) },
    features,
    clusterAgent: { ...resolveDeployment('clusterAgent', description.clusterAgent ?? {}, fact), checks: [] },
    ...runners && { clusterCheckRunners },
    ...nodeAgent && { nodeAgent },
    sidecar: resolveSidecar(description.sidecar ?? {}, kubernetesVersion),
  };
  return (description.clusterAgent?.checks ?? []).reduce(withClusterCheck, model);
}

function resolvePlatform(
  { fact, fargateProfiles = [], serviceCidr, datastore, hostPrefix }: ClusterDescription['platform'],
  kubernetesVersion: string,
): PlatformModel {
  const fargate = fact.fargate === 'profiles' && fargateProfiles.length === 0 ? 'none' : fact.fargate;
  return {
    fact,
    kubernetesVersion,
    fargateProfiles,
    fargate,
    ...serviceCidr !== undefined && { serviceCidr: requireServiceCidr(serviceCidr) },
    ...datastore && { datastore },
    ...hostPrefix && { hostPrefix },
  };
}

function resolveTls(tls: NonNullable<ClusterDescription['clusterAgentTls']>, agentVersion: string): ClusterAgentTlsModel {
  requireAgentFeature(agentVersion, AGENT_FEATURES.clusterAgentTls);
  return {
    secretName: tls.secretName,
    configMapName: tls.configMapName ?? CLUSTER_AGENT_CA.configMapName,
    ...tls.caCertificate !== undefined && { caCertificate: requireCertificate(tls.caCertificate) },
  };
}
