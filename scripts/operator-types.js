// Writes the type of a DatadogAgent's spec from the CRD of the Datadog Operator: names and types alone, into src/parts/datadog-agent.
// `node scripts/operator-types.js [CRD] [--check]`; with --check it writes nothing, and fails where a file is another.
// e2e/cluster/fetch-crds.sh fetches the CRD in the pinned version.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parse } = require('yaml');

const home = process.env.CLUSTER_HOME ?? path.join(os.homedir(), '.cache', 'cdk8s-datadog-cluster');
const crds = path.join(home, 'crds');
const folder = path.resolve(__dirname, '..', 'src', 'parts', 'datadog-agent');
const NAME = 'datadog-datadoghq.com_datadogagents.yaml';

/** Types of Kubernetes by the name of the field. */
const KUBERNETES = {
  affinity: 'Affinity', env: 'EnvVar', envFrom: 'EnvFromSource', pullSecrets: 'LocalObjectReference', resources: 'ResourceRequirements',
  securityContext: 'SecurityContext', tolerations: 'Toleration', topologySpreadConstraints: 'TopologySpreadConstraint', volumes: 'Volume',
  volumeMounts: 'VolumeMount', ports: 'ContainerPort', livenessProbe: 'Probe', readinessProbe: 'Probe', startupProbe: 'Probe',
  nodeAffinity: 'NodeAffinity', dnsConfig: 'PodDNSConfig', namespaceSelector: 'LabelSelector', objectSelector: 'LabelSelector',
  podSelector: 'LabelSelector', dnsSelectorEndpoints: 'LabelSelector', ddTraceConfigs: 'EnvVar',
};
/** The same by the path of the field. */
const KUBERNETES_AT = {
  'override.securityContext': 'PodSecurityContext',
  'global.kubelet.host': 'EnvVarSource',
  // It has names of namespaces too.
  'features.apm.instrumentation.targets.namespaceSelector': undefined,
};
const PACKAGES = { LabelSelector: 'kubernetes-types/meta/v1' };
/** Types of the CRD that fields have in common, by the names of their properties. */
const SHARED = { 'configData,configMap': 'DatadogAgentConfig' };
/** What is in a file of its own, with the type's name and what it is. */
const FILES = {
  spec: { type: 'DatadogAgentSpec', doc: '`spec` of a DatadogAgent.' },
  features: { type: 'DatadogAgentFeatures', doc: 'What the spec says of features.' },
  // The longest of them.
  'features.admissionController': { type: 'DatadogAgentAdmissionController', doc: 'What the spec says of the admission controller.' },
  'features.apm': { type: 'DatadogAgentApm', doc: 'What the spec says of traces.' },
  'features.kubeStateMetricsCore': { type: 'DatadogAgentKubeStateMetrics', doc: 'What the spec says of kube-state-metrics.' },
  global: { type: 'DatadogAgentGlobal', doc: 'What the spec says of all components.' },
  override: { type: 'DatadogAgentOverride', doc: 'What the spec says of the pods of one component.' },
  container: { type: 'DatadogAgentContainer', doc: 'What the spec says of one container, or init container, of a component.' },
  config: { type: 'DatadogAgentConfig', doc: 'A file, as text or from a ConfigMap.' },
};

