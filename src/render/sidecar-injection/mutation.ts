import type { EnvVar } from 'kubernetes-types/core/v1';
import { add, cel, concat, expression, listAt } from './cel';
import { EnvName } from '../../facts/env';
import { SIDECAR_ACCESS } from '../../facts/rbac';
import { SERVICE_ACCOUNT_TOKEN, SOCKETS } from '../../facts/sidecar';
import { MOUNTED_TOKEN } from '../../facts/sidecar-injection';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { serviceTagLabels } from '../service-tags';
import { agentContainer, configCopy } from '../sidecar/agent-container';
import { AgentVolume, agentVolumes } from '../sidecar/agent-volumes';
import { applicationEnv, applicationMounts } from '../sidecar/application';

/** A name for an expression that others use as `variables.<name>`. */
export interface Variable {
  readonly name: string;
  readonly expression: string;
}

const CLUSTER_AGENT_URL: EnvName = 'DD_CLUSTER_AGENT_URL';

/** CEL has no indices in its loops, and a pod has no more containers than this. */
const MAX_CONTAINERS = 64;

/** As `outsideClusterDns` of the manifests has it. */
const OUTSIDE_CLUSTER_DNS = [
  '(has(object.spec.dnsPolicy) && object.spec.dnsPolicy == "Default")',
  '(has(object.spec.hostNetwork) && object.spec.hostNetwork && (!has(object.spec.dnsPolicy) || object.spec.dnsPolicy == "ClusterFirst"))',
].join(' || ');

/** What is true of the pod that is being made, and the Agent that follows from it. */
export function variables(model: SidecarInjectionModel): Variable[] {
  const { cluster, ownAccounts } = model;
  return [
    { name: 'account', expression: `has(object.spec.serviceAccountName) && object.spec.serviceAccountName != "" ? object.spec.serviceAccountName : ${cel(MOUNTED_TOKEN.defaultAccount)}` },
    // A pod that names no account has the default one by now.
    { name: 'namesNone', expression: `variables.account == ${cel(MOUNTED_TOKEN.defaultAccount)} && object.metadata.namespace in ${cel(ownAccounts)}` },
    { name: 'ownToken', expression: 'has(object.spec.automountServiceAccountToken) ? !object.spec.automountServiceAccountToken : variables.namesNone' },
    { name: 'ends', expression: 'has(object.spec.restartPolicy) && object.spec.restartPolicy in ["Never", "OnFailure"]' },
    ...cluster.clusterAgentAddressUrl === undefined ? [] : [{ name: 'outsideClusterDns', expression: OUTSIDE_CLUSTER_DNS }],
    { name: 'indices', expression: `[${Array.from({ length: MAX_CONTAINERS }, (_, at) => at).join(', ')}]` },
    { name: 'env', expression: agentEnvOf(model) },
    { name: 'volumeMounts', expression: mountsOf(agentVolumes(cluster, false), agentVolumes(cluster, true)) },
  ];
}

/** The JSON patch that adds the Agent: what the sidecar of this library is, in the words of CEL. */
export function jsonPatch({ cluster }: SidecarInjectionModel): string {
  const volumes = agentVolumes(cluster, false);
  const native = cluster.sidecar.placement === 'native';
  const { env: _env, volumeMounts: _mounts, ...agent } = agentContainer(cluster, volumes, false);
  const container = cel({ ...agent, env: expression('variables.env'), volumeMounts: expression('variables.volumeMounts') });
  const before = [...configCopy(cluster).map(cel), ...native ? [container] : []];
  const parts = [
    ...labels(serviceTagLabels(cluster)),
    ...safeToEvict(volumes),
    `[${add('"/spec/shareProcessNamespace"', 'true')}]`,
    `(variables.namesNone ? [${add('"/spec/serviceAccountName"', cel(SIDECAR_ACCESS.serviceAccount))}] : [])`,
    `(variables.namesNone && variables.ownToken ? [${add('"/spec/automountServiceAccountToken"', 'false')}] : [])`,
    ...applications('containers', cluster),
    ...applications('initContainers', cluster),
    ...before.length > 0 ? [
      `(has(object.spec.initContainers) ? [] : [${add('"/spec/initContainers"', '[]')}])`,
      `[${[...before].reverse().map(c => add('"/spec/initContainers/0"', `dyn(${c})`)).join(', ')}]`,
    ] : [],
    ...native ? [] : [`[${add('"/spec/containers/-"', `dyn(${container})`)}]`],
    `[${add('"/spec/volumes"', volumesOf(volumes, agentVolumes(cluster, true)))}]`,
  ];
  return parts.join(' +\n');
}

