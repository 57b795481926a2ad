import type { Container } from 'kubernetes-types/core/v1';
import { envOf } from './containers';
import { CLIENT_ENV, NODE_CONNECTION } from '../facts/node-connection';

/** An env var by which a client finds its Agent at the address of the node. */
export interface HostAddress {
  readonly client: keyof typeof CLIENT_ENV;
  readonly env: string;
  /** Undefined where the env var names a port that only the cluster knows. */
  readonly port: number | undefined;
}

/** The clients of the container that send to the address of its node, each by the env var that counts. */
export function hostAddresses(container: Container): HostAddress[] {
  return (Object.keys(CLIENT_ENV) as Array<keyof typeof CLIENT_ENV>).flatMap((client): HostAddress[] => {
    const { url, hosts, port, portEnv } = CLIENT_ENV[client];
    if (envOf(container, url) !== undefined) {
      return isHost(container, url) ? [{ client, env: url, port: portOf(container, envOf(container, url)?.value, port) }] : [];
    }
    const env = hosts.find(name => isHost(container, name));
    if (env === undefined) return [];
    const chosen = envOf(container, portEnv);
    return [{ client, env, port: chosen === undefined ? port : numberOf(chosen.value) }];
  });
}

/** The env var is the address of the node, or is made from an env var that is. */
function isHost(container: Container, name: string, seen: readonly string[] = []): boolean {
  const env = envOf(container, name);
  if (env?.valueFrom?.fieldRef?.fieldPath === NODE_CONNECTION.hostField) return true;
  if (typeof env?.value !== 'string' || seen.includes(name)) return false;
  return [...env.value.matchAll(/\$\(([A-Za-z_][A-Za-z0-9_]*)\)/g)].some(([, other]) => isHost(container, other, [...seen, name]));
}

function portOf(container: Container, url: unknown, otherwise: number): number | undefined {
  const [, text] = /:(\d+|\$\(\w+\))\/?$/.exec(String(url)) ?? [];
  if (text === undefined) return otherwise;
  const [, reference] = /^\$\((\w+)\)$/.exec(text) ?? [];
  // In http://$(HOST_IP) the reference stands behind the scheme, and in http://$(HOST_IP):8126 the port behind it.
  return numberOf(reference === undefined ? text : envOf(container, reference)?.value);
}

function numberOf(text: unknown): number | undefined {
  return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : undefined;
}
