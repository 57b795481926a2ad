import { ClusterModel } from './cluster-model';
import { resolveCertificate, ResolvedCertificate } from './control-plane-certificate';
import { CheckHost, ComponentModel, ControlPlaneModel, DeliveryModel, OwnServiceModel, PausePodsModel, TargetModel, UnreachableModel } from './control-plane-model';
import { CertificateCopy } from './etcd-certificate';
import { isAtLeast } from '../base/versions';
import { COMPONENT_CHECKS } from '../facts/control-plane/checks';
import { CheckedFact, Choices, ComponentId, Versions, WayFact } from '../facts/control-plane/control-plane-fact';
import { PlatformFact } from '../facts/platforms/platform-fact';
import {
  requireAddress, requireChoices, requireCheckedComponent, requireInstanceOptions, requireSomebody, requireSomething, requireUrl, requireWay,
} from '../requirements/control-plane';
import { requireControlPlaneOptions } from '../requirements/control-plane-options';
import { refuseIdle } from '../requirements/idle-options';

/** What a user says of the control plane; left out, the default. */
export interface ControlPlaneDescription {
  readonly delivery?: DeliveryModel;
  readonly pushProx?: Choices['pushProx'];
  /** How a certificate that is a Secret gets to the Agents. */
  readonly etcdCertificate?: CertificateCopy;
  /** What components are told to listen on, in the text of what to set on nodes. */
  readonly bindAddress?: string;
  readonly components?: { readonly [id in ComponentId]?: ComponentDescription };
}

export interface ComponentDescription {
  readonly enabled?: boolean;
  readonly url?: string;
  readonly tlsVerify?: boolean;
  /** Path in the container. */
  readonly caCertificatePath?: string;
  /** Options of the instance, which win. */
  readonly instance?: { readonly [option: string]: unknown };
}

/** What the choices depend on. */
export interface ControlPlaneContext {
  /** The cluster of the Cluster Agent that hands checks out. */
  readonly cluster: ClusterModel;
  /** Absent where no Agent is on the nodes. */
  readonly nodeAgent?: { readonly hostNetwork: boolean };
}

const CONTROL_PLANE = 'https://docs.datadoghq.com/containers/kubernetes/control_plane/';
const IDS = Object.keys(COMPONENT_CHECKS) as ComponentId[];
/** All addresses: the ports ask who is there, and the loopback address is what no pod but one of the host network reaches. */
const ANY_ADDRESS = '0.0.0.0';

/** Chooses a way to every component. Throws a `ViolationError` for what the platform cannot give and nobody could run. */
export function resolveControlPlane(given: ControlPlaneDescription, context: ControlPlaneContext): ControlPlaneModel {
  const { cluster } = context;
  const { fact, kubernetesVersion, datastore = 'etcd' } = cluster.platform;
  const clusterChecks = cluster.clusterCheckRunners ? 'runners' : 'nodeAgents';
  requireControlPlaneOptions(given);
  requireChoices(given, fact);
  const choices: Choices = {
    pushProx: given.pushProx ?? 'chartServices',
    datastore,
    network: context.nodeAgent?.hostNetwork ? 'host' : 'pod',
    clusterChecks,
  };
  const all = IDS.map(id => {
    const description = given.components?.[id] ?? {};
    const way = requireWay(fact.controlPlane[id].find(w => fits(w, kubernetesVersion, choices)), id, fact, kubernetesVersion);
    return description.enabled === false ? turnedOff(id) : component(id, way, description, given, context);
  });
  const components = all.filter((c): c is ComponentModel => 'instance' in c);
  const unreachable = all.filter((c): c is UnreachableModel => !('instance' in c));
  requireSomething(components.length, unreachable, fact);

  const taints = fact.controlPlane.taints.filter(t => inRange(t, kubernetesVersion));
  const ways = components.map(({ id }) => fact.controlPlane[id].find(w => fits(w, kubernetesVersion, choices))!);
  refuseIdleAddress(given.bindAddress, ways);
  const secrets = components.flatMap(({ certificate }) => certificate?.from === 'secret' ? [certificate.secret] : []);
  const readsHost = components.some(c => c.by === 'runners' && c.certificate?.from === 'host');
  return {
    delivery: given.delivery ?? 'files',
    components,
    unreachable,
    services: ownServices(ways),
    tolerations: components.some(c => c.nodeBound) ? taints : [],
    ...readsHost && { runnerNodes: { selector: fact.controlPlane.nodeSelector ?? {}, tolerations: taints } },
    pausePods: pausePods(ways).map(pods => ({ ...pods, namespace: cluster.namespace, tolerations: taints })),
    ...secrets.length > 0 && { etcdCertificate: secrets[0] },
  };
}

