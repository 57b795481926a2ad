import type { EnvVar } from 'kubernetes-types/core/v1';
import { EnvName } from '../facts/env';
import { Fact } from '../facts/fact';
import { SecretEnvModel } from '../model/deployment-model';

export function value(name: EnvName, text: string): EnvVar {
  return { name, value: text };
}

export function flag(name: EnvName, on: boolean): EnvVar {
  return { name, value: String(on) };
}

export function fromSecret(name: EnvName, secret: string, key: string): EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}

export function fromField(name: EnvName, fieldPath: string): EnvVar {
  return { name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } };
}

/** The same functions for the env vars of one feature. A name that is not among its facts does not compile. */
export function envOf<Name extends string>(_: { readonly [name in Name]: Fact }) {
  return {
    value: (name: Name, text: string): EnvVar => ({ name, value: text }),
    flag: (name: Name, on: boolean): EnvVar => ({ name, value: String(on) }),
    fromSecret: (name: Name, secret: string, key: string): EnvVar => ({ name, valueFrom: { secretKeyRef: { name: secret, key } } }),
    /** As JSON; nothing where the object or the list is empty. */
    json: (name: Name, given: object): EnvVar[] => Object.keys(given).length > 0 ? [{ name, value: JSON.stringify(given) }] : [],
  };
}

/** DD_TAGS as the JSON array that keeps values with spaces whole; nothing where there are no tags. */
export function tags(list: readonly string[]): EnvVar[] {
  return list.length > 0 ? [value('DD_TAGS', JSON.stringify(list))] : [];
}

/** Env vars of ours by name, so that their order does not depend on where they come from. */
export function byName(env: readonly EnvVar[]): EnvVar[] {
  return [...env].sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** `env` by name without those that `overrides` replaces, and `overrides` behind them: a value of theirs can refer to any of ours by `$(NAME)`. */
export function override(env: readonly EnvVar[], overrides: { readonly [name: string]: string }): EnvVar[] {
  return [
    ...byName(env).filter(({ name }) => !Object.hasOwn(overrides, name)),
    ...Object.keys(overrides).sort().map(name => ({ name, value: overrides[name] })),
  ];
}

/** What the user adds to a container, in place of vars of the same name. */
export interface UserEnv {
  readonly env: { readonly [name: string]: string };
  readonly secretEnv: readonly SecretEnvModel[];
}

export function withUserEnv(env: readonly EnvVar[], { env: plain, secretEnv }: UserEnv): EnvVar[] {
  return [
    ...override(env, plain).filter(({ name }) => !secretEnv.some(s => s.name === name)),
    ...secretEnv.map(({ name, secretName, secretKey }) => ({ name, valueFrom: { secretKeyRef: { name: secretName, key: secretKey } } })),
  ];
}
