import { RunbookCluster, Section, sidecarWorkloads } from './cluster';
import { tableRow } from '../../base/markdown';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { namespaceOf } from '../../manifest/manifest';
import { connectedToNodeAgents, nodeAgents } from '../../manifest/node-agents';
import { outsideClusterDns } from '../../manifest/pod-dns';
import { FIXED_ADDRESS_SERVICE } from '../cluster-agent/fixed-address';

/** What was deployed where. */
export function deployed({ model, manifests, secrets }: RunbookCluster): Section {
  const { namespace, clusterAgentAddress, clusterCheckRunners } = model;
  const row = (...cells: readonly string[]) => tableRow(cells);
  const sidecars = sidecarWorkloads(manifests);
  const withoutNames = model.clusterAgentAddressUrl === undefined ? '; resolves no names of the cluster' : '; reaches the Cluster Agent by its address';
  return {
    title: 'What is where',
    lines: [
      row('what', 'where', 'more'),
      '|---|---|---|',
      row('Cluster Agent', `Deployment \`${namespace}/${CLUSTER_AGENT.name}\``, `${model.clusterAgent.replicas} pods; \`${model.clusterAgentUrl}\``),
      ...clusterAgentAddress ? [row(
        'its fixed address',
        `Service \`${namespace}/${FIXED_ADDRESS_SERVICE}\``,
        `\`${clusterAgentAddress.ip}\`, for pods that resolve no names of the cluster`,
      )] : [],
      ...clusterCheckRunners
        ? [row('cluster check runners', `Deployment \`${namespace}/${model.delivery.runners.name}\``, `${clusterCheckRunners.replicas} pods`)]
        : [],
      ...nodeAgents(manifests).map(({ manifest }) =>
        row('node Agent', `DaemonSet \`${manifest.metadata?.namespace}/${manifest.metadata?.name}\``, 'one pod on each node that it tolerates')),
      ...sidecars.map(({ kind, namespace: at, name, account, at: { pod } }) => row(
        'Agent as a sidecar',
        `${kind} \`${at}/${name}\``,
        `ServiceAccount \`${account}\`${outsideClusterDns(pod) === undefined ? '' : withoutNames}`,
      )),
      ...connectedToNodeAgents(manifests).map(({ manifest }) =>
        row('sends to the Agent of its node', `${manifest.kind} \`${namespaceOf(manifest)}/${manifest.metadata?.name}\``, '')),
      ...[...secrets].map(([at, from]) => row('Secret', `namespace \`${at}\``, from)),
    ],
  };
}
