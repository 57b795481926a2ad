import { reflectorAnnotations } from './reflector';
import { secretContents } from './secret-contents';
import { shellCommand, shellVariable, shellWord } from '../../base/shell';
import { CredentialsModel, SecretKeys } from '../../model/credentials-model';
import { homeSource } from '../../model/secret-source';
import { jsonPath } from '../etcd-certificate/json-path';

/** The variable of the shell that commands take the token from. */
export const TOKEN_VARIABLE = 'DD_CLUSTER_AGENT_AUTH_TOKEN';

/** The variable that a command takes each value from. */
const VARIABLES = { apiKey: 'DD_API_KEY', token: TOKEN_VARIABLE, appKey: 'DD_APP_KEY' } as const;

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

/** Shell commands that read the keys of such Secrets, as they are on the cluster, into the variables of `secretCommands`: all but the token. */
export function valueCommands({ secret, source }: CredentialsModel, { home, appKey }: Omit<CommandOptions, 'namespaces'>): string[] {
  const existing = homeSource(source);
  if (existing.kind !== 'existing') return [];
  return secretContents(secret, { namespace: home, home }, existing.appKey ?? appKey).flatMap(({ name, keys }) => keys
    .filter(key => key !== 'token')
    .map(key => `${VARIABLES[key]}="$(${readCommand(name, home, secret[key])} | base64 --decode)"`));
}

/** Prints a value of a Secret in base64. */
export function readCommand(secretName: string, namespace: string, key: string): string {
  return shellCommand('kubectl', 'get', `secret/${secretName}`, '--namespace', namespace, '--output', `jsonpath=${jsonPath(key)}`);
}

function createCommands(secret: SecretKeys, place: { readonly namespace: string; readonly home: string }, appKey: boolean): string[] {
  return secretContents(secret, place, appKey).map(({ name, keys }) => [
    shellCommand('kubectl', 'create', 'secret', 'generic', name, '--namespace', place.namespace),
    ...keys.map(key => `${shellWord(`--from-literal=${secret[key]}=`)}${shellVariable(VARIABLES[key])}`),
  ].join(' '));
}

function annotateCommand({ name }: SecretKeys, home: string, namespaces: readonly string[]): string {
  const annotations = reflectorAnnotations(namespaces.filter(namespace => namespace !== home));
  return shellCommand('kubectl', 'annotate', `secret/${name}`, '--namespace', home, '--overwrite', ...Object.entries(annotations).map(([key, text]) => `${key}=${text}`));
}
