import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { ManifestHook } from './manifest-hook';
import { Manifest } from '../manifest/manifest';
import { isClusterScoped } from '../manifest/scope';

/** The name as an id: constructs keeps children by id in an object that has a `constructor` already, which is a legal name in Kubernetes. */
export function idOf(name: string): string {
  return name in {} ? `${name}-` : name;
}

/** Adds an object of ours to the tree. Lazy values in the manifest are read after everybody else's objects are rendered. */
export function addOwnObject(scope: Construct, id: string, manifest: Manifest): ApiObject {
  const object = new ApiObject(scope, id, manifest);
  ManifestHook.of(scope).own(object);
  // cdk8s puts the chart's namespace on every object, and a namespace on these is an error.
  if (isClusterScoped(manifest) && Chart.of(object).namespace) {
    object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
  return object;
}

/** Adds one object for each manifest, with its kind and name as id. */
export function addOwnObjects(scope: Construct, manifests: readonly Manifest[]): ApiObject[] {
  return manifests.map(manifest => addOwnObject(scope, `${manifest.kind}-${manifest.metadata?.name}`, manifest));
}
