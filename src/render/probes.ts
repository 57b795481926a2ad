import type { Probe } from 'kubernetes-types/core/v1';
import { PROBE } from '../facts/cluster-agent';

/** The three probes of an Agent that serves its health on a port. */
export function probes(port: number): { startupProbe: Probe; livenessProbe: Probe; readinessProbe: Probe } {
  const { initialDelaySeconds, periodSeconds, timeoutSeconds, successThreshold, failureThreshold } = PROBE;
  const at = (path: string): Probe => ({
    httpGet: { path, port, scheme: 'HTTP' },
    initialDelaySeconds,
    periodSeconds,
    timeoutSeconds,
    successThreshold,
    failureThreshold,
  });
  return { startupProbe: at('/startup'), livenessProbe: at('/live'), readinessProbe: at('/ready') };
}
