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

/**
 * `%%env_NAME%%` takes its value from the process that resolves the check: in annotations of pods the Agent of the pod, in
 * those of Services the Cluster Agent, and in a file the process that reads the file. What it does not find stays as it is.
 */
export const TEMPLATE_ENV: Fact = {
  source: 'https://docs.datadoghq.com/containers/guide/template_variables/; datadog-agent, comp/core/autodiscovery: configresolver.go, config_reader.go',
  checkedOn: '2026-11-30',
};

/** Env vars that every container has, by its image, the kubelet or the Services of its namespace. */
export const ENV_OF_EVERY_CONTAINER: Fact & { readonly pattern: RegExp } = {
  pattern: /^(HOSTNAME|HOME|PATH|PWD|KUBERNETES_.*|DOCKER_DD_AGENT)$|_SERVICE_(HOST|PORT)|_PORT(_|$)/,
  source: 'https://kubernetes.io/docs/tutorials/services/connect-applications-service/#environment-variables; https://kubernetes.io/docs/concepts/containers/container-environment/',
  checkedOn: '2026-11-30',
};

/** `ENC[handle]` in a check is resolved by the process that schedules it, where a secret backend is configured there, and else taken as it stands. */
export const CHECK_SECRETS: Fact & { readonly backends: readonly string[]; readonly skip: string } = {
  backends: ['DD_SECRET_BACKEND_COMMAND', 'DD_SECRET_BACKEND_TYPE', 'DD_MULTI_SECRET_BACKENDS'],
  /** On the Cluster Agent it leaves handles of cluster checks to the runner. */
  skip: 'DD_SECRET_BACKEND_SKIP_CHECKS',
  source: 'https://docs.datadoghq.com/agent/configuration/secrets-management/; datadog-agent, comp/core/autodiscovery: configmgr.go, secrets.go',
  checkedOn: '2026-11-30',
};
