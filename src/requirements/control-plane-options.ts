import { ViolationError } from '../base/violation';
import { COMPONENT_CHECKS } from '../facts/control-plane/checks';
import { Choices, ComponentId } from '../facts/control-plane/control-plane-fact';

const LINK = 'https://docs.datadoghq.com/containers/kubernetes/control_plane/';
const DELIVERIES = ['files', 'annotationsV2', 'annotationsV1'];
const PUSH_PROX: ReadonlyArray<Choices['pushProx']> = ['chartServices', 'ownServices', 'proxy'];

interface Given {
  readonly delivery?: unknown;
  readonly pushProx?: unknown;
  readonly components?: { readonly [id in ComponentId]?: unknown };
}

/** What TypeScript sees by itself: programs in JavaScript are not held to types, and `etcd: false` would leave etcd on. */
export function requireControlPlaneOptions({ delivery, pushProx, components = {} }: Given): void {
  requireOneOf('delivery', delivery, DELIVERIES);
  requireOneOf('pushProx', pushProx, PUSH_PROX);
  for (const id of Object.keys(COMPONENT_CHECKS) as ComponentId[]) {
    const component = components[id] ?? {};
    if (!isPlain(component)) throw wrong(id, component, `Write '${id}: { enabled: false }' to turn it off, or leave it out`);
    for (const option of ['enabled', 'tlsVerify']) {
      const value = component[option] ?? false;
      if (typeof value !== 'boolean') throw wrong(`${id}.${option}`, value, 'Write true or false, without quotes');
    }
    if (!isPlain(component.instance ?? {})) throw wrong(`${id}.instance`, component.instance, "Write options of the integration, for example { tags: ['team:platform'] }");
    const path = component.caCertificatePath ?? '/';
    if (typeof path !== 'string' || !path.startsWith('/')) throw wrong(`${id}.caCertificatePath`, path, 'Write the path of a file in the container of the Agent, from / on');
  }
}

/** `copy` is what the certificate comes with, where it was made by one of the ways. */
export function requireCopy<T>(copy: T | undefined, given: unknown): T | undefined {
  if (copy !== undefined || given === undefined || given === null) return copy;
  throw wrong('etcdCertificate', given, 'Write EtcdCertificate.job(), or another of its ways');
}

function requireOneOf(option: string, value: unknown, known: readonly unknown[]): void {
  if (value !== undefined && value !== null && !known.includes(value)) throw wrong(option, value, 'Write a member of its enum, or leave it out');
}

function isPlain(value: unknown): value is { readonly [option: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(option: string, value: unknown, remedy: string): ViolationError {
  return new ViolationError({
    rule: 'control-plane/option-value', reason: `'${option}' of the control plane is ${JSON.stringify(value)}, which it has no meaning for`, remedy, link: LINK,
  });
}
