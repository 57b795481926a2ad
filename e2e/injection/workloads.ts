import { KubeObject } from '../manifests';

export const NAMESPACE = 'injection';

/** Workloads of many shapes, as others write them. All are chosen by this label. */
export const LABELS = { team: 'shop' };

function pod(name: string, spec: object, metadata: object = {}): KubeObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: NAMESPACE, labels: LABELS, ...metadata }, spec } as KubeObject;
}

const RESOURCES = { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '250m', memory: '256Mi' } };
const WEB = { name: 'web', image: 'nginx:1.29', resources: RESOURCES };

/** By what they show. */
export const PODS: Record<string, KubeObject> = {
  'an account of its own': pod('own-account', { serviceAccountName: 'web', containers: [WEB] }),
  'no account': pod('no-account', { containers: [WEB] }),
  'no account, and no token': pod('no-token', { automountServiceAccountToken: false, containers: [WEB] }),
  'an account of its own, and no token': pod('own-account-no-token', { serviceAccountName: 'web', automountServiceAccountToken: false, containers: [WEB] }),
  'no account, and the token of it': pod('default-token', { automountServiceAccountToken: true, containers: [WEB] }),
  'a pod that ends': pod('ends', { serviceAccountName: 'web', restartPolicy: 'Never', containers: [WEB] }),
  'several containers, volumes and an annotation': pod('many', {
    serviceAccountName: 'web',
    initContainers: [
      { name: 'migrate', image: 'migrate:1', resources: RESOURCES, env: [{ name: 'DD_TRACE_AGENT_URL', value: 'http://traces:8126' }] },
      { name: 'wait', image: 'wait:1', resources: RESOURCES },
    ],
    containers: [
      { ...WEB, env: [{ name: 'LEVEL', value: 'debug' }], volumeMounts: [{ name: 'data', mountPath: '/data' }] },
      { name: 'cache', image: 'redis:8', resources: RESOURCES, env: [{ name: 'DD_DOGSTATSD_URL', value: 'udp://metrics:8125' }], ports: [{ containerPort: 6379 }] },
    ],
    volumes: [{ name: 'data', emptyDir: {} }],
  }, { annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes': 'data' } }),
  'a service tag of its own': pod('tagged', { serviceAccountName: 'web', containers: [WEB] }, { labels: { ...LABELS, 'tags.datadoghq.com/env': 'own' } }),
  'the DNS of its node': pod('node-dns', { serviceAccountName: 'web', dnsPolicy: 'Default', containers: [WEB] }),
};

/** Pods that the policies must leave alone. */
export const OTHERS: Record<string, KubeObject> = {
  'another label': pod('other-label', { containers: [WEB] }, { labels: { team: 'pay' } }),
  'a pod of Datadog': pod('datadog', { containers: [WEB] }, { labels: { ...LABELS, 'agent.datadoghq.com/component': 'agent' } }),
  'a pod with the Agent': pod('has-agent', { containers: [WEB, { ...WEB, name: 'datadog-agent-injected' }] }),
  'a pod with a volume of that name': pod('has-volume', { containers: [WEB], volumes: [{ name: 'datadog-agent-token', emptyDir: {} }] }),
  'a pod with resources as a whole': pod('as-a-whole', { containers: [WEB], resources: { requests: { cpu: '500m', memory: '1Gi' } } }),
  'a pod for Windows': pod('windows', { containers: [WEB], nodeSelector: { 'kubernetes.io/os': 'windows' } }),
  'a pod of a DaemonSet': pod('daemon', { containers: [WEB] }, {
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'daemon', uid: '00000000-0000-0000-0000-000000000001' }],
  }),
};

/** CoreDNS with the labels, the account and the DNS policy that EKS gives it. */
export const CORE_DNS: KubeObject[] = [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'coredns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns', 'eks.amazonaws.com/component': 'coredns' } } },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'coredns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns', 'eks.amazonaws.com/component': 'coredns', 'kubernetes.io/name': 'CoreDNS' } },
    spec: {
      replicas: 1,
      selector: { matchLabels: { 'k8s-app': 'kube-dns', 'eks.amazonaws.com/component': 'coredns' } },
      template: {
        metadata: { labels: { 'k8s-app': 'kube-dns', 'eks.amazonaws.com/component': 'coredns' } },
        spec: {
          serviceAccountName: 'coredns',
          priorityClassName: 'system-cluster-critical',
          dnsPolicy: 'Default',
          tolerations: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }, { key: 'CriticalAddonsOnly', operator: 'Exists' }],
          containers: [{
            name: 'coredns',
            image: 'coredns:1',
            args: ['-conf', '/etc/coredns/Corefile'],
            resources: { requests: { cpu: '100m', memory: '70Mi' }, limits: { memory: '170Mi' } },
            ports: [
              { containerPort: 53, name: 'dns', protocol: 'UDP' },
              { containerPort: 53, name: 'dns-tcp', protocol: 'TCP' },
              { containerPort: 9153, name: 'metrics', protocol: 'TCP' },
            ],
            securityContext: { allowPrivilegeEscalation: false, capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] }, readOnlyRootFilesystem: true },
            volumeMounts: [{ name: 'config-volume', mountPath: '/etc/coredns', readOnly: true }],
          }],
          volumes: [{ name: 'config-volume', configMap: { name: 'coredns', items: [{ key: 'Corefile', path: 'Corefile' }] } }],
        },
      },
    },
  },
];
