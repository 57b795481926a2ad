import { Fact } from './fact';

const AGENT = {
  source: 'datadog-agent, comp/core/autodiscovery/common/utils: annotations.go, pod_annotations.go; providers: container.go, kube_services.go, kube_endpointslices.go',
  checkedOn: '2026-11-21',
};

/**
 * Annotations by which a pod or a Service asks for checks: the prefix, who they are for, a dot, the field. On a pod
 * they are for a container by its name, or by the id that `<container>.check.id` gives it.
 */
export const AUTODISCOVERY = {
  prefix: 'ad.datadoghq.com/',
  /** Who the annotations of a Service are for: the Service as a whole, or each of its endpoints. */
  service: 'service',
  endpoints: 'endpoints',
  /** Every check in one JSON object. Where it stands, the three of the first version are not read. */
  checks: 'checks',
  /** The first version: three JSON lists of one length. */
  checkNames: 'check_names',
  initConfigs: 'init_configs',
  instances: 'instances',
  logs: 'logs',
  tags: 'tags',
  checkId: 'check.id',
  /** On the endpoints of a Service, `ip` hands each to a runner, and anything else to the Agent on the pod's node. */
  resolve: 'resolve',
  resolveIp: 'ip',
  ...AGENT,
} as const satisfies Fact & Record<string, string>;

/** The first Agent that reads the second version of the annotations. */
export const AUTODISCOVERY_V2: Fact & { readonly since: string } = {
  since: '7.36',
  source: 'https://docs.datadoghq.com/containers/kubernetes/integrations/',
  checkedOn: '2026-11-21',
};

/** Pod-backed endpoints go to the Agent on the node of the pod; a sidecar asks for no endpoints checks. */
export const ENDPOINTS_CHECKS: Fact = {
  source: 'https://docs.datadoghq.com/containers/cluster_agent/endpointschecks/',
  checkedOn: '2026-11-21',
};
