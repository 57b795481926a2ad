import { serviceOfClusterAgent } from './service';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { EXTENSION_API_SERVER, EXTERNAL_METRICS } from '../../facts/external-metrics';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { componentLabels } from '../labels';
import { accountSubject, bindingTo } from '../rbac';

/** What makes the Cluster Agent the server of external metrics; nothing where that is off. */
export function externalMetricsManifests({ features, namespace }: ClusterModel): Manifest[] {
  if (!features.externalMetrics) return [];
  const { serviceName, port, portName, group, version, groupPriorityMinimum, versionPriority } = EXTERNAL_METRICS;
  const { readerRole, readerNamespace, delegatorRole } = EXTENSION_API_SERVER;
  const labels = componentLabels(CLUSTER_AGENT.component);
  const subjects = () => [accountSubject(CLUSTER_AGENT.name, namespace)];
  return [
    serviceOfClusterAgent(serviceName, namespace, { name: portName, port, targetPort: portName, protocol: 'TCP' }),
    // It asks the API server who its callers are, and what they may do.
    bindingTo({ name: `${CLUSTER_AGENT.name}-system-auth-delegator`, labels, kind: 'ClusterRole', role: delegatorRole, subjects: subjects() }),
    // The Role is in kube-system alone, and a binding of another namespace would find none.
    bindingTo({ name: `${CLUSTER_AGENT.name}-apiserver`, namespace: readerNamespace, labels, kind: 'Role', role: readerRole, subjects: subjects() }),
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: `${version}.${group}`, labels: { ...labels } },
      spec: {
        service: { name: serviceName, namespace, port },
        group,
        version,
        // The Cluster Agent signs its certificate itself, anew at every start.
        insecureSkipTLSVerify: true,
        groupPriorityMinimum,
        versionPriority,
      },
    },
  ];
}
