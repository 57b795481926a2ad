import { block, externalSecrets, firsts, RunbookCluster, Section, sidecarWorkloads } from './cluster';
import { restart } from './kubectl';
import { markdownCode } from '../../base/markdown';
import { shellCommand } from '../../base/shell';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { TOKEN_LENGTH } from '../../facts/secrets';
import { nodeAgents } from '../../manifest/node-agents';
import { SecretSource } from '../../model/credentials-model';
import { homeSource } from '../../model/secret-source';
import { TOKEN_VARIABLE } from '../credentials/secret-commands';

const MAKE_TOKEN = 'openssl rand -hex 32';

/** How the Cluster Agent token is replaced, by where it comes from. The API key goes the same way. */
export function rotation(cluster: RunbookCluster): Section {
  const { model: { credentials: { source, revision } } } = cluster;
  return {
    title: 'How to rotate the token',
    lines: [
      'Agents with the old token are refused by a Cluster Agent with the new one, and the other way round, until both have started anew. Nothing that they collect by themselves is lost in between; what comes from the Cluster Agent, such as tags and cluster checks, pauses.',
      '',
      ...numbered([
        newToken(source),
        ...newValue(cluster),
        ['Wait until [all Secrets have it](#the-token-is-the-same-everywhere).'],
        revision === undefined
          ? ['Start both sides anew, the Cluster Agent first:', ...indented(restarts(cluster))]
          : ['Change `revision` of the credentials in the app, synthesize it and apply it. Both sides start anew by themselves. Or, by hand:', ...indented(restarts(cluster))],
        ['Go through the links above from the token on.'],
      ]),
      '',
      ...untouched(cluster),
      ...source.kind === 'literal' ? ['The old token stays in the history of the code. Take the values out of it: see `DatadogCredentials`.', ''] : [],
    ],
  };
}

/** Commands that need the token have it in a variable; what people write elsewhere is printed. */
function newToken(source: SecretSource): string[] {
  const made = homeSource(source).kind === 'existing' ? `${TOKEN_VARIABLE}="$(${MAKE_TOKEN})"` : MAKE_TOKEN;
  return [`Make a token: at least ${TOKEN_LENGTH.min} characters, and no spaces.`, ...indented([made])];
}

/** How the new value comes into the Secrets. */
function newValue(cluster: RunbookCluster): string[][] {
  const { model: { namespace, credentials: { secret, source } }, secretCommands, valueCommands } = cluster;
  const home = homeSource(source);
  const made = copies(source);
  switch (home.kind) {
    case 'external': return [
      [`Write it to the store, under ${markdownCode(home.token.key)}${home.token.property === undefined ? '' : `, property ${markdownCode(home.token.property)}`}.${home.token.version === undefined ? '' : ` The app names the version ${markdownCode(home.token.version)}: change it there.`}`],
      [`The Operator reads it within ${home.refreshInterval}. Or at once:`, ...indented(externalSecrets(cluster).map(o => `kubectl annotate ${o} force-sync="$(date +%s)" --overwrite`)), ...made],
    ];
    case 'existing': return [[
      'Replace the Secrets, in the same shell: the keys stay as they are, and the token is the new one. A command stops where a value is missing.',
      ...indented([...valueCommands, ...secretCommands.map(command => command.startsWith('kubectl create ')
        ? `${command} --dry-run=client --output yaml | kubectl apply --filename -`
        : command)]),
      ...made,
    ]];
    case 'literal': return [[
      `Write it into the credentials of the app, synthesize it and apply it: that changes the Secret ${markdownCode(secret.name)} of ${markdownCode(namespace)}${source.kind === 'literal' ? ' and of every other namespace' : ''}.`,
      ...made,
    ]];
  }
}

function copies({ kind }: SecretSource): string[] {
  switch (kind) {
    case 'kyverno': return ['Kyverno brings it to the other namespaces by itself.'];
    case 'reflector': return ['Reflector brings it to the other namespaces by itself.'];
    default: return [];
  }
}

function restarts({ model: { namespace, clusterCheckRunners, delivery }, manifests }: RunbookCluster): string[] {
  const own = [CLUSTER_AGENT.name, ...clusterCheckRunners ? [delivery.runners.name] : []].map(name => ({ kind: 'Deployment', namespace, name }));
  const daemonSets = nodeAgents(manifests).map(({ manifest: { kind, metadata } }) => ({ kind, namespace: metadata?.namespace ?? '', name: metadata?.name ?? '' }));
  const commands = [...own, ...daemonSets, ...sidecarWorkloads(manifests)].flatMap(w => restart(w) ?? []);
  const [first, ...rest] = firsts(commands, command => command);
  return [first, shellCommand('kubectl', 'rollout', 'status', '--namespace', namespace, `deployment/${CLUSTER_AGENT.name}`), ...rest];
}

/** Workloads that nothing starts anew. */
function untouched({ manifests }: RunbookCluster): string[] {
  const named = sidecarWorkloads(manifests).filter(w => restart(w) === undefined);
  const list = (kinds: readonly string[]) => named.filter(w => kinds.includes(w.kind)).map(w => `${w.kind} ${markdownCode(`${w.namespace}/${w.name}`)}`).join(', ');
  const runs = list(['Job', 'CronJob']);
  const others = list([...new Set(named.map(w => w.kind))].filter(kind => !['Job', 'CronJob'].includes(kind)));
  return [
    ...runs ? [`Pods of these have the new token from their next run on: ${runs}.`, ''] : [],
    ...others ? [`Pods of these have it once somebody deletes and makes them again: ${others}.`, ''] : [],
  ];
}

function numbered(steps: readonly (readonly string[])[]): string[] {
  return [...steps.flatMap(([first, ...rest], at) => [`${at + 1}. ${first}`, ...rest.map(line => line && `   ${line}`)])];
}

function indented(commands: readonly string[]): string[] {
  return block(commands);
}
