import { DELIVERIES } from '../../../src/facts/deliveries';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { ClusterModel } from '../../../src/model/cluster-model';
import { DeliveredCluster } from '../../../src/parts/delivered-cluster';
import { fullDescription } from '../helm-values/full-models';
import { clusterModel } from '../models';

/** A cluster that the Operator delivers, with defaults but for what is given. */
export function delivered(description: Partial<ClusterDescription> = {}, more: Partial<DeliveredCluster> = {}): DeliveredCluster {
  return { model: operatorModel(description), nodeParts: [], runnerParts: [], labels: {}, ...more };
}

export function operatorModel(description: Partial<ClusterDescription> = {}): ClusterModel {
  return clusterModel({ delivery: DELIVERIES.operator, ...description });
}

const amounts = { cpu: '300m', memory: '512Mi', cpuLimit: '1', memoryLimit: '1Gi' };

/** Everything that can be said of nodes, but for what the Operator cannot do. */
export function fullNodes(): ClusterDescription {
  const { sidecar, clusterAgent, platform, ...rest } = fullDescription();
  const { replicas, cpu, memory, topologySpreadConstraints, checks, ...pod } = clusterAgent!;
  const on = { enabled: true };
  return {
    ...rest,
    delivery: DELIVERIES.operator,
    platform: { fact: PLATFORMS.eks, kubernetesVersion: '1.35' },
    clusterAgent,
    features: {
      ...rest.features,
      apm: { socketEnabled: true, portEnabled: true, instrumentation: { enabled: true, languageDetection: true } },
      dogstatsd: { socketEnabled: true, portEnabled: true, originDetection: true, tagCardinality: 'orchestrator' },
      events: { unbundle: true, collectedTypes: [{ kind: 'Pod', reasons: ['BackOff'] }, { kind: 'Node' }] },
      admissionController: { ...on, mutateUnlabelled: true, failurePolicy: 'Fail', configMode: 'hostip' },
      networkMonitoring: on,
      universalServiceMonitoring: on,
      serviceDiscovery: on,
      remoteConfiguration: on,
    },
    nodeAgent: {
      ...pod,
      resources: amounts,
      traceAgentResources: amounts,
      systemProbeResources: amounts,
      maxUnavailable: '2',
      hostNetwork: true,
      hostPid: true,
      containerRuntime: 'cri-o',
      criSocketPath: '/run/crio/crio.sock',
      kubeletTlsVerify: false,
      kubeletCaPath: '/etc/kubernetes/ca.crt',
      oldestKubeletVersion: '1.32',
      ignoreAutoConf: ['redisdb'],
      checks: [{ name: 'nginx', file: 'shop', adIdentifiers: ['nginx'], instances: [{ url: 'http://%%host%%/' }], initConfig: { a: 1 }, logs: [{ service: 'shop' }] }],
    },
  };
}
