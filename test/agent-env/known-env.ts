import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareVersions, isAtLeast } from '../../src/base/versions';
import { Manifest } from '../../src/manifest/manifest';
import { podTemplateOf } from '../../src/manifest/pod-template';

/** What a container is to Datadog. */
export type Reader = 'agent' | 'trace-agent' | 'system-probe' | 'init-config' | 'cluster-agent' | 'runner' | 'sidecar' | 'application';

/** An env var of a container, in an Agent's release. */
export interface EnvUse {
  readonly where: string;
  readonly reader: Reader;
  readonly name: string;
  /** Absent where it comes from a Secret or a field. */
  readonly value?: string;
}

interface Row {
  readonly type: string;
  readonly readers: readonly string[];
  readonly since: string;
  readonly until: string;
}

const TEXT = readFileSync(join(__dirname, 'agent-env.tsv'), 'utf8');
const LINES = TEXT.split('\n').filter(line => line && !line.startsWith('#'));
/** Releases that were read; what came or went between two of them may have done so in any release there. */
const READ = /\(Agent (.*)\)/.exec(TEXT)![1].split(', ');
const KNOWN = new Map(LINES.map((line): [string, Row] => {
  const [name, type, readers, since, until] = line.split('\t');
  return [name, { type, readers: readers.split(','), since, until }];
}));

/** What Agents read elsewhere than in their settings, with the place. */
const ELSEWHERE: { readonly [name: string]: readonly Reader[] } = {
  // datadog-agent, pkg/util/kubernetes/apiserver/common: the name of its own pod.
  DD_POD_NAME: ['cluster-agent'],
  // datadog-agent, comp/core/autodiscovery: providers and listeners beside those of datadog.yaml.
  DD_CLUSTER_AGENT_SERVICE_ACCOUNT_NAME: ['cluster-agent'],
};

/** What clients of the Agent in applications read: https://docs.datadoghq.com/tracing/trace_collection/library_config/ and DogStatsD's clients. */
const APPLICATIONS = [
  'DD_ENV', 'DD_SERVICE', 'DD_VERSION', 'DD_TRACE_AGENT_URL', 'DD_DOGSTATSD_URL', 'DD_AGENT_HOST', 'DD_ENTITY_ID', 'DD_INTERNAL_POD_UID', 'DD_EXTERNAL_ENV',
];

const TYPES: { readonly [type: string]: (value: string) => boolean } = {
  boolean: value => /^(true|false)$/.test(value),
  integer: value => /^-?\d+$/.test(value),
  number: value => /^-?\d+(\.\d+)?$/.test(value),
  duration: value => /^(\d+|(\d+(\.\d+)?(ns|us|ms|s|m|h))+)$/.test(value),
  // Words, or JSON.
  list: value => !/^[[{]/.test(value) || Array.isArray(json(value)),
  map: value => typeof json(value) === 'object',
};

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Why an env var is not what an Agent of this version reads there; nothing where it is. */
export function faultOf({ reader, name, value }: EnvUse, agentVersion: string): string | undefined {
  if (!name.startsWith('DD_')) return undefined;
  if (reader === 'application') return APPLICATIONS.includes(name) ? undefined : `${name} is not known to clients of the Agent`;
  if (ELSEWHERE[name]) return ELSEWHERE[name].includes(reader) ? undefined : `${name} is not for ${reader}`;
  const row = KNOWN.get(name);
  if (!row) return `${name} is not known to any Agent`;
  const { type, readers, since, until } = row;
  const minor = agentVersion.split('.').slice(0, 2).join('.');
  if (since && compareVersions(minor, READ[READ.indexOf(since) - 1]) <= 0) return `${name} is not known to the Agent ${agentVersion}, but from ${since}`;
  if (until && isAtLeast(minor, READ[READ.indexOf(until) + 1])) return `${name} is not known to the Agent ${agentVersion}, but until ${until}`;
  if (!readers.includes('*') && !readers.includes(reader)) return `${name} is not for ${reader}`;
  if (value !== undefined && TYPES[type]?.(value) === false) return `${name} is '${value}', which is not a ${type}`;
  return undefined;
}

export function faultsOf(all: readonly EnvUse[], agentVersion: string): string[] {
  return all.flatMap(use => {
    const fault = faultOf(use, agentVersion);
    return fault === undefined ? [] : [`${use.where}: ${fault}`];
  });
}

/** Env vars of every container of the manifests, and of what a DatadogAgent says of its pods. */
export function envUses(manifests: readonly Manifest[]): EnvUse[] {
  return manifests.flatMap(manifest => manifest.kind === 'DatadogAgent' ? ofDatadogAgent(manifest) : ofPod(manifest));
}

function ofPod(manifest: Manifest): EnvUse[] {
  const template: any = podTemplateOf(manifest);
  if (!template) return [];
  const { spec, metadata } = template;
  const component = metadata?.labels?.['agent.datadoghq.com/component'];
  return [...spec.initContainers ?? [], ...spec.containers ?? []]
    .flatMap((container: any) => uses(`${manifest.kind} ${manifest.metadata?.name}/${container.name}`, readerOf(component, container.name), container.env));
}

function readerOf(component: string | undefined, container: string): Reader {
  if (container === 'datadog-agent-injected') return 'sidecar';
  if (component === 'cluster-agent') return 'cluster-agent';
  if (component === 'cluster-checks-runner') return 'runner';
  return component === 'agent' ? container as Reader : 'application';
}

function ofDatadogAgent({ spec }: Manifest): EnvUse[] {
  const components: { readonly [key: string]: (container: string) => Reader } = {
    nodeAgent: container => container as Reader, clusterAgent: () => 'cluster-agent', clusterChecksRunner: () => 'runner',
  };
  return Object.entries<any>(spec.override).flatMap(([key, { containers = {} }]) => Object.entries<any>(containers)
    .flatMap(([container, { env }]) => uses(`DatadogAgent ${key}/${container}`, components[key](container), env)));
}

/** Env vars that the values give to containers of the chart. */
export function envUsesOfValues({ agents, clusterAgent, clusterChecksRunner }: { readonly [key: string]: any }): EnvUse[] {
  const nodes: ReadonlyArray<readonly [string, Reader]> = [['agent', 'agent'], ['traceAgent', 'trace-agent'], ['systemProbe', 'system-probe']];
  return [
    ...nodes.flatMap(([key, reader]) => uses(`agents.containers.${key}`, reader, agents.containers?.[key]?.env)),
    ...uses('clusterAgent', 'cluster-agent', clusterAgent.env),
    ...uses('clusterChecksRunner', 'runner', clusterChecksRunner.env),
  ];
}

function uses(where: string, reader: Reader, env: any[] | undefined): EnvUse[] {
  return (env ?? []).map(({ name, value }) => ({ where, reader, name, value }));
}
