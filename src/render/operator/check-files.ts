import type { Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { OPERATOR_CHECKS } from '../../facts/operator';
import { operatorCheckFiles } from '../../features/deliveries';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { componentLabels } from '../../parts/labels';
import { clusterCheckFiles, configMapKey, featureCheckFiles } from '../cluster-agent/check-files';
import { CHECKS_CONFIG_MAP } from '../cluster-agent/config-map';
import { checksConfigMap as nodeChecksConfigMap } from '../node-agent/config-map';
import { wholePart } from '../node-agent/whole-part';

/** ConfigMaps with the check files of the Cluster Agent and of the node Agents, which the DatadogAgent names. */
export function checkConfigMaps({ model, nodeParts }: DeliveredCluster): Manifest[] {
  const { nodeAgent } = model;
  return [...clusterAgentConfigMap(model), ...nodeAgent ? nodeChecksConfigMap(model, wholePart(model, nodeAgent, nodeParts)) : []];
}

/** Files of the Cluster Agent that the Operator does not write, by their path below its folder of checks. */
function files(model: ClusterModel): { readonly [path: string]: string } {
  return {
    ...Object.fromEntries(operatorCheckFiles(model).map(path => [path, featureCheckFiles(model)[path]])),
    ...clusterCheckFiles(model.clusterAgent.checks),
  };
}

function clusterAgentConfigMap(model: ClusterModel): Manifest[] {
  const entries = Object.entries(files(model));
  if (entries.length === 0) return [];
  return [{
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: CHECKS_CONFIG_MAP, namespace: model.namespace, labels: componentLabels(CLUSTER_AGENT.component) },
    data: Object.fromEntries(entries.map(([path, content]) => [configMapKey(path), content])),
  }];
}

/**
 * Each folder of checks as a volume of its own, as the Operator mounts those of its features. `extraConfd` would have the entry point
 * copy them below /etc/datadog-agent, where the Cluster Agent's file system is read-only unless the runtime makes a volume of it.
 */
export function checkVolumes(model: ClusterModel): { readonly volumes: Volume[]; readonly volumeMounts: VolumeMount[] } {
  const paths = Object.keys(files(model)).map(path => path.split('/'));
  const folders = [...new Set(paths.map(([folder]) => folder))].sort();
  const name = (folder: string) => `checks-${folders.indexOf(folder)}`;
  return {
    volumes: folders.map(folder => ({
      name: name(folder),
      configMap: {
        name: CHECKS_CONFIG_MAP,
        items: paths.filter(([of]) => of === folder).map(([of, file]) => ({ key: configMapKey(`${of}/${file}`), path: file })),
      },
    })),
    volumeMounts: folders.map(folder => ({ name: name(folder), mountPath: `${OPERATOR_CHECKS.folder}/${folder}`, readOnly: true })),
  };
}