function typeOf(schema, where, name, indent) {
  const type = where in KUBERNETES_AT ? KUBERNETES_AT[where] : KUBERNETES[name];
  if (type) return schema.type === 'array' ? `readonly ${type}[]` : type;
  if (schema['x-kubernetes-int-or-string']) return 'number | string';
  if (schema.enum) return schema.enum.map(value => `'${value}'`).join(' | ');
  switch (schema.type) {
    case 'array': {
      const item = typeOf(schema.items, where, undefined, indent);
      return /[{|]/.test(item) ? `ReadonlyArray<${item}>` : `readonly ${item}[]`;
    }
    case 'integer': return 'number';
    case 'object': return objectType(schema, where, indent);
    // Anything: the CRD says that it keeps what it does not know.
    default: return schema.type ?? 'any';
  }
}

function objectType({ properties, required = [], additionalProperties }, where, indent) {
  if (where === 'override.containers') return '{ readonly [container: string]: DatadogAgentContainer }';
  if (where === 'override') return '{ readonly [component: string]: DatadogAgentOverride }';
  if (!properties) return additionalProperties ? `{ readonly [name: string]: ${typeOf(additionalProperties, where, undefined, indent)} }` : 'object';
  const type = FILES[where]?.type ?? SHARED[Object.keys(properties).sort().join()];
  return type ?? fieldsOf({ properties, required }, where, indent);
}

function fieldsOf({ properties, required = [] }, where, indent) {
  const inner = `${indent}  `;
  const fields = Object.entries(properties)
    .map(([name, schema]) => `${inner}readonly ${name}${required.includes(name) ? '' : '?'}: ${typeOf(schema, where ? `${where}.${name}` : name, name, inner)};`);
  const line = `{ ${fields.map(field => field.trim().replace(/;$/, '')).join('; ')} }`;
  return indent && !line.includes('\n') && line.length <= 90 ? line : `{\n${fields.join('\n')}\n${indent}}`;
}

const given = process.argv.slice(2).filter(argument => argument !== '--check');
const crd = parse(fs.readFileSync(given[0] ?? path.join(crds, NAME), 'utf8'));
const { schema } = crd.spec.versions.find(({ name }) => name === 'v2alpha1');
const { spec } = schema.openAPIV3Schema.properties;
const { features, global, override } = spec.properties;
const component = override.additionalProperties;
const container = component.properties.containers.additionalProperties;
/** The name of the file, without its ending. */
// jest takes spec.ts for a test.
const fileOf = name => name === 'spec' ? 'datadog-agent-spec' : name.replace('features.', '').replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
const texts = {
  spec: fieldsOf(spec, '', ''),
  features: fieldsOf(features, 'features', ''),
  ...Object.fromEntries(Object.keys(FILES).filter(where => where.startsWith('features.')).map(where =>
    [where, fieldsOf(features.properties[where.split('.')[1]], where, '')])),
  global: fieldsOf(global, 'global', ''),
  override: fieldsOf(component, 'override', ''),
  container: fieldsOf(container, 'override.containers', ''),
  config: fieldsOf(container.properties.seccompConfig.properties.customProfile, '', ''),
};
const sources = path.join(crds, 'SOURCES.tsv');
const source = fs.existsSync(sources) && fs.readFileSync(sources, 'utf8').split('\n').find(line => line.startsWith(`${NAME}\t`));
const head = `// Made by scripts/operator-types.js${source ? ` from ${source.split('\t')[1]}` : ''}: names and types of the CRD, and no more. Do not edit.`;

/** The imports of a file: of our own types, then by package. */
function importsOf(name, text) {
  const uses = type => new RegExp(`(?<![\\w'])${type}(?![\\w'?:])`).test(text);
  const own = Object.entries(FILES).filter(([other, { type }]) => other !== name && uses(type)).sort(([a], [b]) => fileOf(a) < fileOf(b) ? -1 : 1);
  const kubernetes = [...new Set([...Object.values(KUBERNETES), ...Object.values(KUBERNETES_AT)])].filter(type => type && uses(type)).sort();
  const ofPackage = of => kubernetes.filter(type => (PACKAGES[type] ?? 'kubernetes-types/core/v1') === of);
  const lines = ['kubernetes-types/core/v1', 'kubernetes-types/meta/v1'].filter(of => ofPackage(of).length > 0).map(of => {
    const line = `import type { ${ofPackage(of).join(', ')} } from '${of}';`;
    return line.length <= 140 ? line : `import type {\n  ${ofPackage(of).join(', ').replace(/(.{80,130}?), /g, '$1,\n  ')},\n} from '${of}';`;
  });
  return [...own.map(([other, { type }]) => `import { ${type} } from './${fileOf(other)}';`), ...lines].sort((a, b) => Number(a.includes('import {')) - Number(b.includes('import {')));
}

const written = Object.entries(FILES).map(([name, { type, doc }]) => {
  const imports = importsOf(name, texts[name]);
  return [path.join(folder, `${fileOf(name)}.ts`), `${[head, ...imports].join('\n')}\n\n/** ${doc} */\nexport interface ${type} ${texts[name]}\n`];
});

fs.mkdirSync(folder, { recursive: true });
for (const [file, text] of written) {
  if (!process.argv.includes('--check')) fs.writeFileSync(file, text);
  else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what the CRD says: run scripts/operator-types.js`);
    process.exitCode = 1;
  }
}
