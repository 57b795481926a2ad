import { isSecretHandle, secretsIn } from './secret-value';
import { ViolationError } from '../base/violation';

/** Env vars whose value is a secret; they come from the credentials and from nowhere else. */
export const SECRET_ENV: readonly string[] = ['DD_API_KEY', 'DD_APP_KEY', 'DD_CLUSTER_AGENT_AUTH_TOKEN'];

/** Env vars without a secret in clear text. Handles `ENC[...]` of a secret backend are no clear text, also in place of the credentials. */
export function requirePlainEnv(env: { readonly [name: string]: string }): { readonly [name: string]: string } {
  for (const [name, value] of Object.entries(env)) {
    const own = SECRET_ENV.includes(name);
    const what = own && !isSecretHandle(value) ? 'it' : secretsIn(name, value).find(({ certain }) => certain)?.what;
    if (what === undefined) continue;
    throw new ViolationError({
      rule: 'credentials/no-secret-in-env',
      reason: own ? `${name} would stand in every manifest in clear text` : `${name} has ${what} in it, which would stand in every manifest in clear text`,
      remedy: own
        ? "Leave it out of env and give it by credentials, or write a handle 'ENC[...]' of a secret backend"
        : "Give it by secretEnv, from a Secret, or write a handle 'ENC[...]' of a secret backend",
      link: 'https://docs.datadoghq.com/agent/configuration/secrets-management/',
    });
  }
  return env;
}

interface SecretEnv {
  readonly name: string;
}

/** Env vars from Secrets, of names that neither the credentials nor plain env vars have. */
export function requireSecretEnv<T extends SecretEnv>(list: readonly T[], env: { readonly [name: string]: string }): readonly T[] {
  const secret = list.find(({ name }) => SECRET_ENV.includes(name));
  if (secret) {
    throw new ViolationError({
      rule: 'credentials/one-source',
      reason: `${secret.name} would come from another Secret than that of the credentials, which every Agent reads`,
      remedy: 'Leave it out of secretEnv and give it by credentials',
      link: 'https://docs.datadoghq.com/agent/guide/agent-configuration-files/',
    });
  }
  const names = [...Object.keys(env), ...list.map(({ name }) => name)];
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) {
    throw new ViolationError({
      rule: 'kubernetes/env-is-unique',
      reason: `the env var ${twice} is given twice, and a container has one of each name`,
      remedy: 'Give it once, in env or in secretEnv',
      link: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
    });
  }
  return list;
}
