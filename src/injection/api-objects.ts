import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import type { ManifestHook } from './manifest-hook';

/** Every object at a construct and below it. Each call walks the tree, so it is nothing to do for each workload. */
export function apiObjectsIn(construct: IConstruct): ApiObject[] {
  // Not `instanceof`: an app may have several copies of cdk8s.
  return construct.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c));
}

/** Those that other people wrote. */
export function othersObjectsIn(construct: IConstruct, hook: ManifestHook): ApiObject[] {
  return apiObjectsIn(construct).filter(object => !hook.isOurs(object));
}
