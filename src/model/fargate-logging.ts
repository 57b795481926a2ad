import { PlatformDescription } from './cluster-description';
import { kubernetesFilter, parserFilter } from './log-filters';
import { containerLineParser } from './log-parsers';
import { LOG_ROUTER } from '../facts/fargate-logging';
import { CONTAINER_LINE_PARSER } from '../facts/log-router-keys';
import { requireAwsName, requireFargate, requireOutputs } from '../requirements/fargate-logging';
import { refuseIdle } from '../requirements/idle-options';
import { destinationOf, LogRouterSection, valueOf, valuesOf } from '../requirements/log-router-section';

/** What a user says of AWS's log router for Fargate. */
export interface FargateLoggingDescription {
  readonly platform: PlatformDescription;
  readonly clusterName: string;
  readonly outputs: ReadonlyArray<LogRouterSection>;
  readonly filters?: ReadonlyArray<LogRouterSection>;
  readonly parsers?: ReadonlyArray<LogRouterSection>;
  readonly processLogs?: boolean;
  readonly createNamespace?: boolean;
  readonly awsAccount?: string;
  readonly awsRegion?: string;
  /** Where it is another than the cluster's name in Datadog. */
  readonly eksClusterName?: string;
}

export interface FargateLoggingModel {
  readonly clusterName: string;
  readonly outputs: readonly LogRouterSection[];
  readonly filters: readonly LogRouterSection[];
  readonly parsers: readonly LogRouterSection[];
  readonly processLogs: boolean;
  readonly createNamespace: boolean;
  /** Absent where nobody said it. */
  readonly awsAccount?: string;
  /** Region of the cluster; absent where nothing tells. */
  readonly awsRegion?: string;
}

export function resolveFargateLogging(given: FargateLoggingDescription): FargateLoggingModel {
  const { platform, clusterName, processLogs = false, createNamespace = true, awsAccount } = given;
  requireFargate(platform.fact, platform.fargateProfiles);
  const outputs = requireOutputs(given.outputs);
  const filters = given.filters ?? [parserFilter({ parsers: [CONTAINER_LINE_PARSER.name] }), kubernetesFilter()];
  const usualRegion = regionOf(outputs[0]);
  const awsRegion = given.awsRegion ?? usualRegion;
  if (awsRegion !== undefined) requireAwsName('awsRegion', awsRegion, 'region');
  if (!processLogs) {
    refuseIdle({
      options: { eksClusterName: given.eksClusterName, awsRegion: awsRegion === usualRegion ? undefined : awsRegion },
      because: "the IAM policy names the cluster and its region only for the logs of Fluent Bit itself, and 'processLogs' is off",
      instead: "Leave it out, or set 'processLogs' to true. Each output has a region of its own",
      link: LOG_ROUTER.source,
    });
  }
  return {
    clusterName,
    outputs,
    filters,
    parsers: withContainerLines(given.parsers ?? [], filters),
    processLogs,
    createNamespace,
    ...awsAccount !== undefined && { awsAccount: requireAwsName('awsAccount', awsAccount, 'account') },
    ...awsRegion !== undefined && { awsRegion },
  };
}

/** The parser of container lines comes along where a filter asks for it. */
function withContainerLines(parsers: readonly LogRouterSection[], filters: readonly LogRouterSection[]): LogRouterSection[] {
  const { name } = CONTAINER_LINE_PARSER;
  const isAskedFor = filters.some(filter => valuesOf(filter, 'Parser').includes(name));
  const isThere = parsers.some(parser => valueOf(parser, 'Name') === name);
  return [...isAskedFor && !isThere ? [containerLineParser()] : [], ...parsers];
}

function regionOf(output: LogRouterSection): string | undefined {
  const destination = destinationOf(output);
  return destination && valueOf(output, destination.regionKey);
}
