import { AGENT_FEATURES } from '../facts/agent-versions';
import { UNBUNDLED_EVENT_TYPES } from '../facts/events';
import { requireAgentFeature } from '../requirements/agent-feature';
import { requireUnbundledEvents } from '../requirements/events';

export interface EventsDescription {
  readonly enabled?: boolean;
  readonly unbundle?: boolean;
  readonly collectedTypes?: ReadonlyArray<{ readonly kind: string; readonly reasons?: readonly string[] }>;
  readonly filtering?: boolean;
}

export interface EventsModel {
  /** Only events that Datadog holds for important. */
  readonly filtering: boolean;
  /** Types of events that become Datadog events one by one; absent where events of one object are bundled. */
  readonly unbundled?: readonly EventTypeModel[];
}

export interface EventTypeModel {
  readonly kind: string;
  /** None stands for every reason. */
  readonly reasons: readonly string[];
}

/** Undefined where events are not collected. */
export function resolveEvents(given: EventsDescription, agentVersion: string): EventsModel | undefined {
  if (given.collectedTypes) requireUnbundledEvents(given.unbundle ?? false);
  if (!(given.enabled ?? true)) return undefined;
  if (given.unbundle) requireAgentFeature(agentVersion, AGENT_FEATURES.unbundledEvents);
  if (given.filtering) requireAgentFeature(agentVersion, AGENT_FEATURES.filteredEvents);
  const types = given.collectedTypes ?? UNBUNDLED_EVENT_TYPES;
  return {
    filtering: given.filtering ?? false,
    ...given.unbundle && { unbundled: types.map(({ kind, reasons }) => ({ kind, reasons: reasons ?? [] })) },
  };
}
