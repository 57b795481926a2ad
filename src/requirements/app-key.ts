import { ViolationError } from '../base/violation';

export const APP_KEY_LINK = 'https://docs.datadoghq.com/containers/guide/cluster_agent_autoscaling_metrics/';

/** Datadog answers queries for metrics to holders of an application key alone. */
export function requireAppKey(hasAppKey: boolean): void {
  if (hasAppKey) return;
  throw new ViolationError({
    rule: 'external-metrics/has-app-key',
    reason: 'external metrics are read from Datadog with an application key, and the credentials have none',
    remedy: "Give 'appKey' to DatadogCredentials (for an existing Secret that has the key, 'appKey: true'), or leave features.externalMetrics out",
    link: APP_KEY_LINK,
  });
}
