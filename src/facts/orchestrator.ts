import { Fact } from './fact';

/** The check behind the Kubernetes resources view. */
export const ORCHESTRATOR = {
  checkName: 'orchestrator',
  /** What the file of the check is found by, in place of a container. */
  adIdentifier: '_kube_orchestrator',
  maxCustomResources: 100,
  source: 'datadog-agent, pkg/collector/corechecks/cluster/orchestrator: collector_bundle.go; datadog-operator 1.29, feature/orchestratorexplorer/configmap.go',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string | number>;
