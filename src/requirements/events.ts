import { ViolationError } from '../base/violation';

/** A choice of event types is one of events that are not bundled; the Agent reads it for no others. */
export function requireUnbundledEvents(unbundle: boolean): void {
  if (unbundle) return;
  throw new ViolationError({
    rule: 'events/types-are-unbundled',
    reason: "'collectedTypes' chooses among events that are sent one by one, and events are bundled by the object that they are about",
    remedy: "Set 'unbundle' to true, or leave 'collectedTypes' out",
    link: 'https://docs.datadoghq.com/containers/kubernetes/configuration/#enable-kubernetes-event-collection',
  });
}
