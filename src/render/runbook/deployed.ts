import { RunbookCluster, Section, sidecarWorkloads } from './cluster';
import { markdownCode, markdownText, table } from '../../base/markdown';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { namespaceOf } from '../../manifest/manifest';
import { connectedToNodeAgents, nodeAgents } from '../../manifest/node-agents';
import { outsideClusterDns } from '../../manifest/pod-dns';
import { FIXED_ADDRESS_SERVICE } from '../cluster-agent/fixed-address';

/** What was deployed where. */
export function deployed({ model, manifests, secrets, injected }: RunbookCluster): Section {
  const { namespace, clusterAgentAddress, clusterCheckRunners } = model;
  const sidecars = sidecarWorkloads(manifests);
  const withoutNames = model.clusterAgentAddressUrl === undefined ? '; resolves no names of the cluster' : '; reaches the Cluster Agent by its address';
  const named = (kind: string, at: string, name: string | undefined) => `${kind} ${markdownCode(`${at}/${name}`)}`;
  const rows: string[][] = [
    ['Cluster Agent', named('Deployment', namespace, CLUSTER_AGENT.name), `${model.clusterAgent.replicas} pods; ${markdownCode(model.clusterAgentUrl)}`],
    ...clusterAgentAddress ? [[
      'its fixed address',
      named('Service', namespace, FIXED_ADDRESS_SERVICE),
      `${markdownCode(clusterAgentAddress.ip)}, for pods that resolve no names of the cluster`,
    ]] : [],
    ...clusterCheckRunners ? [['cluster check runners', named('Deployment', namespace, model.delivery.runners.name), `${clusterCheckRunners.replicas} pods`]] : [],
    ...nodeAgents(manifests).map(({ manifest }) => ['node Agent', named('DaemonSet', namespaceOf(manifest), manifest.metadata?.name), 'one pod on each node that it tolerates']),
    ...sidecars.map(({ kind, namespace: at, name, account, at: { pod } }) => [
      'Agent as a sidecar',
      named(kind, at, name),
      `ServiceAccount ${markdownCode(account)}${outsideClusterDns(pod) === undefined ? '' : withoutNames}`,
    ]),
    ...injected.map(({ kind, namespace: at, name, by, clusterAgentUrl }) =>
      [`Agent that ${markdownText(by)} adds to new pods`, named(kind, at, name), `Cluster Agent at ${markdownCode(clusterAgentUrl)}`]),
    ...connectedToNodeAgents(manifests).map(({ manifest }) =>
      ['sends to the Agent of its node', named(manifest.kind, namespaceOf(manifest), manifest.metadata?.name), '']),
    ...[...secrets].map(([at, from]) => ['Secret', `namespace ${markdownCode(at)}`, markdownText(from)]),
  ];
  return { title: 'What is where', lines: [table(['what', 'where', 'more'], rows)] };
}
