import { OptionPath } from './option-paths';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { OPTION_ENUMS } from '../../../src/requirements/option-shapes';
import { SOURCES } from '../../render/helm-values/full-models';

/** Other values of an option, given the one that it has, or undefined where the option is not given. */
export type Others = (old: any) => readonly unknown[];

/** Env vars that users of this test's clusters set. */
export const USERS_ENV = ['DB_PASSWORD', 'EXAMPLE', 'DD_HOSTNAME_TRUST_UTS_NAMESPACE', 'DD_MORE', 'DD_EVERYWHERE', 'NODE_IP'];

/** Options that are no plain data, and those that the description of a cluster has under another name: where they stand in it, and what else they may be. */
export const ELSEWHERE: { readonly [path: string]: { readonly at: string; readonly others: readonly unknown[] } } = {
  'site': { at: 'site', others: ['datadoghq.eu'] },
  'platform': { at: 'platform.fact', others: [PLATFORMS.aks, PLATFORMS.eks, PLATFORMS.openShift4, PLATFORMS.talos] },
  'platform.kubernetesVersion': { at: 'platform.kubernetesVersion', others: ['1.11', '1.13', '1.18', '1.30'] },
  // Each version of OpenShift has one of Kubernetes.
  'platform.openShiftVersion': { at: 'platform.kubernetesVersion', others: ['1.11', '1.13', '1.18', '1.30'] },
  'platform.serviceCidr': { at: 'platform.serviceCidr', others: ['10.96.0.0/12'] },
  'platform.fargateProfiles': { at: 'platform.fargateProfiles', others: [[{ name: 'example', selectors: [{ namespace: 'example', labels: {} }] }]] },
  'platform.datastore': { at: 'platform.datastore', others: ['etcd', 'other'] },
  'platform.immutableOs': { at: 'platform.hostPrefix', others: ['/opt/rke'] },
  'credentials': { at: 'credentials.source', others: SOURCES },
  'credentials.secretName': { at: 'credentials.secret.name', others: ['example'] },
  'credentials.apiKeyKey': { at: 'credentials.secret.apiKey', others: ['example'] },
  'credentials.appKeyKey': { at: 'credentials.secret.appKey', others: ['example'] },
  'credentials.tokenKey': { at: 'credentials.secret.token', others: ['example'] },
  'credentials.appKeySecretName': { at: 'credentials.secret.appKeySecret', others: ['example'] },
  'credentials.revision': { at: 'credentials.revision', others: ['example'] },
  'sidecar.permissions': { at: 'sidecar.documentedPermissions', others: [true, false] },
};

/** Values that the type alone does not give, by the end of the path; the longest end counts. */
const SPECIAL: { readonly [end: string]: readonly unknown[] | Others } = {
  'agentVersion': ['7.80.0', '7.81.0', '7.81.1'],
  'namespace': ['example'],
  'registry': ['example.com/datadog'],
  'tags': [{ example: 'x' }],
  'env': [{ EXAMPLE: 'x' }],
  'serviceTags.env': ['example'],
  'secretEnv[].name': ['EXAMPLE'],
  'replicas': [1, 5],
  'cpu': ['310m'],
  'memory': ['520Mi'],
  'cpuLimit': ['2'],
  'memoryLimit': ['2Gi'],
  'customResources[].version': ['v1beta1'],
  'logLevel': ['trace', 'info'],
  'affinity': [{ nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 7, preference: { matchFields: [] } }] } }],
  'tolerations': [[{ key: 'example', operator: 'Exists' }]],
  'topologySpreadConstraints': [[{ maxSkew: 2, topologyKey: 'example', whenUnsatisfiable: 'ScheduleAnyway' }]],
  'volumes': old => [[...old ?? [], { name: 'example', emptyDir: {} }]],
  'volumeMounts': [[{ name: 'more', mountPath: '/example' }]],
  'clusterIp': ['172.20.0.99', '10.100.0.99'],
  'caCertificate': ['-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n'],
  'maxUnavailable': ['25%'],
  'minReadySeconds': [10],
  'criSocketPath': ['/run/example/example.sock'],
  'kubeletCaPath': ['/etc/kubernetes/example.crt'],
  'oldestKubeletVersion': ['1.32', '1.33', '1.34'],
  'instances': [[{ name: 'example', url: 'http://example/' }]],
  'initConfig': [{ example: 1 }],
  'logs': [[{ service: 'example' }]],
  'advancedAdIdentifiers': [[{ kind: 'kube_service', namespace: 'example', name: 'example' }]],
  'libVersions': [{ python: 'v2' }],
  'prometheusScrape.checks': [[{ configurations: [{ timeout: 7 }] }]],
  'instrumentation.targets': [[{ name: 'example', namespaceSelector: { matchNames: ['example'] }, ddTraceVersions: { python: 'v2' } }]],
};

/** What else the option may be, by its type. */
export function othersOf({ path, type }: OptionPath): Others {
  const end = Object.keys(SPECIAL).filter(name => path === name || path.endsWith(`.${name}`)).sort((a, b) => b.length - a.length)[0];
  const special = SPECIAL[end];
  if (typeof special === 'function') return special;
  if (special) return () => special;
  if (type.startsWith('#')) return () => enumValues(type.slice(1));
  switch (type) {
    case 'boolean': return () => [true, false];
    case 'number': return old => [(old ?? 2) + 1];
    case 'string': return old => [`${old ?? 'example'}x`];
    case 'string[]': return old => [[...old ?? [], 'example']];
    case '{string}': return old => [{ ...old, 'example.com/example': 'x' }];
    default: throw new Error(`no value is known for the option ${path} of type ${type}: test/deliveries/perturbation/values.ts needs one`);
  }
}

function enumValues(name: string): string[] {
  const members: { readonly [name: string]: string } = OPTION_ENUMS;
  return members[name].split(', ').map(member => member.split(' ')[1]);
}
