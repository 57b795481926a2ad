import { reflectorAnnotations } from './reflector';
import { secretContents } from './secret-contents';
import { CredentialsModel, SecretKeys } from '../../model/credentials-model';
import { homeSource } from '../../model/secret-source';

/** The env var that a command takes each value from. */
const VARIABLES = { apiKey: 'DD_API_KEY', token: 'DD_CLUSTER_AGENT_AUTH_TOKEN', appKey: 'DD_APP_KEY' } as const;

export interface CommandOptions {
  readonly home: string;
  /** All namespaces with the Secret. */
  readonly namespaces: readonly string[];
  /** Something needs the application key. */
  readonly appKey: boolean;
}

/** Shell commands for what must exist and nothing of ours makes. */
export function secretCommands({ secret, source }: CredentialsModel, { home, namespaces, appKey }: CommandOptions): string[] {
  const existing = homeSource(source);
  if (existing.kind !== 'existing') return [];
  const made = 'from' in source ? [home] : namespaces;
  return [
    ...made.flatMap(namespace => createCommands(secret, { namespace, home }, existing.appKey ?? appKey)),
    ...source.kind === 'reflector' ? [annotateCommand(secret, home, namespaces)] : [],
  ];
}

function createCommands(secret: SecretKeys, place: { readonly namespace: string; readonly home: string }, appKey: boolean): string[] {
  return secretContents(secret, place, appKey).map(({ name, keys }) => [
    `kubectl create secret generic ${name} --namespace ${place.namespace}`,
    ...keys.map(key => `--from-literal=${secret[key]}="$${VARIABLES[key]}"`),
  ].join(' '));
}

function annotateCommand({ name }: SecretKeys, home: string, namespaces: readonly string[]): string {
  const annotations = reflectorAnnotations(namespaces.filter(namespace => namespace !== home));
  return [
    `kubectl annotate secret ${name} --namespace ${home} --overwrite`,
    ...Object.entries(annotations).map(([key, text]) => `${key}=${text}`),
  ].join(' ');
}
