import { Fact } from './fact';

/** A capability of the Agent, by the first release that has it. */
export interface AgentFeatureFact extends Fact {
  readonly name: string;
  /** major.minor */
  readonly since: string;
}

export const AGENT_FEATURES = {
  oneVersionForBoth: {
    name: 'one version number for the Agent and the Cluster Agent',
    since: '7.39',
    source: 'https://github.com/DataDog/datadog-agent/releases',
    checkedOn: '2026-09-20',
  },
  leaseLeaderElection: {
    name: 'leader election by a Lease',
    since: '7.47',
    source: 'datadog-agent 7.47, CHANGELOG-DCA.rst',
    checkedOn: '2026-09-20',
  },
  /** Older Cluster Agents also get a ConfigMap that is named like the Lease, and end if they may not. */
  leaseAlone: {
    name: 'leader election that reads the Lease and no ConfigMap beside it',
    since: '7.70',
    source: 'datadog-agent 7.70.0, CHANGELOG-DCA.rst; pkg/util/kubernetes/apiserver/leaderelection/leaderelection_engine.go before it',
    checkedOn: '2026-11-30',
  },
  kubeletLogs: {
    name: 'log collection through the kubelet API',
    since: '7.71',
    source: 'https://docs.datadoghq.com/integrations/eks_fargate/#log-collection',
    checkedOn: '2026-11-21',
  },
  unbundledEvents: {
    name: 'unbundled Kubernetes events',
    since: '7.42',
    source: 'Datadog Helm chart, README.md: datadog.kubernetesEvents.unbundleEvents; helm-charts#862',
    checkedOn: '2026-11-21',
  },
  filteredEvents: {
    name: 'filtering of Kubernetes events',
    since: '7.57',
    source: 'Datadog Helm chart, README.md: datadog.kubernetesEvents.filteringEnabled',
    checkedOn: '2026-11-21',
  },
  orchestratorCustomResources: {
    name: 'custom resources in the resources view',
    since: '7.42',
    source: 'datadog-agent, CHANGELOG-DCA.rst 7.42.0',
    checkedOn: '2026-11-21',
  },
  endpointsResolve: {
    name: 'resolve of endpoints in advanced_ad_identifiers',
    since: '7.69',
    source: 'datadog-operator 1.29, feature/controlplanemonitoring/configmap.go',
    checkedOn: '2026-09-20',
  },
  clusterAgentTls: {
    name: 'check of the Cluster Agent certificate in sidecars',
    since: '7.78',
    source: 'https://github.com/DataDog/datadog-operator/pull/2700',
    checkedOn: '2026-11-21',
  },
  istioAmbient: {
    name: 'check of Istio in ambient mode',
    since: '7.78',
    source: 'https://github.com/DataDog/integrations-core/pull/22581; https://github.com/DataDog/integrations-core/pull/23707',
    checkedOn: '2026-11-21',
  },
  otlpLogs: {
    name: 'logs by OTLP',
    since: '7.48',
    source: 'datadog-agent, CHANGELOG.rst 7.48.0',
    checkedOn: '2026-11-21',
  },
  processChecksInCoreAgent: {
    name: 'process and container collection without a container of its own',
    since: '7.60',
    source: 'datadog-operator, internal/controller/datadogagent/feature/utils/utils.go: ProcessConfigRunInCoreAgentMinVersion',
    checkedOn: '2026-11-21',
  },
  processChecksAlwaysInCoreAgent: {
    name: 'process checks in the core Agent without a setting for it',
    since: '7.78',
    source: 'datadog-agent, pkg/config/setup/process.go of 7.77 and 7.81: process_config.run_in_core_agent',
    checkedOn: '2026-11-30',
  },
  instrumentationTargets: {
    name: 'targets of APM instrumentation',
    since: '7.64',
    source: 'datadog-operator, internal/controller/datadogagent/feature/apm/feature.go: minInstrumentationTargetsVersion',
    checkedOn: '2026-11-21',
  },
  serviceDiscovery: {
    name: 'service discovery by system-probe-lite',
    since: '7.78',
    source: 'https://github.com/DataDog/helm-charts/pull/2598',
    checkedOn: '2026-11-21',
  },
  connectionsWithoutProcessAgent: {
    name: 'network and service monitoring without a process-agent',
    since: '7.81',
    source: 'datadog-operator, internal/controller/datadogagent/feature/npm/feature.go: directSendMinVersion',
    checkedOn: '2026-11-21',
  },
} satisfies Record<string, AgentFeatureFact>;
