import { LOG_ROUTER_PROCESS_LOGS } from '../../facts/fargate-logging';
import { AWS_PARTITIONS, LOG_DESTINATIONS, LogDestinationFact, OPENSEARCH_ENDPOINT } from '../../facts/log-destinations';
import { FargateLoggingModel } from '../../model/fargate-logging';

type Section = FargateLoggingModel['outputs'][number];

interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

/** What stands for something that nobody said. IAM refuses such an ARN, so none is taken for a real one. */
const UNKNOWN = { account: 'ACCOUNT_ID', region: 'REGION', domain: 'DOMAIN_NAME' };

/** What the Fargate pod execution role must be allowed for the log router, as an IAM policy. */
export function executionRolePolicy(model: FargateLoggingModel): { readonly Version: string; readonly Statement: readonly Statement[] } {
  const grants = [...model.outputs.map(output => grantFor(output, model)), ...model.processLogs ? [processLogs(model)] : []];
  const resources = new Map<string, Set<string>>();
  for (const { actions, arns } of grants) {
    const key = JSON.stringify(actions);
    resources.set(key, new Set([...resources.get(key) ?? [], ...arns]));
  }
  return {
    Version: '2012-10-17',
    Statement: [...resources].map(([actions, arns]) => ({ Effect: 'Allow', Action: JSON.parse(actions), Resource: arns.size === 1 ? [...arns][0] : [...arns] })),
  };
}

interface Grant {
  readonly actions: readonly string[];
  readonly arns: readonly string[];
}

function grantFor(output: Section, model: FargateLoggingModel): Grant {
  const value = (key: string) => output.entries.filter(entry => entry.key.toLowerCase() === key.toLowerCase()).at(-1)?.value;
  const fact: LogDestinationFact = LOG_DESTINATIONS[value('Name')!.toLowerCase() as keyof typeof LOG_DESTINATIONS];
  const role = value(fact.roleKey);
  // The other role writes, and its own policy lets it.
  if (role !== undefined) return { actions: ['sts:AssumeRole'], arns: [role] };
  const optional = (fact.optionalActions ?? []).filter(({ key, on }) => value(key) !== undefined && (on === undefined || isTrue(value(key)!)));
  return {
    actions: [...fact.actions, ...optional.map(({ action }) => action)].sort(),
    arns: resourcesOf(fact, value).map(resource => arn(fact.service, value(fact.regionKey) ?? UNKNOWN.region, model.awsAccount, resource)),
  };
}

function resourcesOf({ plugin, resource }: LogDestinationFact, value: (key: string) => string | undefined): string[] {
  if (plugin === LOG_DESTINATIONS.es.plugin) {
    return [resource.replace('{Host}', OPENSEARCH_ENDPOINT.pattern.exec(value('Host')!)?.[1] ?? UNKNOWN.domain)];
  }
  const named = resource.replace(/\{(\w+)\}/, (_, key: string) => beforeFields(value(key)!));
  // Where a record has no value for the template, its line goes to the group of the name.
  const template = value('log_group_template');
  return template === undefined ? [named] : [`log-group:${beforeFields(template)}`, named];
}

/** A name that is made from fields of the record: what stands before the first of them, and anything. */
function beforeFields(name: string): string {
  return name.includes('$') ? `${name.split('$')[0]}*` : name;
}

function processLogs({ clusterName, awsRegion, awsAccount }: FargateLoggingModel): Grant {
  const { actions, logGroupSuffix } = LOG_ROUTER_PROCESS_LOGS;
  return { actions, arns: [arn('logs', awsRegion ?? UNKNOWN.region, awsAccount, `log-group:${clusterName}${logGroupSuffix}:*`)] };
}

function arn(service: string, region: string, account: string | undefined, resource: string): string {
  const partition = Object.values(AWS_PARTITIONS).find(({ regions }) => region.startsWith(regions))?.name ?? 'aws';
  return `arn:${partition}:${service}:${region}:${account ?? UNKNOWN.account}:${resource}`;
}

function isTrue(text: string): boolean {
  return /^(true|on|yes)$/i.test(text);
}
