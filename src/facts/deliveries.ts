import { Fact } from './fact';

/** A workload, and the account of its pods. */
export interface WorkloadNames {
  readonly name: string;
  readonly serviceAccountName: string;
}

/** What the pods of a delivery have that those of the plain manifests lack, as far as a cluster asks for it before it takes them. */
export interface PodAdditions {
  /** Types of volumes. */
  readonly volumes: readonly string[];
  /** Init containers that say nothing of their security. */
  readonly openInitContainers: readonly string[];
}

/** Who makes the pods of Datadog on a cluster, and what they are called then. */
export interface DeliveryFact extends Fact {
  readonly id: 'manifests' | 'operator' | 'helm';
  /** For sentences: who makes them. */
  readonly title: string;
  /** The construct that a user takes for it. */
  readonly construct: string;
  readonly clusterAgent: WorkloadNames;
  readonly runners: WorkloadNames;
  /** With the Service by which pods reach the Agent of their node. */
  readonly nodeAgent: WorkloadNames & { readonly serviceName: string };
  readonly additions: { readonly [workload in 'clusterAgent' | 'runners' | 'nodeAgent']: PodAdditions };
}

/** Names of the Cluster Agent are the same everywhere: sidecars look for its Service. */
const CLUSTER_AGENT_NAMES: WorkloadNames = { name: 'datadog-cluster-agent', serviceAccountName: 'datadog-cluster-agent' };
const RUNNER_NAMES: WorkloadNames = { name: 'datadog-clusterchecks', serviceAccountName: 'datadog-cluster-checks' };

const NOTHING_ADDED: PodAdditions = { volumes: [], openInitContainers: [] };
/** How Datadog was installed is written in a ConfigMap, which every pod mounts. */
const INSTALL_INFO: PodAdditions = { volumes: ['configMap'], openInitContainers: [] };

/** A delivery is a row. */
export const DELIVERIES = {
  manifests: {
    id: 'manifests',
    title: 'the plain manifests',
    construct: 'DatadogChart',
    clusterAgent: CLUSTER_AGENT_NAMES,
    runners: RUNNER_NAMES,
    // The sidecars have a `datadog-agent` in namespaces of applications, with other permissions.
    nodeAgent: { name: 'datadog-agent', serviceAccountName: 'datadog-node-agent', serviceName: 'datadog-agent' },
    additions: { clusterAgent: NOTHING_ADDED, runners: NOTHING_ADDED, nodeAgent: NOTHING_ADDED },
    source: 'Datadog Helm chart 3.240.0: agent-clusterchecks-deployment.yaml; the name of the node Agents is the Operator\'s',
    checkedOn: '2026-11-21',
  },
  operator: {
    id: 'operator',
    title: 'the Datadog Operator',
    construct: 'DatadogOperatorChart',
    clusterAgent: CLUSTER_AGENT_NAMES,
    runners: RUNNER_NAMES,
    nodeAgent: { name: 'datadog-agent', serviceAccountName: 'datadog-node-agent', serviceName: 'datadog-agent' },
    additions: {
      clusterAgent: INSTALL_INFO,
      runners: { ...INSTALL_INFO, openInitContainers: ['init-config'] },
      nodeAgent: { ...INSTALL_INFO, openInitContainers: ['init-volume', 'init-config', 'seccomp-setup'] },
    },
    source: 'https://github.com/DataDog/datadog-operator/blob/v1.31.0/internal/controller/datadogagent/global/dependencies.go: accounts, under the names that override.*.serviceAccountName gives; override/daemonset.go, override/deploymentspec.go: names; operator-render of that version: pods',
    checkedOn: '2026-11-21',
  },
  helm: {
    id: 'helm',
    title: 'the Helm chart',
    construct: 'DatadogHelmChart',
    clusterAgent: CLUSTER_AGENT_NAMES,
    runners: RUNNER_NAMES,
    nodeAgent: { name: 'datadog', serviceAccountName: 'datadog', serviceName: 'datadog' },
    additions: {
      clusterAgent: INSTALL_INFO,
      runners: INSTALL_INFO,
      // The values say what init containers may do. That of the system-probe is open, and writes to a mounted folder alone.
      nodeAgent: INSTALL_INFO,
    },
    source: 'Datadog Helm chart 3.240.0, rendered with the name datadog; cluster-agent-deployment.yaml, agent-clusterchecks-deployment.yaml, _containers-init-linux.yaml, _system-probe-init.yaml',
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, DeliveryFact>;
