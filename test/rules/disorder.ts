import { agent, clusterRoleBinding, deployment, env, externalSecret, instrumented, job, nodeAgent, object } from './fixtures';
import { voidByTheApp } from './void-by-the-app';
import { Manifest } from '../../src/manifest/manifest';

/** Checks of a control plane with everything wrong that can be. */
function watchedByNobody(): Manifest[] {
  const instance = { prometheus_url: 'http://%%host%%:10251/metrics', tls_cert: '/certs/tls.crt', tls_private_key: '/certs/tls.crt' };
  const file = (name: string, resolve?: string) => ({
    cluster_check: true, advanced_ad_identifiers: [{ kube_endpoints: { namespace: 'openshift-etcd', name, ...resolve && { resolve } } }], instances: [instance],
  });
  const files = { 'kube_scheduler.yaml': file('etcd'), 'kube_scheduler.d/kube_scheduler.yaml': file('etcd', 'ip'), 'etcd.yaml': { ad_identifiers: ['etcd'], instances: [instance] } };
  const agents: any = nodeAgent('watch/agents', {
    containers: [{ name: 'agent', env: env({ DD_EXTRA_CONFIG_PROVIDERS: 'endpointschecks' }), volumeMounts: [{ name: 'confd', mountPath: '/conf.d' }, { name: 'certs', mountPath: '/certs' }] }],
    volumes: [
      { name: 'confd', configMap: { name: 'checks', items: Object.keys(files).map((path, at) => ({ key: `f${at}`, path })) } },
      { name: 'certs', secret: { secretName: 'nowhere', items: [{ key: 'x', path: 'x' }] } },
    ],
  });
  return [agents, object('v1', 'ConfigMap', 'watch/checks', { data: Object.fromEntries(Object.values(files).map((content, at) => [`f${at}`, JSON.stringify(content)])) })];
}

/** Cluster Agents that are told wrongly which pods get an Agent, and pods that have one in two ways. */
function webhooks(): Manifest[] {
  const clusterAgent = (name: string, vars: { [name: string]: string }) => deployment(`hooks/${name}`, {
    containers: [{ name: 'x', env: env({ DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_ENABLED: 'true', ...vars }) }],
  });
  const [SELECTORS, PROFILES, PROVIDER] = ['SELECTORS', 'PROFILES', 'PROVIDER'].map(name => `DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_${name}`);
  return [
    clusterAgent('many', { [SELECTORS]: '[{}, {}]', [PROFILES]: '[{}, {"resources": {"requests": {"cpu": "1"}}}]', [PROVIDER]: 'fargat' }),
    clusterAgent('all', { [SELECTORS]: '[{"objectSelector": null, "namespaceSelector": {}}]' }),
    clusterAgent('elsewhere', { [SELECTORS]: '[{"objectSelector": {"matchLabels": {"hooked": "yes"}}}]' }),
    instrumented('hooks/twice', { labels: { hooked: 'yes' } }),
  ];
}

/** Two Cluster Agents without a leader, by the image of the Agent. */
function wrongClusterAgent(): Manifest {
  const manifest: any = deployment('datadog/leaderless', { containers: [{ name: 'cluster-agent', image: 'registry.datadoghq.com/agent:7.81.1' }] }, { 'agent.datadoghq.com/component': 'cluster-agent' });
  manifest.spec.replicas = 2;
  return manifest;
}

