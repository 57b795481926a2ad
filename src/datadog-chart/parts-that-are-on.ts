import type { DatadogChartProps } from './datadog-chart';

const PARTS = ['controlPlane', 'fargateLogging', 'istio', 'networkPolicy'] as const;

/** Naming a part switches it on. `enabled: false` beside its options is as if it were not named. */
export function partsThatAreOn(props: DatadogChartProps): DatadogChartProps {
  const off = PARTS.filter(part => props[part]?.enabled === false);
  return off.length === 0 ? props : { ...props, ...Object.fromEntries(off.map(part => [part, undefined])) };
}
