import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { Manifest } from '../../../src/manifest/manifest';
import { object } from '../fixtures';

type Json = any;

/** Contexts of clusters whose control plane somebody watches. */
export const CHECK_HOSTS = {
  KUBEADM: { platform: PLATFORMS.kubeadm, kubernetesVersion: '1.35', complete: true },
  OPENSHIFT: { platform: PLATFORMS.openShift4, kubernetesVersion: '1.31', complete: true },
  RKE: { platform: PLATFORMS.rke, kubernetesVersion: '1.30', complete: true },
  RKE_LEGACY: { platform: PLATFORMS.rkeLegacy, kubernetesVersion: '1.18', complete: true },
};

interface Pod {
  readonly volumes?: readonly Json[];
  /** Of the container that runs checks. */
  readonly mounts?: readonly Json[];
  readonly initContainers?: readonly Json[];
  readonly tolerations?: readonly Json[];
  readonly providers?: string;
}

function template(component: string, { volumes = [], mounts = [], initContainers = [], tolerations = [], providers }: Pod): Json {
  return {
    metadata: { labels: { 'agent.datadoghq.com/component': component } },
    spec: {
      tolerations,
      initContainers,
      containers: [{ name: 'agent', volumeMounts: mounts, env: providers ? [{ name: 'DD_EXTRA_CONFIG_PROVIDERS', value: providers }] : [] }],
      volumes,
    },
  };
}

/** A Deployment of cluster check runners. */
export function runner(pod: Pod = {}): Manifest {
  return object('apps/v1', 'Deployment', 'datadog/runners', { spec: { template: template('cluster-checks-runner', { providers: 'clusterchecks', ...pod }) } });
}

/** Node Agents that load the file `nodeFile` makes. */
export function daemonSet(pod: Pod = {}): Manifest {
  const confd = { name: 'confd', configMap: { name: 'node-checks' } };
  return object('apps/v1', 'DaemonSet', 'datadog/agents', {
    spec: {
      template: template('agent', {
        providers: 'endpointschecks',
        ...pod,
        volumes: [confd, ...pod.volumes ?? []],
        initContainers: [{ name: 'init-config', volumeMounts: [{ name: 'confd', mountPath: '/conf.d' }] }, ...pod.initContainers ?? []],
      }),
    },
  });
}

export function nodeFile(file: string, content: Json): Manifest {
  return object('v1', 'ConfigMap', 'datadog/node-checks', { data: { [file]: JSON.stringify(content) } });
}

/** A Cluster Agent that loads the files, by their path below conf.d. */
export function clusterAgent(files: { readonly [path: string]: Json }, name = 'datadog/cluster-agent'): [Manifest, Manifest] {
  const items = Object.keys(files).map((path, at) => ({ key: `file-${at}`, path }));
  return [
    object('apps/v1', 'Deployment', name, {
      spec: {
        template: {
          metadata: { labels: { 'agent.datadoghq.com/component': 'cluster-agent' } },
          spec: {
            containers: [{ name: 'cluster-agent', volumeMounts: [{ name: 'confd', mountPath: '/conf.d' }] }],
            volumes: [{ name: 'confd', configMap: { name: `${name.split('/').pop()}-confd`, items } }],
          },
        },
      },
    }),
    object('v1', 'ConfigMap', `${name}-confd`, {
      data: Object.fromEntries(Object.values(files).map((content, at) => [`file-${at}`, JSON.stringify(content)])),
    }),
  ];
}

export function endpoints(namespace: string, name: string, instances: readonly Json[], resolve?: string): Json {
  const service = { namespace, name, ...resolve && { resolve } };
  return { cluster_check: true, advanced_ad_identifiers: [{ kube_endpoints: service }], init_config: {}, instances };
}