/** What brings rules to words that a cluster in order never hears. */
export function disorder(): Manifest[] {
  const host = { hostNetwork: true, hostPID: true, dnsPolicy: 'Default', securityContext: { runAsUser: 7, runAsNonRoot: true } };
  return [
    instrumented('web', { env: { DD_CLUSTER_AGENT_URL: 'http://dca.datadog.svc', DD_API_KEY: 'literal', DD_EXTERNAL_METRICS_PROVIDER_ENABLED: 'true', DD_KUBERNETES_KUBELET_NODENAME: 'x' }, pod: host }),
    instrumented('lost', { env: { DD_CLUSTER_AGENT_URL: undefined, DD_CLUSTER_NAME: 'No Name' }, labels: { 'agent.datadoghq.com/sidecar': 'fargate' } }),
    job('night', { containers: [agent(), agent()], volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] }),
    job('port', { initContainers: [{ name: 'init', ports: [{ containerPort: 80, hostPort: 80 }], securityContext: { privileged: true } }] }),
    object('apps/v1', 'DaemonSet', 'nodes', { spec: { template: { spec: { tolerations: [{ operator: 'Exists' }], containers: [{ name: 'x' }] } } } }),
    nodeAgent('shop/datadog-agent', { hostPID: true, volumes: [{ name: 'proc', hostPath: { path: '/proc' } }] }),
    object('v1', 'Namespace', 'shop', { metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } } }),
    job('gpu', { nodeSelector: { pool: 'gpu' }, tolerations: [{ key: 'gpu', effect: 'NoSchedule' }], containers: [{ name: 'x' }] }),
    job('windows', { os: { name: 'windows' }, containers: [{ name: 'x' }] }),
    job('serverless', { nodeSelector: { 'eks.amazonaws.com/compute-type': 'fargate' }, containers: [{ name: 'x' }] }),
    externalSecret('datadog-secret', { target: { template: { data: { token: '' } } }, dataFrom: [{ extract: { key: 'x' } }] }),
    object('v1', 'Secret', 'shop/datadog-secret', { data: { token: 'c2hvcnQ=' } }),
    clusterRoleBinding('nobody', 'view'),
    clusterRoleBinding('nobody', 'view'),
    object('networking.k8s.io/v1', 'NetworkPolicy', 'shop/closed', { spec: { podSelector: {} } }),
    instrumented('shop/host', { env: { DD_SYSTEM_PROBE_ENABLED: 'true', DD_LOGS_ENABLED: 'true', DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL: 'true' }, pod: { initContainers: [{ name: 'proxy', restartPolicy: 'Always' }] } }),
    instrumented('shop/default', { pod: { serviceAccountName: 'datadog-agent', containers: [agent({}, { resources: { limits: { memory: '256m' } } })] } }),
    object('v1', 'ServiceAccount', 'shop/default', { secrets: [{ name: 'x' }] }),
    job('shop/large', { containers: [{ name: 'x', resources: { requests: { cpu: '32' }, limits: { cpu: '64' } } }] }),
    annotated(job('shop/annotated', { containers: [{ name: 'x' }] }), 'ad.datadoghq.com/x.checks'),
    annotated(object('v1', 'Pod', 'shop/pod', { spec: { containers: [{ name: 'x' }] } }), 'ad.datadoghq.com/y.checks'),
    annotated(object('v1', 'Service', 'shop/web', { spec: { selector: { app: 'web' } } }), 'ad.datadoghq.com/endpoints.checks'),
    deployment('shop/webhook', {
      containers: [{
        name: 'x',
        env: env({
          DD_ADMISSION_CONTROLLER_ENABLED: 'true',
          DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE: 'socket',
          DD_APM_INSTRUMENTATION_ENABLED: 'true',
          DD_APM_INSTRUMENTATION_TARGETS: '[{"namespaceSelector":{"matchNames":["shop"]},"podSelector":{"matchLabels":{}}}]',
        }),
      }],
    }),
    object('v1', 'ConfigMap', 'shop/settings', { data: { 'datadog.yaml': 'api_key: literal' } }),
    instrumented('shop/handles', { env: { DD_PROXY_HTTPS: 'ENC[proxy]', DD_SBOM_ENABLED: 'true', DD_X: 'c0ffee00c0ffee00c0ffee00c0ffee00' } }),
    wrongClusterAgent(),
    nodeAgent('yaml/agents', { containers: [{ name: 'agent', volumeMounts: [{ name: 'x', mountPath: '/conf.d' }] }], volumes: [{ name: 'x', configMap: { name: 'files' } }] }),
    object('v1', 'ConfigMap', 'yaml/files', { data: { 'x.yaml': 'host: %%host%%' } }),
    object('v1', 'ConfigMap', 'shop/Not A Name'),
    ...webhooks(),
    ...['172.20.177.177', '10.96.177.177'].map(clusterIP =>
      object('v1', 'Service', `datadog/at-${clusterIP}`, { spec: { clusterIP, selector: { 'agent.datadoghq.com/component': 'cluster-agent' } } })),
    ...watchedByNobody(),
    object('v1', 'Namespace', 'aws-observability'),
    object('v1', 'ConfigMap', 'aws-logging', { data: {} }),
    object('v1', 'ConfigMap', 'aws-observability/aws-logging', { data: { 'fluent.conf': '#'.repeat(5300), 'output.conf': '[INPUT]\n Name ${X}\n  Kube_URL x' } }),
    object('v1', 'ConfigMap', 'aws-observability/aws-logging', {
      data: { 'filters.conf': '[FILTER]\n Name parser\n Match x\n Parser y', 'output.conf': '[OUTPUT]\n Name es\n Cloud_Auth x\n[OUTPUT]\n Name s3\n[OUTPUT]\n Name cloudwatch\n Match *' },
    }),
    ...voidByTheApp(),
    deployment('shop/mesh', { containers: [{ name: 'x' }] }, { 'sidecar.istio.io/inject': 'true', 'agent.datadoghq.com/component': 'agent' }),
  ];
}

function annotated(manifest: Manifest, key: string): Manifest {
  return { ...manifest, metadata: { ...manifest.metadata, annotations: { [key]: '[]' } } };
}
