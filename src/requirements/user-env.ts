import { requirePlainEnv, requireSecretEnv } from './env';
import { requireSecretKey, requireSecretName } from './secret';
import { stringFault } from './strings';
import { ViolationError } from '../base/violation';
import { OWNED_ENV, OwnedEnvFact } from '../facts/owned-env';

const LINK = 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/';

interface Env { readonly [name: string]: string }

interface SecretEnv {
  readonly name: string;
  readonly secretName: string;
  readonly secretKey: string;
}

/** Whose env vars they are. */
export type EnvOwner = Exclude<OwnedEnvFact['of'], 'all'>;

/** Env vars that users add to our containers: a container takes them, they are no secrets, and nothing else rests on them. */
export function requireUserEnv(part: string, owner: EnvOwner, env: Env): Env {
  requireNames(part, owner, Object.keys(env));
  const fault = stringFault(`'env' of ${part}`, env);
  if (fault) throw new ViolationError({ rule: 'kubernetes/env', ...fault });
  return requirePlainEnv(env);
}

/** The same of env vars from Secrets. */
export function requireUserSecretEnv<T extends SecretEnv>(part: string, owner: EnvOwner, list: readonly T[], env: Env): readonly T[] {
  requireNames(part, owner, list.map(({ name }) => name));
  for (const { name, secretName, secretKey } of list) {
    requireSecretName(`secretName of the env var ${name}`, secretName);
    requireSecretKey(`secretKey of the env var ${name}`, secretKey);
  }
  return requireSecretEnv(list, env);
}

function requireNames(part: string, owner: EnvOwner, names: readonly string[]): void {
  const wrong = names.find(name => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name));
  if (wrong !== undefined) {
    throw new ViolationError({
      rule: 'kubernetes/env',
      reason: `'${wrong}' of ${part} is no name of an env var: it has letters, digits and underscores, and begins with none of the digits`,
      remedy: "Write another name, for example 'DD_LOG_LEVEL'",
      link: LINK,
    });
  }
  for (const name of names) {
    const fact = OWNED_ENV.find(f => (f.of === 'all' || f.of === owner) && matches(f.name, name));
    if (!fact) continue;
    throw new ViolationError({
      rule: 'agent/env-is-free',
      reason: `another ${name} of ${part} would contradict what else says it: ${fact.alsoIn}`,
      remedy: fact.instead,
      link: LINK,
    });
  }
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
