import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../src/model/cluster-description';

/** A recipe of source 004 for the Operator, as keys and values, with what of it is another here and why. */
export interface OperatorRecipe {
  readonly title: string;
  /** The same cluster in our words. */
  readonly cluster: Partial<ClusterDescription>;
  readonly spec: object;
  /** Instances of checks by their name, wherever the recipe has them: in files, or in annotations of Services. */
  readonly checks: { readonly [check: string]: object };
  /** Keys, or what stands above them, that have another value here or are not there. */
  readonly reasons: { readonly [key: string]: string };
}

const MASTER = { key: 'node-role.kubernetes.io/master', operator: 'Exists', effect: 'NoSchedule' };
const OF_RKE = [
  { key: 'node-role.kubernetes.io/controlplane', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node-role.kubernetes.io/etcd', operator: 'Exists', effect: 'NoExecute' },
];
const FOLDER = '/etc/kubernetes/pki/etcd';

/** Keys that every recipe with a whole cluster has. Values in angle brackets of the page are the user's. */
const GLOBAL = { credentials: { apiKey: 'user', appKey: 'user' }, clusterName: 'prod-tokyo', kubelet: { tlsVerify: false } };
const GLOBAL_REASONS = {
  '.spec.global.credentials.apiKey': 'keys are in a Secret, which the spec names',
  '.spec.global.credentials.appKey': 'it is for external metrics alone, and those are off',
};
const IMAGES = { clusterAgent: { image: { name: 'gcr.io/datadoghq/cluster-agent:latest' } }, nodeAgent: { image: { name: 'gcr.io/datadoghq/agent:latest' } } };
const IMAGE_REASONS = {
  '.spec.override.clusterAgent.image.name': 'the registry is said once, and the version is an exact one',
  '.spec.override.nodeAgent.image.name': 'the registry is said once, and the version is an exact one',
};
const AUTOCONF = 'DD_IGNORE_AUTOCONF does the same without a volume';
const FILES = 'the files alone are mounted, each read-only, and not the folder with every other key';
const BOOLEAN = 'truth values are no text';

const etcdOfHost = (folder: string, cert: string, key: string, ca: string) => ({
  prometheus_url: 'https://%%host%%:2379/metrics', tls_ca_cert: `/host${folder}/${ca}`, tls_cert: `/host${folder}/${cert}`, tls_private_key: `/host${folder}/${key}`,
});
const secure = (port: number) => ({ prometheus_url: `https://%%host%%:${port}/metrics`, ssl_verify: false, bearer_token_auth: true });
const API_SERVER = { prometheus_url: 'https://%%host%%:%%port%%/metrics', bearer_token_auth: 'true' };
const API_SERVER_REASONS = {
  '.checks.kube_apiserver_metrics.prometheus_url': 'with more than one port the name of the port says which',
  '.checks.kube_apiserver_metrics.bearer_token_auth': BOOLEAN,
};

function kubeadm(...silenced: readonly string[]) {
  return {
    global: GLOBAL,
    override: {
      ...IMAGES,
      nodeAgent: {
        ...IMAGES.nodeAgent,
        extraConfd: { configMap: { name: 'datadog-checks' } },
        containers: {
          agent: {
            volumeMounts: [
              { name: 'etcd-certs', readOnly: true, mountPath: `/host${FOLDER}` },
              ...silenced.map(check => ({ name: `disable-${check}`, mountPath: `/etc/datadog-agent/conf.d/${check}.d` })),
            ],
          },
        },
        volumes: [{ name: 'etcd-certs', hostPath: { path: FOLDER } }, ...silenced.map(check => ({ name: `disable-${check}`, emptyDir: {} }))],
        tolerations: [MASTER],
      },
    },
  };
}

function kubeadmReasons(...silenced: readonly string[]) {
  return {
    ...GLOBAL_REASONS,
    ...IMAGE_REASONS,
    '.spec.override.nodeAgent.extraConfd.configMap.name': 'a ConfigMap all the same, under the name that it has in the plain manifests',
    [`.spec.override.nodeAgent.containers.agent.volumeMounts[/host${FOLDER}]`]: FILES,
    '.spec.override.nodeAgent.volumes[etcd-certs]': FILES,
    ...Object.fromEntries(silenced.flatMap(check => [
      [`.spec.override.nodeAgent.containers.agent.volumeMounts[/etc/datadog-agent/conf.d/${check}.d]`, AUTOCONF],
      [`.spec.override.nodeAgent.volumes[disable-${check}]`, AUTOCONF],
    ])),
    '.checks.etcd.tls_cert': 'the certificate for clients, where that of the server would let its holder pass for etcd',
    '.checks.etcd.tls_private_key': 'the certificate for clients, where that of the server would let its holder pass for etcd',
  };
}

const CLUSTER_CHECK_RUNNER = 'spec.override.clusterChecksRunner';
const SSL_VERIFY = 'the name of the option by now is tls_verify';

const rke = {
  features: { clusterChecks: { enabled: true } },
  global: GLOBAL,
  override: {
    nodeAgent: {
      containers: { agent: { volumeMounts: [{ name: 'etcd-certs', readOnly: true, mountPath: '/host/opt/rke/etc/kubernetes/ssl' }] } },
      volumes: [{ name: 'etcd-certs', hostPath: { path: '/opt/rke/etc/kubernetes/ssl' } }],
      tolerations: OF_RKE,
    },
  },
};
const BY_NODE = 'the files are called by the address of their node, and the key is another file; a script copies those of the node to fixed names';
const RKE_REASONS = {
  ...GLOBAL_REASONS,
  '.spec.override.nodeAgent.containers.agent.volumeMounts[/host/opt/rke/etc/kubernetes/ssl]': `${BY_NODE}, and the Agent sees the copies alone`,
  '.spec.override.nodeAgent.volumes[etcd-certs]': 'the same folder, under the name that the volume has in the plain manifests',
  ...API_SERVER_REASONS,
  '.checks.etcd.tls_ca_cert': BY_NODE,
  '.checks.etcd.tls_cert': BY_NODE,
  '.checks.etcd.tls_private_key': BY_NODE,
};
const GONE = 'ports without TLS are gone since Kubernetes 1.22 and 1.23';

export const RECIPES: readonly OperatorRecipe[] = [
  {
    title: 'kubeadm, insecure ports',
    cluster: { platform: { fact: PLATFORMS.kubeadm, kubernetesVersion: '1.21' }, nodeAgent: { kubeletTlsVerify: false } },
    spec: kubeadm('etcd'),
    checks: { etcd: etcdOfHost(FOLDER, 'server.crt', 'server.key', 'ca.crt') },
    reasons: kubeadmReasons('etcd'),
  },
  {
    title: 'kubeadm, secure ports',
    cluster: { platform: { fact: PLATFORMS.kubeadm, kubernetesVersion: '1.35' }, nodeAgent: { kubeletTlsVerify: false } },
    spec: kubeadm('etcd', 'kube_scheduler', 'kube_controller_manager'),
    checks: { etcd: etcdOfHost(FOLDER, 'server.crt', 'server.key', 'ca.crt'), kube_scheduler: secure(10259), kube_controller_manager: secure(10257) },
    reasons: {
      ...kubeadmReasons('etcd', 'kube_scheduler', 'kube_controller_manager'),
      '.checks.kube_scheduler.ssl_verify': SSL_VERIFY,
      '.checks.kube_controller_manager.ssl_verify': SSL_VERIFY,
    },
  },
  {
    title: 'EKS',
    cluster: { platform: { fact: PLATFORMS.eks } },
    spec: {},
    checks: { kube_apiserver_metrics: API_SERVER },
    reasons: API_SERVER_REASONS,
  },
  {
    title: 'OpenShift 4',
    cluster: { platform: { fact: PLATFORMS.openShift4, kubernetesVersion: '1.26' }, clusterCheckRunners: { enabled: true } },
    spec: {
      override: {
        clusterChecksRunner: {
          containers: {
            agent: {
              volumeMounts: [
                { name: 'etcd-certs', readOnly: true, mountPath: '/etc/etcd-certs' },
                { name: 'disable-etcd-autoconf', mountPath: '/etc/datadog-agent/conf.d/etcd.d' },
              ],
            },
          },
          volumes: [{ name: 'etcd-certs', secret: { secretName: 'kube-etcd-client-certs' } }, { name: 'disable-etcd-autoconf', emptyDir: {} }],
        },
      },
    },
    checks: {
      kube_apiserver_metrics: API_SERVER,
      etcd: {
        prometheus_url: 'https://%%host%%:%%port%%/metrics',
        tls_ca_cert: '/etc/etcd-certs/etcd-client-ca.crt',
        tls_cert: '/etc/etcd-certs/etcd-client.crt',
        tls_private_key: '/etc/etcd-certs/etcd-client.key',
      },
      kube_controller_manager: { prometheus_url: 'https://%%host%%:%%port%%/metrics', ssl_verify: 'false', bearer_token_auth: 'true' },
      kube_scheduler: { prometheus_url: 'https://%%host%%:%%port%%/metrics', ssl_verify: 'false', bearer_token_auth: 'true' },
    },
    reasons: {
      ...API_SERVER_REASONS,
      [`.${CLUSTER_CHECK_RUNNER}.containers.agent.volumeMounts[/etc/etcd-certs].name`]: 'the name that the volume has in the plain manifests',
      [`.${CLUSTER_CHECK_RUNNER}.containers.agent.volumeMounts[/etc/datadog-agent/conf.d/etcd.d]`]: AUTOCONF,
      [`.${CLUSTER_CHECK_RUNNER}.volumes[etcd-certs]`]: 'the name that the volume has in the plain manifests; the Secret is a copy under a name of its own',
      [`.${CLUSTER_CHECK_RUNNER}.volumes[disable-etcd-autoconf]`]: AUTOCONF,
      '.checks.etcd.prometheus_url': 'the Service has more than one port, and etcd-metrics alone trusts these certificates',
      ...Object.fromEntries(['tls_ca_cert', 'tls_cert', 'tls_private_key'].map(option => [`.checks.etcd.${option}`, 'one name whatever the keys of the Secret are called, which changed with 4.14'])),
      ...Object.fromEntries(['kube_controller_manager', 'kube_scheduler'].flatMap(check => [
        [`.checks.${check}.prometheus_url`, 'with more than one port the name of the port says which'],
        [`.checks.${check}.ssl_verify`, SSL_VERIFY],
        [`.checks.${check}.bearer_token_auth`, BOOLEAN],
      ])),
    },
  },
  {
    title: 'OpenShift 3',
    cluster: { platform: { fact: PLATFORMS.openShift3 }, clusterCheckRunners: { enabled: true } },
    spec: {
      override: {
        clusterChecksRunner: {
          containers: {
            agent: {
              volumeMounts: [
                { name: 'etcd-certs', readOnly: true, mountPath: '/host/etc/etcd' },
                { name: 'disable-etcd-autoconf', mountPath: '/etc/datadog-agent/conf.d/etcd.d' },
              ],
            },
          },
          volumes: [{ name: 'etcd-certs', hostPath: { path: '/etc/etcd' } }, { name: 'disable-etcd-autoconf', emptyDir: {} }],
        },
      },
    },
    checks: {
      kube_apiserver_metrics: API_SERVER,
      etcd: {
        prometheus_url: 'https://%%host%%:%%port%%/metrics',
        tls_ca_cert: '/host/etc/etcd/ca/ca.crt',
        tls_cert: '/host/etc/etcd/server.crt',
        tls_private_key: '/host/etc/etcd/server.key',
      },
      kube_controller_manager: { prometheus_url: 'https://%%host%%:%%port%%/metrics', ssl_verify: 'false', bearer_token_auth: 'true' },
      kube_scheduler: { prometheus_url: 'https://%%host%%:%%port%%/metrics', ssl_verify: 'false', bearer_token_auth: 'true' },
    },
    reasons: {
      ...API_SERVER_REASONS,
      [`.${CLUSTER_CHECK_RUNNER}.containers.agent.volumeMounts[/host/etc/etcd]`]: FILES,
      [`.${CLUSTER_CHECK_RUNNER}.containers.agent.volumeMounts[/etc/datadog-agent/conf.d/etcd.d]`]: AUTOCONF,
      [`.${CLUSTER_CHECK_RUNNER}.volumes[etcd-certs]`]: FILES,
      [`.${CLUSTER_CHECK_RUNNER}.volumes[disable-etcd-autoconf]`]: AUTOCONF,
      '.checks.etcd.prometheus_url': 'the Service is our own, and its port is known',
      '.checks.etcd.tls_ca_cert': 'etcd/ca is on the first host alone, and has the key of the authority',
      ...Object.fromEntries(['kube_controller_manager', 'kube_scheduler'].flatMap(check => [
        [`.checks.${check}.prometheus_url`, 'the Service is our own, and its port is known'],
        [`.checks.${check}.ssl_verify`, SSL_VERIFY],
        [`.checks.${check}.bearer_token_auth`, BOOLEAN],
      ])),
    },
  },
  {
    title: 'Rancher 2.5 and newer',
    cluster: { platform: { fact: PLATFORMS.rke, kubernetesVersion: '1.30', hostPrefix: '/opt/rke' }, nodeAgent: { kubeletTlsVerify: false } },
    spec: rke,
    checks: {
      kube_apiserver_metrics: API_SERVER,
      kube_scheduler: { prometheus_url: 'http://%%host%%:10251/metrics' },
      kube_controller_manager: { prometheus_url: 'http://%%host%%:10252/metrics' },
      etcd: etcdOfHost('/opt/rke/etc/kubernetes/ssl', 'kube-etcd-<node-ip>.pem', 'kube-etcd-<node-ip>.pem', 'kube-ca.pem'),
    },
    reasons: { ...RKE_REASONS, '.checks.kube_scheduler.prometheus_url': GONE, '.checks.kube_controller_manager.prometheus_url': GONE },
  },
  {
    title: 'Rancher before 2.5',
    cluster: { platform: { fact: PLATFORMS.rkeLegacy, hostPrefix: '/opt/rke' }, nodeAgent: { kubeletTlsVerify: false } },
    spec: rke,
    checks: {
      kube_apiserver_metrics: API_SERVER,
      kube_controller_manager: { prometheus_url: 'http://%%host%%:10252/metrics' },
      kube_scheduler: { prometheus_url: 'http://%%host%%:10251/metrics' },
      etcd: etcdOfHost('/etc/kubernetes/ssl', 'kube-etcd-<...>.pem', 'kube-etcd-<...>-key.pem', 'kube-ca.pem'),
    },
    reasons: RKE_REASONS,
  },
];
