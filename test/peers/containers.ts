import { Manifest } from '../../src/manifest/manifest';
import { podTemplateOf } from '../../src/manifest/pod-template';

type Json = any;

/** What a container, or a pod, says of one thing: an env var, a mount, a port, a probe, a field of its security context. */
export type Aspects = { readonly [aspect: string]: string };

/** Aspects of every container of ours or the chart's, by component and container, and of every pod by its component. */
export function aspectsByContainer(manifests: readonly Manifest[]): Map<string, Aspects> {
  return new Map(manifests.flatMap(manifest => {
    const template: Json = podTemplateOf(manifest);
    if (!template) return [];
    const component = template.metadata.labels['agent.datadoghq.com/component'];
    const { initContainers = [], containers, volumes = [] } = template.spec;
    return [
      [component, podAspects(manifest, template.spec)] as const,
      ...[...initContainers, ...containers].map((c: Json) => [`${component}/${c.name}`, containerAspects(c, volumes)] as const),
    ];
  }));
}

function podAspects({ spec: { strategy, updateStrategy, replicas } }: Manifest, pod: Json): Aspects {
  const { securityContext, hostPID, hostNetwork, dnsPolicy, affinity, nodeSelector, tolerations, serviceAccountName } = pod;
  return written({
    ...Object.fromEntries(Object.entries(securityContext ?? {}).map(([field, value]) => [`security ${field}`, value])),
    hostPID,
    hostNetwork,
    dnsPolicy,
    affinity,
    nodeSelector,
    tolerations: tolerations ?? undefined,
    serviceAccountName,
    replicas,
    update: updateStrategy ?? strategy,
  });
}

function containerAspects(container: Json, volumes: readonly Json[]): Aspects {
  const { image, command = [], args = [], env = [], ports = [], volumeMounts = [], securityContext = {}, resources } = container;
  return written({
    image,
    command: [...command, ...args].join(' ').replace(/\s*;\s*/g, '; ').replace(/'/g, '"').replace(/\$script/, '"$script"').replace(/""/g, '"'),
    ...Object.fromEntries(env.map((e: Json) => [`env ${e.name}`, e.value ?? reference(e.valueFrom)])),
    ...Object.fromEntries(ports.map((p: Json) => [`port ${p.containerPort}/${p.protocol}`, `${p.name}${p.hostPort ? `, on the node ${p.hostPort}` : ''}`])),
    ...Object.fromEntries(volumeMounts.map((m: Json) => [`mount ${m.mountPath}`, mount(m, volumes)])),
    ...Object.fromEntries(['startupProbe', 'livenessProbe', 'readinessProbe'].map(name => [name, probe(container[name])])),
    ...Object.fromEntries(Object.entries(securityContext).map(([field, value]) => [`security ${field}`, value])),
    resources: Object.keys(resources ?? {}).length > 0 ? resources : undefined,
  });
}

/** What is asked, and the numbers; the last two are 1 and 3 where nothing is said. */
function probe(given: Json): string | undefined {
  if (!given) return undefined;
  const { httpGet, tcpSocket, initialDelaySeconds, periodSeconds, timeoutSeconds, successThreshold = 1, failureThreshold = 3 } = given;
  const asked = httpGet ? `${httpGet.scheme} ${httpGet.path} ${httpGet.port}` : `TCP ${tcpSocket.port}`;
  return `${asked}, delay ${initialDelaySeconds}, period ${periodSeconds}, timeout ${timeoutSeconds}, success ${successThreshold}, failure ${failureThreshold}`;
}

/** What it is, and whether it can be written. What Kubernetes takes for granted is left out. */
function mount({ name, readOnly, subPath }: Json, volumes: readonly Json[]): string {
  const { name: _, ...source } = volumes.find(v => v.name === name);
  const [[kind, { path, name: object, secretName }]] = Object.entries<Json>(source);
  const what = path ?? object ?? secretName;
  return [`${kind}${what ? ` ${what}` : ''}`, subPath && `file ${subPath}`, readOnly && 'read-only'].filter(part => part).join(', ');
}

function reference({ secretKeyRef, fieldRef, configMapKeyRef }: Json): string {
  if (secretKeyRef) return `Secret ${secretKeyRef.name} ${secretKeyRef.key}`;
  return fieldRef ? `field ${fieldRef.fieldPath}` : `ConfigMap ${configMapKeyRef.name} ${configMapKeyRef.key}`;
}

/** Each as text, with the members of objects in order; what is undefined is not there. */
function written(aspects: { readonly [aspect: string]: unknown }): Aspects {
  return Object.fromEntries(Object.entries(aspects).filter(([, value]) => value !== undefined).map(([name, value]) => [name, text(value)]));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(sorted(value)).replace(/":/g, ' ').replace(/[{}"[\]]/g, '').replace(/,/g, ', ');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([key, item]) => [key, sorted(item)]));
}
