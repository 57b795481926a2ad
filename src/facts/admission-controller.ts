import { Fact } from './fact';

/** The admission controller of the Cluster Agent, which registers its webhooks itself when it starts. */
export const ADMISSION_CONTROLLER = {
  serviceName: 'datadog-cluster-agent-admission-controller',
  servicePort: 443,
  port: 8000,
  portName: 'datadog-webhook',
  webhookName: 'datadog-webhook',
  /** Secret with the certificate that it makes for itself. */
  certificateName: 'webhook-certificate',
  source: 'Datadog Helm chart 3.240.0: agent-services.yaml, cluster-agent-deployment.yaml; datadog-agent 7.81, pkg/config/setup',
  checkedOn: '2026-09-20',
} as const satisfies Fact & Record<string, string | number>;

/** How a pod gets the address of its Agent. Each mode means the Agent of a node, and Fargate has none. */
export const CONFIG_INJECTION: Fact = {
  source: 'https://docs.datadoghq.com/containers/cluster_agent/admission_controller/#configure-apm-and-dogstatsd-communication-mode',
  checkedOn: '2026-11-21',
};

/** Label by which the webhooks take a pod, or pass it over where it is `false`. */
export const ADMISSION_LABEL: Fact & { readonly name: string } = {
  name: 'admission.datadoghq.com/enabled',
  source: 'https://docs.datadoghq.com/containers/cluster_agent/admission_controller/',
  checkedOn: '2026-09-20',
};

/** Label by which a pod has a mode of its own, in place of the Cluster Agent's. */
export const CONFIG_MODE_LABEL: Fact & { readonly name: string } = {
  name: 'admission.datadoghq.com/config.mode',
  source: CONFIG_INJECTION.source,
  checkedOn: '2026-11-21',
};

/** Everything by which a pod asks the webhooks for something begins with this: labels, and annotations for libraries of a language. */
export const ADMISSION_PREFIX: Fact & { readonly value: string } = {
  value: 'admission.datadoghq.com/',
  source: 'https://docs.datadoghq.com/tracing/guide/local_sdk_injection/',
  checkedOn: '2026-11-30',
};
