import { Fact } from './fact';

/** The Secret that Datadog's own webhook looks for, and so the name that everything agrees on. */
export const DATADOG_SECRET: Fact & { readonly name: string; readonly apiKey: string; readonly appKey: string; readonly token: string } = {
  name: 'datadog-secret',
  apiKey: 'api-key',
  appKey: 'app-key',
  token: 'token',
  source: 'datadog-agent, pkg/clusteragent/admission/mutate/agent_sidecar; Datadog Helm chart 3.240.0, values.yaml: apiKeyExistingSecret, appKeyExistingSecret, clusterAgent.tokenExistingSecret',
  checkedOn: '2026-09-20',
};

/** The Agents refuse a shorter token; the Cluster Agent starts all the same and nobody can talk to it. */
export const TOKEN_LENGTH: Fact & { readonly min: number } = {
  min: 32,
  source: 'https://docs.datadoghq.com/containers/cluster_agent/setup/',
  checkedOn: '2026-09-20',
};

/** What follows the name of the Secret in the name of one for the application key alone. */
export const APP_KEY_SECRET_SUFFIX: Fact & { readonly value: string } = {
  value: '-appkey',
  source: 'Datadog Helm chart 3.240.0: Secret <fullname>-appkey',
  checkedOn: '2026-11-21',
};
