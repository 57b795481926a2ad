import { isDnsSubdomain } from './dns-subdomain';
import { isQualifiedName } from './label-key';
import { isLabelValue } from './label-value';
import { requireNamespace } from './namespace';
import { printable } from './printable';
import { affinityFault, Fault, repeatedSpread, spreadFault } from './scheduling-fault';
import { requireSecretName } from './secret';
import { ImmediateRuleId } from '../base/immediate-rules';
import { ViolationError } from '../base/violation';

const NAMES = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/';
const LABELS = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set';
const SCHEDULING = 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/';

const SERVICE = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LABEL_WORDS = "up to 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit";

/** What a field of Kubernetes takes, and the check of it. `at` is the path of the option. */
const KINDS = {
  namespace: (_: string, value: string) => { requireNamespace(value); },
  secret: (at: string, value: string) => { requireSecretName(at, value); },
  object: (at: string, value: string) => isDnsSubdomain(value) || refuse({ rule: 'kubernetes/object-name' }, at, value, "up to 253 lowercase letters, digits, '-' and '.', beginning and ending with a letter or digit", "'datadog'", NAMES),
  service: (at: string, value: string) => SERVICE.test(value) || refuse({ rule: 'kubernetes/object-name' }, at, value, "up to 63 lowercase letters, digits and '-', beginning with a letter and ending with a letter or digit", "'datadog-cluster-agent'", NAMES),
  key: requireKey,
  labels: (at: string, values: { readonly [name: string]: string }) => Object.entries(values).forEach(([key, value]) => {
    requireKey(at, key);
    if (!isLabelValue(value)) refuse({ rule: 'kubernetes/label-value' }, `${at}.${key}`, value, LABEL_WORDS, "'shop-web'", LABELS);
  }),
  annotations: (at: string, values: { readonly [name: string]: string }) => Object.keys(values).forEach(key => requireKey(at, key)),
  affinity: (at: string, value: unknown) => requireNoFault({ rule: 'kubernetes/affinity' }, at, affinityFault(value)),
  spread: (at: string, value: unknown) => requireNoFault({ rule: 'kubernetes/topology-spread' }, at, spreadFault(value)),
} as const;

type Kind = keyof typeof KINDS;

/**
 * Options that end in a field which the API server checks, by what the field takes. A name alone stands for the option in every struct.
 * Options whose own rule checks the same, such as `podLabels` of the Agents, are not here.
 */
export const OPTION_FIELDS: { readonly [option: string]: Kind } = {
  'affinity': 'affinity',
  'topologySpreadConstraints': 'spread',
  'ArgoCdSyncOptions.namespaceAnnotations': 'annotations',
  'ArgoCdSyncOptions.namespaceLabels': 'labels',
  'AwsStoreOptions.serviceAccountName': 'object',
  'ClusterAgentAttributes.serviceName': 'service',
  'ClusterAgentTls.configMapName': 'object',
  'ClusterAgentTls.secretName': 'secret',
  'ClusterExternalSecretOptions.namespaceSelectors': 'labels',
  'DatadogArgoCdProps.annotations': 'annotations',
  'DatadogArgoCdProps.labels': 'labels',
  'DatadogChartProps.labels': 'labels',
  'DatadogHelmChartProps.labels': 'labels',
  'DatadogOperatorChartProps.labels': 'labels',
  'DnsPods.labels': 'labels',
  'DnsPods.namespace': 'namespace',
  'InjectedServiceAccount.name': 'object',
  'LabelCondition.key': 'key',
  'NamespaceTargetSelector.matchLabels': 'labels',
  'NamespaceTargetSelector.matchNames': 'namespace',
  'NodeTaint.key': 'key',
  'PodTargetSelector.matchLabels': 'labels',
  'SidecarInjectionOptions.podLabels': 'labels',
  'SidecarInjectionProps.podLabels': 'labels',
};

/**
 * Checks a value that already has the type of its option. A list is checked by its items.
 *
 * @throws ViolationError `kubernetes/...` where the API server would refuse the field
 */
export function requireField(of: string, option: string, at: string, value: unknown): void {
  const kind = OPTION_FIELDS[`${of}.${option}`] ?? OPTION_FIELDS[option];
  if (kind === undefined) return;
  const check: (at: string, value: any) => unknown = KINDS[kind];
  if (Array.isArray(value)) {
    value.forEach((item, i) => check(`${at}[${i}]`, item));
    if (kind === 'spread') requireNoFault({ rule: 'kubernetes/topology-spread' }, at, repeatedSpread(value));
  } else {check(at, value);}
}

function requireKey(at: string, key: string): void {
  if (!isQualifiedName(key)) refuse({ rule: 'kubernetes/qualified-name' }, at, key, `${LABEL_WORDS}, and before a slash a domain in lowercase`, "'acme.example/team'", LABELS);
}

function requireNoFault({ rule }: { readonly rule: ImmediateRuleId }, at: string, fault: Fault | undefined): void {
  if (fault) throw new ViolationError({ rule, reason: `'${at}${fault.at}' ${fault.reason}, and the API server refuses the pods then`, remedy: fault.remedy, link: SCHEDULING });
}

function refuse({ rule }: { readonly rule: ImmediateRuleId }, at: string, value: string, words: string, example: string, link: string): never {
  throw new ViolationError({
    rule,
    reason: `'${at}' has ${printable(at, value)}, and Kubernetes takes ${words}`,
    remedy: `Write another one, for example ${example}`,
    link,
  });
}
