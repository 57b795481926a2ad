import type { DatadogChartProps } from './datadog-chart';
import { wantsRunners } from '../model/resolve-control-plane';

/** A certificate that is copied for checks of endpoints is mounted by runners, and by no Agent on a node. */
export function withRunners(props: DatadogChartProps): DatadogChartProps {
  const clusterChecks = props.features?.clusterChecks?.enabled ?? true;
  const needed = props.controlPlane && clusterChecks && wantsRunners(props.platform._description.fact);
  const enabled = props.clusterCheckRunners?.enabled ?? (needed ? true : undefined);
  return enabled === undefined ? props : { ...props, clusterCheckRunners: { ...props.clusterCheckRunners, enabled } };
}
