import { IConstruct } from 'constructs';
import { DELIVERIES, DeliveryFact } from '../facts/deliveries';

const KEY = 'cdk8s-datadog.delivery';

/** Has everything below the construct delivered this way. To be called before there is anything below it. */
export function deliverBy(construct: IConstruct, id: DeliveryFact['id']): void {
  construct.node.setContext(KEY, id);
}

/** Who makes the pods of Datadog at this place in the tree: plain manifests, where nobody said otherwise. */
export function deliveryOf(construct: IConstruct): DeliveryFact {
  const id: DeliveryFact['id'] = construct.node.tryGetContext(KEY) ?? 'manifests';
  return DELIVERIES[id];
}
