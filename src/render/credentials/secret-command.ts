import { SecretKeys } from '../../model/credentials-model';

/** The shell command that makes the Secret of a namespace from env vars. */
export function secretCommand(secret: SecretKeys, namespace: string): string {
  return [
    `kubectl create secret generic ${secret.name} --namespace ${namespace}`,
    `--from-literal=${secret.apiKey}="$DD_API_KEY"`,
    `--from-literal=${secret.token}="$DD_CLUSTER_AGENT_AUTH_TOKEN"`,
  ].join(' ');
}
