import type { EnvVar } from 'kubernetes-types/core/v1';
import { add, allOf, always, anyOf, cel, celObject, comment, expression, forEach, when } from './cel';
import { EnvName } from '../../facts/env';
import { SIDECAR_ACCESS } from '../../facts/rbac';
import { SERVICE_ACCOUNT_TOKEN, SOCKETS } from '../../facts/sidecar';
import { MOUNTED_TOKEN } from '../../facts/sidecar-injection';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { AgentVolume } from '../../parts/sidecar-part';
import { serviceTagLabels } from '../service-tags';
import { agentContainer, configCopy } from '../sidecar/agent-container';
import { agentVolumes } from '../sidecar/agent-volumes';
import { applicationEnv, applicationMounts } from '../sidecar/application';

/** A name for an expression that others use as `variables.<name>`. */
export interface Variable {
  readonly name: string;
  readonly expression: string;
}

type Cluster = SidecarInjectionModel['cluster'];

const CLUSTER_AGENT_URL: EnvName = 'DD_CLUSTER_AGENT_URL';

/** As `outsideClusterDns` of the manifests has it. */
const ASKS_DNS_OF_NODE = anyOf(
  'object.spec.?dnsPolicy == optional.of("Default")',
  '(object.spec.?hostNetwork.orValue(false) && object.spec.?dnsPolicy.orValue("ClusterFirst") == "ClusterFirst")',
);

/** What is true of the pod that is being made, and what the patch reads more than once. */
export function variables({ cluster, ownAccounts }: SidecarInjectionModel): Variable[] {
  const { clusterAgentUrl: name, clusterAgentAddressUrl: address } = cluster;
  const { defaultAccount } = MOUNTED_TOKEN;
  return [
    // A pod that names no account has the default one by now.
    {
      name: 'namesNoAccount',
      expression: allOf(
        `object.spec.?serviceAccountName.orValue("") in ${cel(['', defaultAccount])}`,
        `object.metadata.namespace in ${cel(ownAccounts)}`,
      ),
    },
    {
      name: 'agentNeedsToken',
      expression: 'object.spec.?automountServiceAccountToken.optMap(mounted, !mounted).orValue(variables.namesNoAccount)',
    },
    { name: 'tokenIsForAgentAlone', expression: 'variables.namesNoAccount && variables.agentNeedsToken' },
    { name: 'podEnds', expression: 'object.spec.?restartPolicy.orValue("Always") in ["Never", "OnFailure"]' },
    { name: 'initContainers', expression: 'object.spec.?initContainers.orValue([])' },
    { name: 'labels', expression: 'object.metadata.?labels.orValue({})' },
    { name: 'annotations', expression: 'object.metadata.?annotations.orValue({})' },
    { name: 'agentPath', expression: agentPath(cluster) },
    ...isByAddress(cluster) ? [
      { name: 'asksDnsOfNode', expression: ASKS_DNS_OF_NODE },
      { name: 'clusterAgentUrl', expression: `variables.asksDnsOfNode ?\n  ${cel(address)} :\n  ${cel(name)}` },
    ] : [],
  ];
}

/** The JSON patch that adds the Agent: what the sidecar of this library is, in the words of CEL. */
export function jsonPatch({ cluster }: SidecarInjectionModel): string {
  const usual = agentVolumes(cluster, false);
  const parts = [
    ...labels(serviceTagLabels(cluster)),
    ...safeToEvict(usual),
    comment('The Agent sees the processes of the application.', always(add('"/spec/shareProcessNamespace"', 'true'))),
    comment('A pod that names no account gets one that may reach the kubelet.',
      when('variables.namesNoAccount', add('"/spec/serviceAccountName"', cel(SIDECAR_ACCESS.serviceAccount)))),
    comment("The token of that account is the Agent's alone: what was mounted for the default account is taken out again.",
      when('variables.tokenIsForAgentAlone', add('"/spec/automountServiceAccountToken"', 'false'))),
    when('variables.tokenIsForAgentAlone && has(object.spec.volumes)',
      add('"/spec/volumes"', `object.spec.volumes.filter(volume, !volume.name.startsWith(${cel(MOUNTED_TOKEN.volumePrefix)}))`)),
    ...applications('containers', 'object.spec.containers', cluster),
    ...applications('initContainers', 'variables.initContainers', cluster),
    ...agents(cluster, usual),
    comment('Volumes of the Agent.', when('!has(object.spec.volumes)', add('"/spec/volumes"', '[]'))),
    ...usual.map(({ volume }) => always(add('"/spec/volumes/-"', celObject(volume, 'Object.spec.volumes')))),
    ...ownToken(cluster, usual),
  ];
  return parts.join(' +\n');
}

function isByAddress({ clusterAgentUrl: name, clusterAgentAddressUrl: address }: Cluster): boolean {
  return address !== undefined && address !== name;
}

function agentPath(cluster: Cluster): string {
  return cluster.sidecar.placement === 'native'
    ? cel(`/spec/initContainers/${configCopy(cluster).length}`)
    : '"/spec/containers/" + string(size(object.spec.containers))';
}

