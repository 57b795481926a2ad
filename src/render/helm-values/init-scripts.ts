import type { Container, VolumeMount } from 'kubernetes-types/core/v1';
import { isScript } from '../deliveries/script';

/** Where the init container of the chart finds its scripts, which it runs in the order of their names. */
const SCRIPTS = '/etc/cont-init.d';
/** The volume of the chart with what `datadog.confd` says. */
const CONFD = 'confd';
/** Where the address of the node is in the init container of the chart. */
const NODE_ADDRESS = { field: 'status.hostIP', env: 'DD_KUBERNETES_KUBELET_HOST' } as const;

/** The text of a script that does what the init container would; nothing for one that is no script of bash in the Agent's own image. */
export function scriptOf(container: Container, agentImage: string): string | undefined {
  const { args = [], env = [] } = container;
  const known = env.every(({ valueFrom }) => valueFrom?.fieldRef?.fieldPath === NODE_ADDRESS.field);
  if (!known || !isScript(container, agentImage)) return undefined;
  return [...env.map(({ name }) => `export ${name}="$${NODE_ADDRESS.env}"`), args[0], ''].join('\n');
}

/** Scripts by file, for `datadog.confd`: the chart has init containers of its own alone, and the one that runs scripts runs these. */
export function scriptFiles(containers: readonly Container[], agentImage: string): { [file: string]: string } {
  return Object.fromEntries(containers.map(container => [fileOf(container), scriptOf(container, agentImage)!]));
}

/** Each script as a file beside those of the image. */
export function scriptMounts(containers: readonly Container[]): VolumeMount[] {
  return containers.map(container => ({
    name: CONFD,
    mountPath: `${SCRIPTS}/99-${fileOf(container)}`,
    subPath: fileOf(container),
    readOnly: true,
  }));
}

function fileOf({ name }: Container): string {
  return `${name}.sh`;
}
