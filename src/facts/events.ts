import { Fact } from './fact';

/** Kubernetes events that become Datadog events of their own: those of one kind of object, for these reasons. */
export interface EventTypeFact extends Fact {
  readonly kind: string;
  readonly reasons: readonly string[];
}

const CHART = { source: 'Datadog Helm chart 3.240.0, values.yaml: datadog.kubernetesEvents.collectedEventTypes', checkedOn: '2026-11-21' };

export const UNBUNDLED_EVENT_TYPES: readonly EventTypeFact[] = [
  { kind: 'Pod', reasons: ['Failed', 'BackOff', 'Unhealthy', 'FailedScheduling', 'FailedMount', 'FailedAttachVolume'], ...CHART },
  { kind: 'Node', reasons: ['TerminatingEvictedPod', 'NodeNotReady', 'Rebooted', 'HostPortConflict'], ...CHART },
  { kind: 'CronJob', reasons: ['SawCompletedJob'], ...CHART },
];