/** The Agent, and the env vars that only some pods have. */
function agents(cluster: Cluster, usual: readonly AgentVolume[]): string[] {
  const native = cluster.sidecar.placement === 'native';
  const type = native ? 'Object.spec.initContainers' : 'Object.spec.containers';
  const { env = [], ...agent } = agentContainer(cluster, usual, false);
  const container = celObject({ ...agent, env: env.map(item => byAddress(item, cluster)) }, type);
  const before = [...configCopy(cluster).map(helper => celObject(helper, 'Object.spec.initContainers')), ...native ? [container] : []];
  const known = new Set(env.map(({ name }) => name));
  const ofSome = (agentContainer(cluster, usual, true).env ?? []).map((item, at) => ({ item, at })).filter(({ item }) => !known.has(item.name));
  return [
    ...before.length > 0 ? [comment(native ? 'The Agent, as a native sidecar.' : 'A helper of the Agent.', when('!has(object.spec.initContainers)', add('"/spec/initContainers"', '[]')))] : [],
    ...[...before].reverse().map(text => always(add('"/spec/initContainers/0"', text))),
    ...native ? [] : [comment('The Agent.', always(add('"/spec/containers/-"', container)))],
    ...ofSome.map(({ item, at }) => comment('It ends with the containers of a pod that ends.',
      when('variables.podEnds', add(`variables.agentPath + "/env/${at}"`, celObject(item, `${type}.env`))))),
  ];
}

/** The address of the Cluster Agent where the pod finds no names of the cluster. */
function byAddress(item: EnvVar, cluster: Cluster): object {
  return isByAddress(cluster) && item.name === CLUSTER_AGENT_URL && item.value === cluster.clusterAgentUrl
    ? { ...item, value: expression('variables.clusterAgentUrl') }
    : item;
}

/** A token for an Agent in a pod that mounts none. */
function ownToken(cluster: Cluster, usual: readonly AgentVolume[]): string[] {
  const type = cluster.sidecar.placement === 'native' ? 'Object.spec.initContainers' : 'Object.spec.containers';
  const [{ volume, mount }] = agentVolumes(cluster, true).slice(usual.length);
  return [comment("The token of the pod's account, for the Agent.", when(
    'variables.agentNeedsToken',
    add('"/spec/volumes/-"', celObject(volume, 'Object.spec.volumes')),
    ...usual.length === 0 ? [add('variables.agentPath + "/volumeMounts"', '[]')] : [],
    add('variables.agentPath + "/volumeMounts/-"', celObject(mount, `${type}.volumeMounts`)),
  ))];
}

function applications(name: 'containers' | 'initContainers', list: string, cluster: Cluster): string[] {
  const env = applicationEnv(cluster);
  const mounts = applicationMounts(cluster);
  const at = (path: string) => `"/spec/${name}/" + string(index) + "/${path}"`;
  const token = allOf(`mount.mountPath == ${cel(SERVICE_ACCOUNT_TOKEN.mountPath)}`, `mount.name.startsWith(${cel(MOUNTED_TOKEN.volumePrefix)})`);
  const parts = [
    ...env.length > 0 ? [forEach(list, add(at('env'), '[]'), '!has(container.env)')] : [],
    ...env.map(item => forEach(list,
      add(at('env/-'), celObject(item, 'Object.spec.containers.env')),
      `!container.?env.orValue([]).exists(env, env.name == ${cel(item.name)})`)),
    forEach(list,
      add(at('volumeMounts'), `container.volumeMounts.filter(mount,\n  !(${token}))`),
      'variables.tokenIsForAgentAlone && has(container.volumeMounts)'),
    ...mounts.length > 0 ? [forEach(list, add(at('volumeMounts'), '[]'), '!has(container.volumeMounts)')] : [],
    ...mounts.map(mount => forEach(list, add(at('volumeMounts/-'), celObject(mount, 'Object.spec.containers.volumeMounts')))),
  ];
  const what = name === 'containers' ? 'Containers of the application' : 'Its init containers';
  return [comment(`${what} find the Agent; what they set themselves stays.`, parts[0]), ...parts.slice(1)];
}

/** What the pod has already stays. */
function labels(tags: { readonly [name: string]: string }): string[] {
  if (Object.keys(tags).length === 0) return [];
  return [
    comment('Tags of the service; what the pod has already stays.', when('!has(object.metadata.labels)', add('"/metadata/labels"', '{}'))),
    ...Object.entries(tags).map(([name, value]) => when(`!(${cel(name)} in variables.labels)`, add(pointer('labels', name), cel(value)))),
  ];
}

function safeToEvict(volumes: readonly AgentVolume[]): string[] {
  const names = volumes.filter(({ volume }) => volume.emptyDir).map(({ volume }) => volume.name).join(',');
  if (names === '') return [];
  const name = cel(SOCKETS.safeToEvictAnnotation);
  return [
    comment('The autoscaler of the cluster may move the pod all the same.', when('!has(object.metadata.annotations)', add('"/metadata/annotations"', '{}'))),
    always(add(pointer('annotations', SOCKETS.safeToEvictAnnotation),
      [
        `variables.annotations[?${name}]`,
        `  .optMap(noted, noted + ${cel(`,${names}`)})`,
        `  .orValue(${cel(names)})`,
      ].join('\n'))),
  ];
}

function pointer(map: 'labels' | 'annotations', name: string): string {
  return JSON.stringify(`/metadata/${map}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}