/** The same env vars in the same order, with those that depend on the pod. */
function agentEnvOf({ cluster }: SidecarInjectionModel): string {
  const rendered = (exits: boolean) => agentContainer(cluster, [], exits).env ?? [];
  const always = new Set(rendered(false).map(({ name }) => name));
  const lists: string[] = [];
  let run: object[] = [];
  for (const item of rendered(true)) {
    if (always.has(item.name)) {
      run.push(byAddress(item, cluster));
    } else {
      lists.push(list(run), `(variables.ends ? ${list([item])} : dyn([]))`);
      run = [];
    }
  }
  return concat(...lists, list(run));
}

/** The address of the Cluster Agent where the pod finds no names of the cluster. */
function byAddress(item: EnvVar, { clusterAgentAddressUrl: address }: SidecarInjectionModel['cluster']): object {
  return address === undefined || item.name !== CLUSTER_AGENT_URL || item.value === address
    ? item
    : { ...item, value: expression(`variables.outsideClusterDns ? ${cel(address)} : ${cel(item.value)}`) };
}

function list(items: readonly unknown[]): string {
  return `dyn(${cel(items)})`;
}

function mountsOf(usual: readonly AgentVolume[], withToken: readonly AgentVolume[]): string {
  const own = withToken.slice(usual.length).map(({ mount }) => mount);
  return concat(list(usual.map(({ mount }) => mount)), `(variables.ownToken ? ${list(own)} : dyn([]))`);
}

/** The token that the pod was given before is taken out of the containers of applications: it is the Agent's alone. */
function volumesOf(usual: readonly AgentVolume[], withToken: readonly AgentVolume[]): string {
  const own = withToken.slice(usual.length).map(({ volume }) => volume);
  const theirs = `${listAt('object.spec.volumes')}.filter(v, !(variables.namesNone && variables.ownToken && v.name.startsWith(${cel(MOUNTED_TOKEN.volumePrefix)})))`;
  return concat(theirs, list(usual.map(({ volume }) => volume)), `(variables.ownToken ? ${list(own)} : dyn([]))`);
}

function applications(field: 'containers' | 'initContainers', cluster: SidecarInjectionModel['cluster']): string[] {
  const all = `object.spec.${field}`;
  const each = (path: string, value: string, where = '') => {
    const map = `variables.indices.filter(i, i < size(${all})${where}).map(i, ${add(`"/spec/${field}/" + string(i) + "/${path}"`, value)})`;
    return field === 'containers' ? map : `(has(${all}) ? ${map} : [])`;
  };
  const env = applicationEnv(cluster);
  const missing = `${list(env)}.filter(e, !has(${all}[i].env) || !${all}[i].env.exists(x, x.name == e.name))`;
  const lacks = ` && (!has(${all}[i].env) || ${cel(env.map(({ name }) => name))}.exists(name, !${all}[i].env.exists(x, x.name == name)))`;
  const isToken = `m.mountPath == ${cel(SERVICE_ACCOUNT_TOKEN.mountPath)} && m.name.startsWith(${cel(MOUNTED_TOKEN.volumePrefix)})`;
  const theirs = `${listAt(`${all}[i].volumeMounts`)}.filter(m, !(variables.namesNone && variables.ownToken && ${isToken}))`;
  const mounts = applicationMounts(cluster);
  return [
    ...env.length > 0 ? [each('env', concat(listAt(`${all}[i].env`), missing), lacks)] : [],
    each('volumeMounts', concat(theirs, list(mounts)), mounts.length > 0 ? '' : ` && has(${all}[i].volumeMounts)`),
  ];
}

/** What the pod has already stays. */
function labels(tags: { readonly [name: string]: string }): string[] {
  if (Object.keys(tags).length === 0) return [];
  return [
    `(has(object.metadata.labels) ? [] : [${add('"/metadata/labels"', '{}')}])`,
    ...Object.entries(tags).map(([name, value]) =>
      `(has(object.metadata.labels) && ${cel(name)} in object.metadata.labels ? [] : [${add(pointer('labels', name), cel(value))}])`),
  ];
}

function safeToEvict(volumes: readonly AgentVolume[]): string[] {
  const names = volumes.filter(({ volume }) => volume.emptyDir).map(({ volume }) => volume.name).join(',');
  if (names === '') return [];
  const name = cel(SOCKETS.safeToEvictAnnotation);
  const noted = 'object.metadata.annotations';
  return [
    `(has(${noted}) ? [] : [${add('"/metadata/annotations"', '{}')}])`,
    `[${add(pointer('annotations', SOCKETS.safeToEvictAnnotation), `has(${noted}) && ${name} in ${noted} ? ${noted}[${name}] + ${cel(`,${names}`)} : ${cel(names)}`)}]`,
  ];
}

function pointer(map: 'labels' | 'annotations', name: string): string {
  return JSON.stringify(`/metadata/${map}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}