/** True where a check that anybody may run has a certificate, which is then better in a few pods than on every node. */
export function wantsRunners(fact: PlatformFact | undefined): boolean {
  const ways = fact ? IDS.flatMap(id => fact.controlPlane[id]) : [];
  return ways.some(way => way.way === 'endpoints' && way.resolve === 'ip' && way.certificate !== undefined);
}

function inRange({ since, before }: Versions, version: string): boolean {
  return (since === undefined || isAtLeast(version, since)) && (before === undefined || !isAtLeast(version, before));
}

function fits(way: WayFact, version: string, choices: Choices): boolean {
  const when = Object.entries(way.when ?? {}) as Array<[keyof Choices, string]>;
  return inRange(way, version) && when.every(([choice, value]) => choices[choice] === value);
}

function turnedOff(id: ComponentId): UnreachableModel {
  return { id, title: COMPONENT_CHECKS[id].title, reason: 'the options turn it off' };
}

function component(
  id: ComponentId,
  way: WayFact,
  description: ComponentDescription,
  given: ControlPlaneDescription,
  context: ControlPlaneContext,
): ComponentModel | UnreachableModel {
  const { title, check, metrics } = COMPONENT_CHECKS[id];
  if (way.way === 'unavailable') {
    requireCheckedComponent(description.enabled, id, way, context.cluster.platform.fact);
    return { id, title, reason: way.reason, instead: way.instead };
  }
  const { namespace, platform: { hostPrefix = '' } } = context.cluster;
  const copy = given.etcdCertificate ?? { kind: 'byHand', secretName: 'datadog-etcd-client' };
  const url = description.url === undefined ? way.url : requireUrl(title, description.url);
  // Nobody shows a certificate without TLS, and a key that nobody needs is better mounted nowhere.
  const certificate = way.certificate && url.startsWith('https:') ? resolveCertificate(way.certificate, { namespace, hostPrefix, copy }) : undefined;
  const nodeBound = way.way === 'containers' || way.way === 'pausePods' || (way.way === 'endpoints' && way.resolve === 'auto');
  const address = requireAddress(given.bindAddress ?? ANY_ADDRESS);
  return {
    id,
    title,
    check,
    metrics,
    target: target(way),
    by: host(id, nodeBound, context),
    nodeBound,
    instance: instance(title, url, way, description, certificate),
    ...certificate && { certificate: certificate.model },
    permissions: way.permissions ?? [],
    nodeConfiguration: (way.nodeConfiguration ?? []).map(line => withAddress(line, address)),
  };
}

/** The address is in what is left to set on nodes, and some platforms leave nothing. */
function refuseIdleAddress(bindAddress: string | undefined, ways: readonly WayFact[]): void {
  const isWritten = ways.some(way => way.way !== 'unavailable' && way.nodeConfiguration?.some(line => line.includes('<address>')));
  if (isWritten || bindAddress === ANY_ADDRESS) return;
  refuseIdle({
    options: { bindAddress },
    because: 'no component that is checked here needs a setting of its nodes',
    instead: 'Leave it out',
    link: CONTROL_PLANE,
  });
}

