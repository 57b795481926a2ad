import { parseAddress } from '../base/addresses';
import { ViolationError } from '../base/violation';
import { COMPONENT_CHECKS } from '../facts/control-plane/checks';
import { Choices, ComponentId, UnavailableFact, WayFact } from '../facts/control-plane/control-plane-fact';
import { PlatformFact } from '../facts/platforms/platform-fact';

const LINK = 'https://docs.datadoghq.com/containers/kubernetes/control_plane/';

/** Asked for by the user, a component must be one that the platform lets somebody watch. */
export function requireCheckedComponent(enabled: boolean | undefined, id: ComponentId, way: UnavailableFact, platform: PlatformFact): void {
  if (!enabled) return;
  throw new ViolationError({
    rule: 'control-plane/component-is-reachable',
    reason: `the ${COMPONENT_CHECKS[id].title} of ${platform.name} cannot be watched: ${way.reason}`,
    remedy: `Leave '${id}' out. ${way.instead}`,
    link: way.link,
  });
}

interface Unreachable {
  readonly reason: string;
  readonly instead?: string;
}

/** A control plane of which nothing is watched is no control plane that is watched. */
export function requireSomething(checked: number, others: readonly Unreachable[], platform: PlatformFact): void {
  if (checked > 0) return;
  const unreachable = others.find(o => o.instead !== undefined);
  throw new ViolationError({
    rule: 'control-plane/component-is-reachable',
    reason: unreachable ? `nothing of the control plane of ${platform.name} can be watched: ${unreachable.reason}` : 'the options turn every component off',
    remedy: unreachable ? `Leave 'controlPlane' out. ${unreachable.instead}` : "Leave 'controlPlane' out, or one component on",
    link: unreachable ? platform.controlPlane.source.split(';')[0] : LINK,
  });
}

/** Custom platforms may forget versions; those of the library have a way for each. */
export function requireWay(way: WayFact | undefined, id: ComponentId, platform: PlatformFact, kubernetesVersion: string): WayFact {
  if (way) return way;
  throw new ViolationError({
    rule: 'control-plane/component-is-reachable',
    reason: `nothing is said of the ${COMPONENT_CHECKS[id].title} of ${platform.name} on Kubernetes ${kubernetesVersion}`,
    remedy: `Add a way for that version to '${id}', or ControlPlaneComponent.unavailable(...)`,
    link: LINK,
  });
}

/** Choices that the platform gives nothing to choose from would do nothing. */
export function requireChoices(given: { readonly pushProx?: Choices['pushProx']; readonly etcdCertificate?: unknown }, platform: PlatformFact): void {
  const ways = Object.keys(COMPONENT_CHECKS).flatMap(id => platform.controlPlane[id as ComponentId]);
  const idle = (option: string, what: string) => new ViolationError({
    rule: 'control-plane/option-applies',
    reason: `'${option}' is set, and ${platform.name} ${what}`,
    remedy: `Leave '${option}' out`,
    link: LINK,
  });
  if (given.pushProx !== undefined && !ways.some(w => w.when?.pushProx)) throw idle('pushProx', 'has no PushProx');
  if (given.etcdCertificate !== undefined && !ways.some(w => w.way !== 'unavailable' && w.certificate?.from === 'secret')) {
    throw idle('etcdCertificate', 'keeps no certificate of etcd in a Secret');
  }
}

interface Hosts {
  readonly nodeBound: boolean;
  readonly hasRunners: boolean;
  readonly hasNodeAgents: boolean;
}

/** A check that is handed to nobody is silent. */
export function requireSomebody(title: string, { nodeBound, hasRunners, hasNodeAgents }: Hosts): void {
  if (nodeBound ? hasNodeAgents : hasRunners || hasNodeAgents) return;
  throw new ViolationError({
    rule: 'control-plane/has-an-agent',
    reason: nodeBound
      ? `the check of the ${title} is for the Agent on its node, and there are no node Agents`
      : `the check of the ${title} is for cluster check runners, and there are neither runners nor node Agents`,
    remedy: nodeBound ? "Pass 'nodeAgent', or turn that component off" : "Set 'clusterCheckRunners: { enabled: true }', or pass 'nodeAgent'",
    link: 'https://docs.datadoghq.com/containers/cluster_agent/clusterchecks/',
  });
}

export function requireUrl(title: string, url: string): string {
  if (/^https?:\/\/(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._%-]+)(:(\d+|%%[a-z0-9_-]+%%))?\/\S*$/.test(url)) return url;
  throw new ViolationError({
    rule: 'control-plane/url',
    reason: `the URL of the ${title} is '${url}'`,
    remedy: "Write scheme, host, port and path, for example 'https://%%host%%:10259/metrics'",
    link: LINK,
  });
}

/** An address that a server listens on. */
export function requireAddress(address: string): string {
  if (typeof address === 'string' && parseAddress(address)) return address;
  throw new ViolationError({
    rule: 'control-plane/bind-address',
    reason: `'bindAddress' is '${address}', which is no IP address`,
    remedy: "Write the address that the components are to listen on, for example '0.0.0.0' for all of the node",
    link: LINK,
  });
}

/** Options that have an option of their own here, because paths, mounts and permissions follow from them. */
const OWN_OPTIONS: Readonly<Record<string, string>> = {
  prometheus_url: 'url',
  tls_verify: 'tlsVerify',
  tls_ca_cert: 'caCertificatePath',
  ssl_verify: 'tlsVerify',
};

export function requireInstanceOptions<T extends { readonly [option: string]: unknown }>(title: string, options: T): T {
  const [taken] = Object.keys(options).filter(option => Object.hasOwn(OWN_OPTIONS, option));
  if (taken === undefined) return options;
  throw new ViolationError({
    rule: 'control-plane/instance-option',
    reason: `'${taken}' is among the options of the ${title}`,
    remedy: `Set '${OWN_OPTIONS[taken]}' in its place`,
    link: LINK,
  });
}

/** Files of a node are there for the Agent of that node alone. */
export function requireCertificateOnTheNode({ hostCertificate }: { readonly hostCertificate?: unknown }): void {
  if (hostCertificate === undefined) return;
  throw new ViolationError({
    rule: 'control-plane/certificate-is-on-the-node',
    reason: "'hostCertificate' names files of the nodes, and the check is for any Agent that runs cluster checks",
    remedy: "Use ControlPlaneComponent.containers(...), or 'resolve: EndpointsResolve.AUTO', which are for the Agent on the node",
    link: LINK,
  });
}

/** That of Kubernetes follows from it: 4.n has 1.(n + 13). */
export function requireOpenShiftVersion(version: string): string {
  // A number would have lost the zero of 4.20.
  const [, minor] = typeof version === 'string' ? /^4\.(\d{1,2})$/.exec(version) ?? [] : [];
  if (minor !== undefined && Number(minor) >= OLDEST_OPENSHIFT) return `1.${Number(minor) + 13}`;
  throw new ViolationError({
    rule: 'platform/openshift-version',
    reason: `'openShiftVersion' is '${version}', which is no version of OpenShift 4 that this library writes manifests for`,
    remedy: `Write major and minor, 4.${OLDEST_OPENSHIFT} or newer, for example '4.18'`,
    link: 'https://access.redhat.com/solutions/4870701',
  });
}

const OLDEST_OPENSHIFT = 3;
