import { parse } from 'yaml';
import { describe, KubeObject, podTemplateOf } from '../manifests';

/** A check as an Agent would find it in the manifests of an example, and the container that would run it. */
export interface FoundCheck {
  /** `etcd`, `kube_scheduler`, ... */
  readonly name: string;
  readonly instance: Record<string, any>;
  readonly workload: KubeObject;
  readonly container: string;
  /** For messages. */
  readonly where: string;
}

interface WrittenCheck {
  readonly name: string;
  readonly instances: Record<string, any>[];
  readonly where: string;
  /** The Agent on the node of the endpoint, the container or the pod. */
  readonly onNode: boolean;
}

const COMPONENT = 'agent.datadoghq.com/component';
const AD = 'ad.datadoghq.com/';

/** Checks of an example by their names: in files of the Cluster Agent and of node Agents, and in annotations of Services and pods. */
export function findChecks(objects: KubeObject[], names: string[]): FoundCheck[] {
  const written = [...objects.flatMap((object) => inFiles(object, objects)), ...objects.flatMap(inAnnotations)];
  return written.filter(({ name }) => names.includes(name)).flatMap(({ name, instances, where, onNode }) => {
    const workload = runnerOf(objects, onNode);
    return instances.map((instance) => ({ name, instance, where, workload, container: 'agent' }));
  });
}

/** The one check of that name. */
export function theCheck(objects: KubeObject[], name: string): FoundCheck {
  const found = findChecks(objects, [name]);
  if (found.length !== 1) throw new Error(`${found.length} checks '${name}': ${found.map(({ where }) => where).join(', ')}`);
  return found[0];
}

/** Where there are no cluster check runners, the node Agents do their work. */
function runnerOf(objects: KubeObject[], onNode: boolean): KubeObject {
  const of = (component: string) => objects.find((object) => podTemplateOf(object)?.metadata?.labels?.[COMPONENT] === component);
  const workload = onNode ? of('agent') : of('cluster-checks-runner') ?? of('agent');
  if (!workload) throw new Error(`Nobody runs checks ${onNode ? 'on nodes' : 'of the Cluster Agent'}.`);
  return workload;
}

function inFiles(object: KubeObject, objects: KubeObject[]): WrittenCheck[] {
  const template = podTemplateOf(object);
  const component = template?.metadata?.labels?.[COMPONENT];
  if (!template || !['agent', 'cluster-agent'].includes(component)) return [];
  const { spec: { containers, initContainers = [], volumes = [] } } = template;
  const mounted = new Set([...containers, ...initContainers].flatMap((container: any) => container.volumeMounts ?? [])
    .filter(({ mountPath }: any) => mountPath === '/conf.d').map(({ name }: any) => name));
  return volumes.filter(({ name, configMap }: any) => configMap && mounted.has(name)).flatMap(({ configMap }: any) => {
    const map = objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMap.name && metadata.namespace === object.metadata.namespace);
    if (!map) throw new Error(`${describe(object)} mounts the ConfigMap ${configMap.name}, which is not there.`);
    const items = configMap.items ?? Object.keys(map.data ?? {}).map((key) => ({ key, path: key }));
    return items.map(({ key, path }: any) => inFile(path, map.data[key], component === 'agent', `${path} of ${describe(map)}`));
  });
}

function inFile(path: string, text: string, ofNodeAgent: boolean, where: string): WrittenCheck {
  const { instances = [], advanced_ad_identifiers: identifiers = [] } = parse(text);
  const endpoints = identifiers.map(({ kube_endpoints: found }: any) => found).filter(Boolean);
  const onNode = ofNodeAgent || endpoints.some(({ resolve, name, namespace }: any) => bindsToNode(resolve, namespace, name));
  return { name: path.split('/')[0].replace(/\.(d|yaml)$/, ''), instances, onNode, where };
}

function inAnnotations(object: KubeObject): WrittenCheck[] {
  const annotations: Record<string, string> = (object.kind === 'Service' ? object.metadata : podTemplateOf(object)?.metadata as any)?.annotations ?? {};
  const { namespace = '', name } = object.metadata;
  return Object.keys(annotations).flatMap((key) => {
    const [, identifier, what] = /^ad\.datadoghq\.com\/(.+)\.(checks|check_names)$/.exec(key) ?? [];
    if (!identifier) return [];
    const onNode = object.kind !== 'Service'
      || (identifier === 'endpoints' && bindsToNode(annotations[`${AD}endpoints.resolve`], namespace, name));
    const where = `${key} of ${describe(object)}`;
    if (what === 'checks') {
      return Object.entries<any>(JSON.parse(annotations[key])).map(([check, { instances }]) => ({ name: check, instances, onNode, where }));
    }
    const instances = JSON.parse(annotations[`${AD}${identifier}.instances`]);
    return JSON.parse(annotations[key]).map((check: string, at: number) => ({ name: check, instances: [instances[at]].flat(), onNode, where }));
  });
}

/** An endpoint with a pod goes to the Agent of its node, unless it is resolved by address. That of the API server has none. */
function bindsToNode(resolve: string | undefined, namespace: string, name: string): boolean {
  return resolve !== 'ip' && `${namespace}/${name}` !== 'default/kubernetes';
}
