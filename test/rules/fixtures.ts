import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { Manifest } from '../../src/manifest/manifest';
import { ManifestSet } from '../../src/manifest/manifest-set';
import { ALL_RULES } from '../../src/rules/all-rules';
import { RuleContext } from '../../src/rules/rule';
import { runRules } from '../../src/rules/run-rules';

type Json = any;

/** A context in which every rule applies. */
export const FARGATE: Omit<RuleContext, 'manifests'> = { platform: PLATFORMS.eksFargate, complete: true };

/** A cluster with EC2 nodes, and Fargate for the namespaces `shop` and, with a label, `jobs`. */
export const MIXED: Omit<RuleContext, 'manifests'> = {
  platform: PLATFORMS.eks,
  complete: true,
  fargateProfiles: [
    { name: 'shop', selectors: [{ namespace: 'shop', labels: {} }] },
    { name: 'jobs', selectors: [{ namespace: 'jobs', labels: { run: 'fargate' } }] },
  ],
};

/** The same without a profile. */
export const EC2: Omit<RuleContext, 'manifests'> = { ...MIXED, fargateProfiles: [] };

/** A cluster with SecurityContextConstraints. */
export const OPENSHIFT: Omit<RuleContext, 'manifests'> = { platform: PLATFORMS.openShift4, complete: true };

/** What one rule finds in the manifests; each has its namespace and name, or its name alone, for a path. */
export function check(id: string, manifests: Manifest[], context: Omit<RuleContext, 'manifests'> = FARGATE) {
  const rule = ALL_RULES.filter(r => r.id === id);
  expect(rule).toHaveLength(1);
  const found = runRules({ ...context, manifests: manifestSet(manifests) }, rule);
  for (const { reason, remedy } of found) {
    expect(reason).toMatch(/\S[^.]$/);
    expect(remedy).toMatch(/^[A-Z].*[^.]$/s);
  }
  return found.map(({ severity, remedy, link, ...told }) => told);
}

/** What the rule tells to do about each finding. */
export function remedies(id: string, manifests: Manifest[], context: Omit<RuleContext, 'manifests'> = FARGATE): string[] {
  return runRules({ ...context, manifests: manifestSet(manifests) }, ALL_RULES.filter(r => r.id === id)).map(({ remedy }) => remedy);
}

export function manifestSet(manifests: Manifest[]): ManifestSet {
  return new ManifestSet(manifests.map(manifest => ({ path: pathOf(manifest), manifest })));
}

function pathOf(manifest: Manifest): string {
  return [manifest?.metadata?.namespace, manifest?.metadata?.name].filter(part => part).join('/');
}

/** A finding at an object, with the telling part of its reason. */
export function finding(rule: string, manifest: Manifest, reason: string) {
  return {
    rule,
    path: pathOf(manifest),
    object: `${manifest.kind} ${pathOf(manifest)}`,
    reason: expect.stringContaining(reason),
  };
}

export function object(apiVersion: string, kind: string, fullName: string, fields: Json = {}): Manifest {
  const [name, namespace] = fullName.split('/').reverse();
  return { apiVersion, kind, metadata: { ...namespace && { namespace }, name }, ...fields };
}

export function deployment(fullName: string, pod: Json, labels?: { [name: string]: string }): Manifest {
  return object('apps/v1', 'Deployment', fullName, { spec: { template: { metadata: { labels: { app: 'web', ...labels } }, spec: pod } } });
}

/** A DaemonSet of Agents for nodes. */
export function nodeAgent(fullName = 'datadog/datadog-agent', pod: Json = {}): Manifest {
  return object('apps/v1', 'DaemonSet', fullName, {
    spec: { template: { metadata: { labels: { 'agent.datadoghq.com/component': 'agent' } }, spec: { containers: [{ name: 'agent' }], ...pod } } },
  });
}

export function job(fullName: string, pod: Json): Manifest {
  return object('batch/v1', 'Job', fullName, { spec: { template: { spec: { restartPolicy: 'Never', ...pod } } } });
}

const RESOURCES = { requests: { cpu: '200m', memory: '256Mi' } };

export const APP = { name: 'web', image: 'web:1', resources: RESOURCES };

/** Env vars by name: text is a literal value, an object is the `valueFrom`, undefined leaves one out. */
export function env(vars: { [name: string]: Json }): Json[] {
  return Object.entries(vars)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => typeof value === 'string' ? { name, value } : { name, valueFrom: value });
}

export function fromSecret(name: string, key: string, more: Json = {}): Json {
  return { secretKeyRef: { name, key, ...more } };
}

