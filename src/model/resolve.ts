import { resolveAgentFeatures } from './agent-features';
import { ClusterDescription } from './cluster-description';
import { ClusterModel, FeaturesModel } from './cluster-model';
import { ResourcesModel } from './resources-model';
import { resolveSidecar } from './sidecar-model';
import { isAtLeast } from '../base/versions';
import { AGENT_IMAGE, AGENT_VERSION, CLUSTER_AGENT_IMAGE, DEFAULT_REGISTRY, SITE_REGISTRIES } from '../facts/agent-images';
import { CLUSTER_AGENT } from '../facts/cluster-agent';
import { COLLECTORS } from '../facts/kube-state-metrics';
import { SITES } from '../facts/sites';
import { requireAgentVersion } from '../requirements/agent-version';
import { requireClusterName } from '../requirements/cluster-name';
import { requireKubernetesVersion } from '../requirements/kubernetes-version';
import { requireNamespace } from '../requirements/namespace';
import { requireReplicas } from '../requirements/replicas';
import { requireTags } from '../requirements/tags';

/** With the 256 MiB that AWS adds this is the Fargate size of 0.25 vCPU and 1 GB. */
const SMALLEST_FARGATE: ResourcesModel = { cpu: '250m', memory: '768Mi' };
const DEFAULT_REPLICAS = 2;

/** Fills in every default and makes every choice. Throws a `ViolationError` for what can never work. */
export function resolve(description: ClusterDescription): ClusterModel {
  const { fact } = description.platform;
  const kubernetesVersion = requireKubernetesVersion(description.platform.kubernetesVersion ?? fact.oldestKubernetes, fact);
  const agentVersion = requireAgentVersion(description.agentVersion ?? AGENT_VERSION.value);
  const site = description.site ?? SITES.US1.domain;
  const namespace = requireNamespace(description.namespace ?? 'datadog');
  const registry = description.registry ?? SITE_REGISTRIES.find(r => r.site === site)?.value ?? DEFAULT_REGISTRY.value;
  const features = resolveFeatures(description, agentVersion);
  const deployment = (name: string, given: ClusterDescription['clusterAgent'] = {}) => ({
    replicas: requireReplicas(name, given.replicas ?? DEFAULT_REPLICAS),
    resources: { cpu: given.cpu ?? SMALLEST_FARGATE.cpu, memory: given.memory ?? SMALLEST_FARGATE.memory },
    spread: fact.podsShareNodes,
  });
  const runners = description.clusterCheckRunners?.enabled ?? (features.clusterChecks && fact.onlyFargate);

  return {
    platform: { fact, kubernetesVersion, fargateProfiles: description.platform.fargateProfiles ?? [] },
    clusterName: requireClusterName(description.clusterName, agentVersion),
    site,
    namespace,
    createNamespace: description.createNamespace ?? true,
    tags: requireTags(description.tags ?? {}),
    agentVersion,
    agentImage: `${registry}/${AGENT_IMAGE.name}:${agentVersion}`,
    clusterAgentImage: `${registry}/${CLUSTER_AGENT_IMAGE.name}:${agentVersion}`,
    credentials: description.credentials,
    clusterAgentUrl: `https://${CLUSTER_AGENT.name}.${namespace}.svc.${fact.clusterDomain}:${CLUSTER_AGENT.port}`,
    features,
    clusterAgent: deployment('clusterAgent', description.clusterAgent),
    ...runners && { clusterCheckRunners: deployment('clusterCheckRunners', description.clusterCheckRunners) },
    sidecar: resolveSidecar(description.sidecar ?? {}, kubernetesVersion),
  };
}

function resolveFeatures({ features }: ClusterDescription, agentVersion: string): FeaturesModel {
  const collectors = COLLECTORS
    .filter(c => !c.offBecause || (c.name === 'secrets' && features?.kubeStateMetrics?.collectSecrets))
    .filter(c => !c.since || isAtLeast(agentVersion, c.since))
    .map(c => c.name);
  return {
    agent: resolveAgentFeatures(features ?? {}, agentVersion),
    clusterChecks: features?.clusterChecks?.enabled ?? true,
    events: features?.events?.enabled ?? true,
    ...(features?.kubeStateMetrics?.enabled ?? true) && { kubeStateMetrics: { collectors } },
  };
}
