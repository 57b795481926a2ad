import type { EnvVar } from 'kubernetes-types/core/v1';
import { Manifest } from './manifest';
import { isObject, objectsIn } from './objects-in';

/** A key of a Secret that a container cannot start without. */
export interface SecretKeyRef {
  readonly name: string;
  readonly key: string;
}

/** The key of a Secret that an env var is read from; undefined where it is none, or the container starts without it. */
export function secretRefOf(env: EnvVar | undefined): SecretKeyRef | undefined {
  const ref = env?.valueFrom?.secretKeyRef;
  return ref?.name && ref.key && !ref.optional ? { name: ref.name, key: ref.key } : undefined;
}

/** The keys of a Secret. */
export function secretKeys({ data, stringData }: Manifest): string[] {
  return [...new Set([data, stringData].filter(isObject).flatMap(Object.keys))];
}

/** A value of a Secret as its readers get it; undefined where it has none of that key. */
export function secretValue({ data, stringData }: Manifest, key: string): string | undefined {
  // The API server writes stringData over data.
  if (hasText(stringData, key)) return stringData[key];
  return hasText(data, key) ? Buffer.from(data[key], 'base64').toString() : undefined;
}

function hasText(values: unknown, key: string): values is { readonly [key: string]: string } {
  return isObject(values) && Object.hasOwn(values, key) && typeof (values as { [key: string]: unknown })[key] === 'string';
}

/** Name of the Secret that an ExternalSecret makes. */
export function externalSecretTarget({ metadata, spec }: Manifest): string | undefined {
  return spec?.target?.name || metadata?.name;
}

/** True when the Secret of an ExternalSecret has the key, as far as the manifest tells. */
export function externalSecretMakes({ spec }: Manifest, key: string): boolean {
  const { data, dataFrom, target } = spec ?? {};
  const template = target?.template;
  if (objectsIn(template?.templateFrom).length > 0) return true;
  if (isObject(template?.data)) {
    if (Object.hasOwn(template.data, key)) return true;
    // What a template leaves out is not in the Secret, unless it is told to merge.
    if (template.mergePolicy !== 'Merge') return false;
  }
  return objectsIn(dataFrom).length > 0 || objectsIn<{ secretKey?: string }>(data).some(entry => entry.secretKey === key);
}