/** An Agent as a Fargate sidecar with all that it needs, but for the changes. */
export function agent(vars: { [name: string]: Json } = {}, fields: Json = {}): Json {
  return {
    name: 'datadog-agent-injected',
    image: 'registry.datadoghq.com/agent:7.81.1',
    resources: RESOURCES,
    env: env({
      DD_EKS_FARGATE: 'true',
      DD_API_KEY: fromSecret('datadog-secret', 'api-key'),
      DD_CLUSTER_NAME: 'prod-tokyo',
      DD_KUBERNETES_KUBELET_NODENAME: { fieldRef: { fieldPath: 'spec.nodeName' } },
      DD_CLUSTER_AGENT_ENABLED: 'true',
      DD_CLUSTER_AGENT_AUTH_TOKEN: fromSecret('datadog-secret', 'token'),
      DD_CLUSTER_AGENT_URL: 'https://datadog-cluster-agent.datadog.svc.cluster.local:5005',
      ...vars,
    }),
    ...fields,
  };
}

/** A workload with an Agent in it. */
export function instrumented(fullName: string, changes: { env?: Json; agent?: Json; pod?: Json; labels?: Json } = {}): Manifest {
  const pod = { containers: [APP, agent(changes.env, changes.agent)], ...changes.pod };
  return deployment(fullName, pod, changes.labels);
}

export const TOKEN = '0123456789abcdef0123456789abcdef';

export function secret(fullName: string, stringData: { [key: string]: string } = { 'api-key': 'k', 'token': TOKEN }): Manifest {
  return object('v1', 'Secret', fullName, { stringData });
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

export function externalSecret(fullName: string, spec: Json): Manifest {
  return object('external-secrets.io/v1', 'ExternalSecret', fullName, { spec });
}

const RBAC = 'rbac.authorization.k8s.io';

export function clusterRole(name: string, ...rules: Json[]): Manifest {
  return object(`${RBAC}/v1`, 'ClusterRole', name, { rules });
}

export function clusterRoleBinding(name: string, role: string, ...subjects: Json[]): Manifest {
  return object(`${RBAC}/v1`, 'ClusterRoleBinding', name, { roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role }, subjects });
}

export function serviceAccount(namespace: string, name: string): Json {
  return { kind: 'ServiceAccount', namespace, name };
}

/** A cluster that keeps every rule but the one on literal values. */
export function cluster(): Manifest[] {
  const component = (name: string) => ({ 'agent.datadoghq.com/component': name });
  const keys = { DD_API_KEY: fromSecret('datadog-secret', 'api-key'), DD_CLUSTER_AGENT_AUTH_TOKEN: fromSecret('datadog-secret', 'token') };
  return [
    object('v1', 'Namespace', 'datadog'),
    secret('datadog/datadog-secret'),
    externalSecret('shop/datadog-secret', { data: [{ secretKey: 'api-key' }, { secretKey: 'token' }] }),
    object('v1', 'Service', 'datadog/datadog-cluster-agent', { spec: { ports: [{ port: 5005 }] } }),
    deployment('datadog/datadog-cluster-agent', {
      containers: [{ name: 'cluster-agent', resources: RESOURCES, env: env({ ...keys, DD_CLUSTER_NAME: 'prod-tokyo', DD_CLUSTER_CHECKS_ENABLED: 'true' }) }],
    }, component('cluster-agent')),
    deployment('datadog/datadog-clusterchecks', {
      containers: [{ name: 'agent', resources: RESOURCES, env: env({ ...keys, DD_EXTRA_CONFIG_PROVIDERS: 'clusterchecks' }) }],
    }, component('cluster-checks-runner')),
    instrumented('shop/web', {
      agent: { securityContext: { runAsUser: 100, runAsNonRoot: true }, volumeMounts: [{ name: 'ddsockets', mountPath: '/var/run/datadog' }] },
      pod: { serviceAccountName: 'web', volumes: [{ name: 'ddsockets', emptyDir: {} }], initContainers: [{ name: 'init', ports: [{ containerPort: 80 }] }] },
    }),
    job('shop/night', { serviceAccountName: 'web', shareProcessNamespace: true, containers: [APP, agent({ DD_AUTO_EXIT_NOPROCESS_ENABLED: 'true' })] }),
    object('v1', 'ServiceAccount', 'shop/web', { automountServiceAccountToken: true }),
    clusterRole('datadog-agent-fargate', { apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }),
    clusterRoleBinding('datadog-agent-fargate', 'datadog-agent-fargate', serviceAccount('shop', 'web')),
    { apiVersion: 'v1', kind: 'List', items: [object('v1', 'ConfigMap', 'shop/settings', { data: { a: 'b' } })] },
  ];
}
