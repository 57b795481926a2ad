import type { EnvVar } from 'kubernetes-types/core/v1';
import { EnvName } from '../../facts/env';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { sidecarWebhookEnv } from '../sidecar-injection/webhook-env';

/** For it the chart has no value. */
const LOGS: EnvName = 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_KUBELET_API_LOGGING_ENABLED';

/** `agentSidecarInjection` of the values, from what the Cluster Agent of our own manifests is told. */
export function sidecarInjectionValues(webhook: SidecarInjectionModel) {
  const told = new Map(sidecarWebhookEnv(webhook).map(({ name, value }) => [name, value ?? '']));
  const of = (name: string) => told.get(`DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_${name}`)!;
  return {
    enabled: of('ENABLED') === 'true',
    provider: of('PROVIDER'),
    clusterAgentCommunicationEnabled: of('CLUSTER_AGENT_ENABLED') === 'true',
    // The ConfigMap of the authority is there: the chart would have the Cluster Agent copy it.
    clusterAgentTlsVerification: { enabled: of('CLUSTER_AGENT_TLS_VERIFICATION_ENABLED') === 'true', copyCaConfigMap: false },
    containerRegistry: of('CONTAINER_REGISTRY'),
    imageName: of('IMAGE_NAME'),
    imageTag: of('IMAGE_TAG'),
    selectors: JSON.parse(of('SELECTORS')),
    profiles: JSON.parse(of('PROFILES')),
  };
}

/** What goes by env vars. */
export function sidecarInjectionEnv(webhook: SidecarInjectionModel): EnvVar[] {
  return sidecarWebhookEnv(webhook).filter(({ name }) => name === LOGS);
}

/** The chart writes these two between quotation marks of this kind, and nothing stands for one there. */
export function hasQuote(webhook: SidecarInjectionModel): boolean {
  const { selectors, profiles } = sidecarInjectionValues(webhook);
  return JSON.stringify([selectors, profiles]).includes("'");
}
