import { ApiObject } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { ManifestHook } from './manifest-hook';
import { addOwnObject } from './own-object';
import { Manifest } from '../manifest/manifest';

/**
 * Adds an object of ours that several constructs of one cluster need, such as the ServiceAccount of a namespace; undefined
 * where one of them made it already. `concerns` tells what belongs to the cluster.
 */
export function addSharedObject(scope: Construct, id: string, manifest: Manifest, concerns: (object: IConstruct) => boolean): ApiObject | undefined {
  const hook = ManifestHook.of(scope);
  const { kind, metadata } = manifest;
  const made = scope.node.root.node.findAll().some(c => ApiObject.isApiObject(c) && hook.isOurs(c)
    && c.kind === kind && c.name === metadata?.name && c.metadata.namespace === metadata?.namespace && concerns(c));
  return made ? undefined : addOwnObject(scope, id, manifest);
}
