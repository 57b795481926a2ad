import { enclose } from './cel';
import { kyvernoAnnotations } from './description';
import { jmesFilter, jmesJoin, jmesList, variable } from './jmes-path';
import { COMPONENT_LABEL } from '../../facts/cluster-agent';
import { FARGATE_OPT_OUT, FARGATE_PROFILE_LABEL } from '../../facts/fargate';
import { NODE_OS_LABEL } from '../../facts/labels';
import { CONFIG_COPY, SIDECAR, SOCKETS } from '../../facts/sidecar';
import { KYVERNO_MUTATION } from '../../facts/sidecar-injection';
import { Manifest } from '../../manifest/manifest';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { OWN_LABELS } from '../../parts/labels';
import { serviceTagLabels } from '../service-tags';
import { agentContainer, configCopy } from '../sidecar/agent-container';
import { agentVolumes, hasSockets } from '../sidecar/agent-volumes';
import { applicationEnv, applicationMounts } from '../sidecar/application';

interface Rule {
  readonly name: string;
  /** Conditions beside those of every rule. */
  readonly when?: readonly object[];
  readonly context?: readonly object[];
  /** Operations of a JSON patch. */
  readonly patch?: readonly object[];
  readonly foreach?: readonly object[];
}

const POD = 'request.object';

/** Containers and init containers, of which a pod may have none. */
const CONTAINERS = jmesList(`${POD}.spec.containers`, `${POD}.spec.initContainers || \`[]\``);

/**
 * For Kyverno before 1.17, in JMESPath. Every change is a JSON patch: merges of Kyverno put what is new in front, and lose
 * an empty `emptyDir`. A rule sees the pod as the rules above it left it, so the Agent comes last.
 */
export function clusterPolicy(model: SidecarInjectionModel): Manifest {
  const { cluster } = model;
  const helpers = configCopy(cluster).length > 0 || cluster.sidecar.placement === 'native';
  const tags = Object.entries(serviceTagLabels(cluster));
  const rules: Rule[] = [
    ...hasEmptyDirs(model) ? [isThere('annotations', `${POD}.metadata.annotations`, '/metadata/annotations', {}), safeToEvict(model)] : [],
    ...tags.length > 0 ? [isThere('labels', `${POD}.metadata.labels`, '/metadata/labels', {})] : [],
    ...tags.map(([name, value], at) => ({
      name: `service-tag-${at + 1}`,
      when: [condition(`{{ ${POD}.metadata.labels.${quoted(name)} || '' }}`, 'Equals', '')],
      patch: [op(`/metadata/labels/${escaped(name)}`, value)],
    })),
    isThere('volumes', `${POD}.spec.volumes`, '/spec/volumes', []),
    ...helpers ? [isThere('init-containers', `${POD}.spec.initContainers`, '/spec/initContainers', [])] : [],
    ...applications(model),
    ...agents(model),
  ];
  return {
    apiVersion: KYVERNO_MUTATION.clusterPolicy,
    kind: 'ClusterPolicy',
    // Changed Deployments would differ from what was applied.
    metadata: { name: model.name, labels: { ...OWN_LABELS }, annotations: { ...kyvernoAnnotations(model), [KYVERNO_MUTATION.autogenAnnotation]: 'none' } },
    spec: { background: false, failurePolicy: 'Ignore', rules: rules.map(rule => render(rule, model)) },
  };
}

function render({ name, when = [], context, patch, foreach }: Rule, { match: { groups, profiles }, cluster }: SidecarInjectionModel): object {
  const volumes = agentVolumes(cluster, true).map(({ volume }) => volume.name);
  const any = groups.map(({ namespaces, labels }) => ({
    resources: {
      kinds: ['Pod'],
      operations: ['CREATE'],
      namespaces: [...namespaces],
      ...Object.keys(labels).length > 0 && { selector: { matchLabels: { ...labels } } },
    },
  }));
  return {
    name,
    match: { any },
    exclude: { any: [{ resources: { kinds: ['Pod'], selector: { matchExpressions: [{ key: COMPONENT_LABEL.name, operator: 'Exists' }] } } }] },
    ...context && { context },
    preconditions: {
      all: [
        none(`${POD}.metadata.ownerReferences[?kind=='DaemonSet']`),
        condition(`{{ ${POD}.spec.os.name || '' }}`, 'NotEquals', NODE_OS_LABEL.windows),
        condition(`{{ ${POD}.spec.nodeSelector.${quoted(NODE_OS_LABEL.name)} || '' }}`, 'NotEquals', NODE_OS_LABEL.windows),
        ...profiles ? [
          condition(`{{ ${POD}.metadata.annotations.${quoted(FARGATE_OPT_OUT.annotation)} || '' }}`, 'NotEquals', FARGATE_OPT_OUT.value),
          condition(`{{ ${POD}.metadata.labels.${quoted(FARGATE_PROFILE_LABEL.name)} || ${text(profiles[0])} }}`, 'AnyIn', profiles),
        ] : [],
        ...[SIDECAR.containerName, CONFIG_COPY.containerName].map(container =>
          condition(container, 'AnyNotIn', variable(`${CONTAINERS}[].name`))),
        none(jmesFilter(`${POD}.spec.volumes`, `contains(\`${JSON.stringify(volumes)}\`, name)`)),
        // The API server refuses a pod whose containers need more than the pod allows.
        none(`${POD}.spec.resources.[requests, limits][]`),
        ...hasSockets(cluster)
          ? [none(`${jmesFilter(`${CONTAINERS}[].volumeMounts`, `mountPath=='${SOCKETS.mountPath}' && name!='${SOCKETS.volumeName}'`)}[]`)]
          : [],
        ...when,
      ],
    },
    mutate: patch ? { patchesJson6902: JSON.stringify(patch, undefined, 2) } : { foreach },
  };
}

