import { ViolationError } from '../base/violation';

/** Env vars whose value is a secret; they come from the credentials and from nowhere else. */
export const SECRET_ENV: readonly string[] = ['DD_API_KEY', 'DD_APP_KEY', 'DD_CLUSTER_AGENT_AUTH_TOKEN'];

export function requirePlainEnv(env: { readonly [name: string]: string }): { readonly [name: string]: string } {
  const secret = Object.keys(env).find(name => SECRET_ENV.includes(name));
  if (secret) {
    throw new ViolationError({
      rule: 'credentials/no-secret-in-env',
      reason: `${secret} would stand in every manifest in clear text`,
      remedy: 'Leave it out of env and give it by credentials',
      link: 'https://docs.datadoghq.com/agent/guide/agent-configuration-files/',
    });
  }
  return env;
}
