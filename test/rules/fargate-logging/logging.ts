import { Manifest } from '../../../src/manifest/manifest';
import { object } from '../fixtures';

/** The namespace as AWS wants it. */
export const NAMESPACE: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'aws-observability', labels: { 'aws-observability': 'enabled' } } };

/** The configuration of AWS's own page for CloudWatch. */
export const OUTPUT = section('OUTPUT', 'Name cloudwatch_logs', 'Match kube.*', 'region us-east-1', 'log_group_name my-logs', 'log_stream_prefix from-fluent-bit-');
export const FILTERS = section('FILTER', 'Name parser', 'Match *', 'Key_name log', 'Parser crio')
  + section('FILTER', 'Name kubernetes', 'Match kube.*', 'Merge_Log On', 'Buffer_Size 0', 'Kube_Meta_Cache_TTL 300s');
export const PARSERS = section('PARSER', 'Name crio', 'Format Regex', 'Regex ^(?<time>[^ ]+) (?<log>.*)$', 'Time_Key    time', 'Time_Format %Y-%m-%dT%H:%M:%S.%L%z');

export function section(name: string, ...entries: string[]): string {
  return [`[${name}]`, ...entries.map(entry => `    ${entry}`), ''].join('\n');
}

/** The ConfigMap that AWS reads: its own example, but for the changes; undefined takes a key out. */
export function logging(changes: { readonly [key: string]: unknown } = {}, fullName = 'aws-observability/aws-logging'): Manifest {
  const data = { 'flb_log_cw': 'false', 'output.conf': OUTPUT, 'filters.conf': FILTERS, 'parsers.conf': PARSERS, ...changes };
  return object('v1', 'ConfigMap', fullName, { data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) });
}
