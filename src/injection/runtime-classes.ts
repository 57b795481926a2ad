import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { apiObjectsIn } from './api-objects';
import { ManifestHook } from './manifest-hook';
import { flatten, groupOf, Manifest } from '../manifest/manifest';
import { NodeSelectorOfRuntimeClass } from '../manifest/pod-os';

const GROUP = 'node.k8s.io';

/** What the RuntimeClasses of the app demand of nodes. For one pass: the tree is walked once, when the first pod names a class. */
export function runtimeClassesOf(root: IConstruct, concerns: (object: IConstruct) => boolean): NodeSelectorOfRuntimeClass {
  let classes: ReadonlyMap<string | undefined, Manifest> | undefined;
  return name => {
    classes ??= new Map(apiObjectsIn(root)
      .filter(object => mayHoldClasses(object) && concerns(object) && !ManifestHook.isPinned(object))
      // The hook keeps what is rendered here for the rest of the pass.
      .flatMap(object => flatten(object.toJson()))
      .filter(manifest => manifest.kind === 'RuntimeClass' && groupOf(manifest) === GROUP)
      .map(manifest => [manifest.metadata?.name, manifest]));
    return classes.get(name)?.scheduling?.nodeSelector;
  };
}

function mayHoldClasses({ kind, apiGroup }: ApiObject): boolean {
  return (kind === 'RuntimeClass' && apiGroup === GROUP) || String(kind).endsWith('List');
}