/** An IPv6 address stands in brackets where a port follows. */
function withAddress(line: string, address: string): string {
  return line.replace('<address>:', `${address.includes(':') ? `[${address}]` : address}:`).replace('<address>', address);
}

function target(way: CheckedFact): TargetModel {
  switch (way.way) {
    case 'containers': return { kind: 'containers', images: way.images };
    case 'pausePods': return { kind: 'pausePods', name: way.name };
    case 'service': case 'endpoints': {
      const { namespace, name, own } = way.service;
      return { kind: way.way, namespace, name, own: own !== undefined, ...way.way === 'endpoints' && { resolve: way.resolve } };
    }
  }
}

function host(id: ComponentId, nodeBound: boolean, { cluster, nodeAgent }: ControlPlaneContext): CheckHost {
  const hasRunners = cluster.clusterCheckRunners !== undefined;
  requireSomebody(COMPONENT_CHECKS[id].title, { nodeBound, hasRunners, hasNodeAgents: nodeAgent !== undefined });
  return !nodeBound && hasRunners ? 'runners' : 'nodeAgents';
}

/** Every option is written down, also where it is the default: defaults differ from check to check. */
function instance(
  title: string,
  url: string,
  way: CheckedFact,
  given: ComponentDescription,
  certificate?: ResolvedCertificate,
): ComponentModel['instance'] {
  refuseIdleTls(title, url, given);
  const ca = given.caCertificatePath ?? certificate?.paths.ca ?? way.ca;
  // Without anybody's word for it, a certificate is not worth verifying: the authorities of the image sign none of these.
  const hasAuthority = ca !== undefined && (ca === given.caCertificatePath || way.tlsVerify === true);
  const verify = given.tlsVerify ?? (hasAuthority || way.verifiedByRequest === true);
  return {
    prometheus_url: url,
    ...way.token && { bearer_token_auth: true },
    ...url.startsWith('https:') && {
      tls_verify: verify,
      // One warning at each run, for as long as the Agent runs, says nothing new.
      ...verify ? ca !== undefined && { tls_ca_cert: ca } : { tls_ignore_warning: true },
    },
    ...certificate && { tls_cert: certificate.paths.cert, tls_private_key: certificate.paths.key },
    ...way.options,
    ...requireInstanceOptions(title, given.instance ?? {}),
  };
}

/** Options of TLS, where there is none or where nothing is verified. */
export function refuseIdleTls(title: string, url: string, { tlsVerify, caCertificatePath }: Pick<ComponentDescription, 'tlsVerify' | 'caCertificatePath'>): void {
  const isHttps = url.startsWith('https:');
  if (isHttps && tlsVerify !== false) return;
  refuseIdle({
    options: { ...!isHttps && { tlsVerify: tlsVerify || undefined }, caCertificatePath },
    because: isHttps ? `'tlsVerify' of the ${title} is false` : `the check of the ${title} asks over http`,
    instead: isHttps ? "Leave it out, or leave 'tlsVerify' out" : "Leave it out, or set 'url' to an address that begins with 'https:'",
    link: CONTROL_PLANE,
  });
}

/** Components on the same nodes share the pods. */
function pausePods(ways: readonly WayFact[]): Array<Pick<PausePodsModel, 'name' | 'nodeSelector'>> {
  const pods = ways.flatMap(way => way.way === 'pausePods' ? [{ name: way.name, nodeSelector: way.nodeSelector }] : []);
  return pods.filter((p, at) => pods.findIndex(({ name }) => name === p.name) === at);
}

function ownServices(ways: readonly WayFact[]): OwnServiceModel[] {
  const services = ways.flatMap(way => {
    if (way.way !== 'endpoints' && way.way !== 'service') return [];
    const { namespace, name, own } = way.service;
    return own ? [{ namespace, name, ...own }] : [];
  });
  return services.filter((s, at) => services.findIndex(t => t.namespace === s.namespace && t.name === s.name) === at);
}
