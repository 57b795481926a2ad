import { ApiObject } from 'cdk8s';

/**
 * Objects that were changed with `addJsonPatch`. cdk8s keeps the patches in a private field, and has no other way to ask;
 * without that field, none is found.
 */
export function patchedObjects(objects: readonly ApiObject[]): ApiObject[] {
  return objects.filter(object => ((object as unknown as { patches?: readonly unknown[] }).patches ?? []).length > 0);
}
