// Writes the type of a DatadogAgent's spec from the CRD of the Datadog Operator: names and types alone, and of the features
// those that the library has an option for. `node scripts/operator-types.js [CRD] [--check]`; with --check it writes nothing,
// and fails where the file is another. e2e/cluster/fetch-crds.sh fetches the CRD in the pinned version.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parse } = require('yaml');

const home = process.env.CLUSTER_HOME ?? path.join(os.homedir(), '.cache', 'cdk8s-datadog-cluster');
const crds = path.join(home, 'crds');
const file = path.resolve(__dirname, '..', 'src', 'parts', 'datadog-agent-spec.ts');
const NAME = 'datadog-datadoghq.com_datadogagents.yaml';

const FEATURES = [
  'admissionController', 'apm', 'clusterChecks', 'controlPlaneMonitoring', 'dataPlane', 'dogstatsd', 'eventCollection', 'externalMetricsServer',
  'kubeStateMetricsCore', 'liveContainerCollection', 'liveProcessCollection', 'logCollection', 'npm', 'orchestratorExplorer', 'otlp',
  'processDiscovery', 'prometheusScrape', 'remoteConfiguration', 'serviceDiscovery', 'usm',
];
/** What the library does in another way, or has no option for. */
const LEFT_OUT = [
  'features.admissionController.cwsInstrumentation', 'features.admissionController.kubernetesAdmissionEvents', 'features.apm.errorTrackingStandalone',
  'features.externalMetricsServer.endpoint', 'features.kubeStateMetricsCore.collectCrMetrics', 'features.kubeStateMetricsCore.conf.configMap',
  'features.orchestratorExplorer.conf', 'features.dogstatsd.mapperProfiles', 'features.apm.instrumentation.injector',
  'global.csi', 'global.endpoint', 'global.fips', 'global.secretBackend', 'global.kubelet.host', 'global.originDetectionUnified',
  'global.kubernetesResourcesAnnotationsAsTags', 'global.kubernetesResourcesLabelsAsTags', 'global.networkPolicy.dnsSelectorEndpoints',
  'override.celWorkloadExclude', 'override.customConfigurations', 'override.dnsConfig', 'override.envFrom', 'override.extraChecksd',
  'override.containers.livenessProbe', 'override.containers.readinessProbe', 'override.containers.startupProbe', 'override.containers.seccompConfig',
];
/** Types of Kubernetes by the name of the field. */
const KUBERNETES = {
  affinity: 'Affinity', env: 'EnvVar', pullSecrets: 'LocalObjectReference', resources: 'ResourceRequirements', securityContext: 'SecurityContext',
  tolerations: 'Toleration', topologySpreadConstraints: 'TopologySpreadConstraint', volumes: 'Volume', volumeMounts: 'VolumeMount', ports: 'ContainerPort',
  namespaceSelector: 'LabelSelector', objectSelector: 'LabelSelector', podSelector: 'LabelSelector', ddTraceConfigs: 'EnvVar',
};
const OF_META = ['LabelSelector'];

const used = new Set();

function kubernetesType(where, name) {
  if (where === 'override.securityContext') return 'PodSecurityContext';
  // It has names of namespaces too.
  return where === 'features.apm.instrumentation.targets.namespaceSelector' ? undefined : KUBERNETES[name];
}

function typeOf(schema, where, name, indent) {
  const type = kubernetesType(where, name);
  if (type) {
    used.add(type);
    return schema.type === 'array' ? `readonly ${type}[]` : type;
  }
  if (schema['x-kubernetes-int-or-string']) return 'number | string';
  if (schema.enum) return schema.enum.map(value => `'${value}'`).join(' | ');
  switch (schema.type) {
    case 'array': {
      const item = typeOf(schema.items, where, undefined, indent);
      return item.startsWith('{') ? `ReadonlyArray<${item}>` : `readonly ${item}[]`;
    }
    case 'integer': return 'number';
    case 'object': return objectType(schema, where, indent);
    default: return schema.type;
  }
}

function objectType({ properties, required = [], additionalProperties }, where, indent) {
  if (where === 'override.containers' && indent) return '{ readonly [container: string]: DatadogAgentContainer }';
  if (!properties) return additionalProperties ? `{ readonly [name: string]: ${typeOf(additionalProperties, where, undefined, indent)} }` : 'object';
  const inner = `${indent}  `;
  const fields = Object.entries(properties)
    .filter(([name]) => !LEFT_OUT.includes(`${where}.${name}`) && (where !== 'features' || FEATURES.includes(name)))
    .map(([name, schema]) => `${inner}readonly ${name}${required.includes(name) ? '' : '?'}: ${typeOf(schema, where ? `${where}.${name}` : name, name, inner)};`);
  const line = `{ ${fields.map(field => field.trim().replace(/;$/, '')).join('; ')} }`;
  return line.includes('\n') || line.length > 90 ? `{\n${fields.join('\n')}\n${indent}}` : line;
}

const given = process.argv.slice(2).filter(argument => argument !== '--check');
const crd = parse(fs.readFileSync(given[0] ?? path.join(crds, NAME), 'utf8'));
const { schema } = crd.spec.versions.find(({ name }) => name === 'v2alpha1');
const { override, ...properties } = schema.openAPIV3Schema.properties.spec.properties;
const spec = objectType({ properties: { ...properties, override: { type: 'object', properties: {} } } }, '', '');
const component = objectType(override.additionalProperties, 'override', '');
const container = objectType(override.additionalProperties.properties.containers.additionalProperties, 'override.containers', '');
const types = [...used].sort();
const source = fs.existsSync(path.join(crds, 'SOURCES.tsv')) && fs.readFileSync(path.join(crds, 'SOURCES.tsv'), 'utf8').split('\n').find(line => line.startsWith(`${NAME}\t`));
const text = `// Made by scripts/operator-types.js${source ? ` from ${source.split('\t')[1]}` : ''}: names and types of the CRD, and no more. Do not edit.
import type {
  ${types.filter(type => !OF_META.includes(type)).join(', ').replace(/(.{80,130}?), /g, '$1,\n  ')},
} from 'kubernetes-types/core/v1';
import type { ${types.filter(type => OF_META.includes(type)).join(', ')} } from 'kubernetes-types/meta/v1';

/** \`spec\` of a DatadogAgent. */
export interface DatadogAgentSpec ${spec.replace(/override\?: \{ {2}\}/, 'override?: { readonly [component: string]: DatadogAgentOverride }')}

/** What the spec says of the pods of one component. */
export interface DatadogAgentOverride ${component}

/** What it says of one of their containers, or init containers. */
export interface DatadogAgentContainer ${container}
`;

if (!process.argv.includes('--check')) fs.writeFileSync(file, text);
else if (fs.readFileSync(file, 'utf8') !== text) {
  console.error(`${file} is not what the CRD says: run scripts/operator-types.js`);
  process.exitCode = 1;
}