function isThere(what: string, path: string, pointer: string, empty: object): Rule {
  return { name: `has-${what}`, when: [none(path)], patch: [op(pointer, empty)] };
}

function hasEmptyDirs({ cluster }: SidecarInjectionModel): boolean {
  return agentVolumes(cluster, false).some(({ volume }) => volume.emptyDir);
}

function safeToEvict({ cluster }: SidecarInjectionModel): Rule {
  const names = agentVolumes(cluster, false).filter(({ volume }) => volume.emptyDir).map(({ volume }) => volume.name);
  const noted = `${POD}.metadata.annotations.${quoted(SOCKETS.safeToEvictAnnotation)}`;
  return {
    name: 'safe-to-evict',
    context: [{ name: 'noted', variable: { jmesPath: jmesJoin('||', jmesJoin('&&', noted, `join('', [${noted}, ','])`), "''"), default: '' } }],
    patch: [op(`/metadata/annotations/${escaped(SOCKETS.safeToEvictAnnotation)}`, `{{ noted }}${names.join(',')}`)],
  };
}

function applications({ cluster }: SidecarInjectionModel): Rule[] {
  const mounts = applicationMounts(cluster);
  const foreach = (['containers', 'initContainers'] as const).flatMap(field => {
    const each = (key: string, operator: string, value: unknown, operation: object) => ({
      list: `${POD}.spec.${field} || \`[]\``,
      preconditions: { all: [condition(key, operator, value)] },
      patchesJson6902: JSON.stringify([operation], undefined, 2),
    });
    const at = `/spec/${field}/{{ elementIndex }}`;
    const lacks = (list: string) => each(`{{ element.${list} || \`[]\` | length(@) }}`, 'Equals', 0, op(`${at}/${list}`, []));
    const env = applicationEnv(cluster);
    return [
      ...env.length > 0 ? [lacks('env')] : [],
      ...env.map(item => each(item.name, 'AnyNotIn', '{{ element.env[].name || `[]` }}', op(`${at}/env/-`, item))),
      ...mounts.length > 0 ? [lacks('volumeMounts')] : [],
      ...mounts.map(mount => each(mount.name, 'AnyNotIn', '{{ element.volumeMounts[].name || `[]` }}', op(`${at}/volumeMounts/-`, mount))),
    ];
  });
  return foreach.length > 0 ? [{ name: 'applications', foreach }] : [];
}

/** One rule for each way in which the Agent depends on the pod; a pod is one of them. */
function agents({ cluster }: SidecarInjectionModel): Rule[] {
  const native = cluster.sidecar.placement === 'native';
  return [false, true].flatMap(ownToken => (native ? [undefined] : [false, true]).map(ends => {
    const volumes = agentVolumes(cluster, ownToken);
    const agent = agentContainer(byAddress(cluster), volumes, ends ?? false);
    const before = [...configCopy(cluster), ...native ? [agent] : []];
    const { clusterAgentUrl: name, clusterAgentAddressUrl: address = name } = cluster;
    return {
      ...address !== name && { context: [{ name: 'url', variable: { jmesPath: jmesJoin('||', jmesJoin('&&', OUTSIDE_CLUSTER_DNS, text(address)), text(name)) } }] },
      name: `agent${ends ? '-that-ends' : ''}${ownToken ? '-with-token' : ''}`,
      when: [
        condition(`{{ ${POD}.spec.automountServiceAccountToken == \`false\` }}`, 'Equals', ownToken),
        ...ends === undefined ? [] : [condition(`{{ ${POD}.spec.restartPolicy || 'Always' }}`, ends ? 'NotEquals' : 'Equals', 'Always')],
      ],
      patch: [
        op('/spec/shareProcessNamespace', true),
        ...[...before].reverse().map(container => op('/spec/initContainers/0', container)),
        ...native ? [] : [op('/spec/containers/-', agent)],
        ...volumes.map(({ volume }) => op('/spec/volumes/-', volume)),
      ],
    };
  }));
}

/** As `outsideClusterDns` of the manifests has it. */
const OUTSIDE_CLUSTER_DNS = enclose('(', [jmesJoin(
  '||',
  `${POD}.spec.dnsPolicy == 'Default'`,
  `(${POD}.spec.hostNetwork == \`true\` && (${POD}.spec.dnsPolicy || 'ClusterFirst') == 'ClusterFirst')`,
)], ')');

function byAddress(cluster: SidecarInjectionModel['cluster']): SidecarInjectionModel['cluster'] {
  const { clusterAgentUrl, clusterAgentAddressUrl: address = clusterAgentUrl } = cluster;
  return address === clusterAgentUrl ? cluster : { ...cluster, clusterAgentUrl: '{{ url }}' };
}

function op(path: string, value: unknown): object {
  return { op: 'add', path, value };
}

function condition(key: unknown, operator: string, value: unknown): object {
  return { key, operator, value };
}

/** The list is empty, or the pod has none. */
function none(list: string): object {
  return condition(variable(jmesJoin('|', jmesJoin('||', list, '`[]`'), 'length(@)')), 'Equals', 0);
}

function quoted(name: string): string {
  return `"${name}"`;
}

function text(value: string): string {
  return `'${value}'`;
}

/** As a JSON pointer has it. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
