import { fullNodeDescription } from './full-models';
import { COMMON_SOURCE } from '../../../src/facts/control-plane/common';
import { PermissionFact } from '../../../src/facts/permission';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterModel } from '../../../src/model/cluster-model';
import { resolveSidecarInjection } from '../../../src/model/sidecar-injection';
import { DeliveredCluster } from '../../../src/parts/delivered-cluster';
import { clusterModel } from '../models';

/** A cluster to which constructs add nothing, but for what is given. */
export function delivered(model: ClusterModel, more: Partial<DeliveredCluster> = {}): DeliveredCluster {
  return { model, nodeParts: [], runnerParts: [], labels: {}, ...more };
}

const PERMISSION: PermissionFact = { scope: 'cluster', nonResourceUrls: ['/metrics'], verbs: ['get'], ...COMMON_SOURCE };

/** The webhook of a cluster on Fargate. */
export function webhook(model = clusterModel({ features: { admissionController: { enabled: true }, logs: { enabled: true } } })) {
  return resolveSidecarInjection({
    via: { kind: 'datadogWebhook' },
    namespaces: ['shop'],
    podLabels: { team: 'shop' },
    serviceAccounts: [{ namespace: 'shop', name: 'web' }],
  }, model);
}

/** A cluster to which constructs add everything that they can. */
export function deliveredPart(): DeliveredCluster {
  const model = clusterModel({ ...fullNodeDescription(), platform: { fact: PLATFORMS.eks }, nodeAgent: {}, clusterAgentTls: undefined });
  return delivered(model, {
    labels: { owner: 'platform' },
    nodeParts: [{
      env: { agent: [{ name: 'DD_MORE', value: 'a' }], every: [{ name: 'DD_EVERYWHERE', value: 'b' }] },
      ports: { 'agent': [{ name: 'more', containerPort: 9999 }], 'trace-agent': [{ name: 'traces', containerPort: 9998 }] },
      volumes: [{
        volume: { name: 'keys', hostPath: { path: '/etc/keys' } },
        mounts: { agent: [{ mountPath: '/keys', readOnly: true }], copier: [{ mountPath: '/from' }] },
      }],
      containers: ['trace-agent'],
      initContainers: [{
        name: 'copier',
        image: model.agentImage,
        command: ['bash', '-c'],
        args: ['echo "$NODE_IP"'],
        env: [{ name: 'NODE_IP', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.hostIP' } } }],
        securityContext: { capabilities: { add: ['DAC_OVERRIDE'] } },
      }],
      tolerations: [{ key: 'dedicated', operator: 'Exists' }],
      checkFiles: { 'etcd.yaml': { init_config: {}, instances: [{ prometheus_url: 'https://%%host%%:2379/metrics' }] } },
      ignoreAutoConf: ['etcd'],
      permissions: [PERMISSION],
      hostNetwork: false,
    }],
    runnerParts: [{
      volumes: [{ name: 'keys', hostPath: { path: '/etc/keys' } }],
      volumeMounts: [{ name: 'keys', mountPath: '/keys' }],
      ignoreAutoConf: ['etcd'],
      permissions: [PERMISSION],
      nodeSelector: { 'node-role.kubernetes.io/master': 'true' },
      tolerations: [{ key: 'node-role.kubernetes.io/master', operator: 'Exists' }],
    }],
    webhook: webhook(),
  });
}
