import { checkFiles, configMapKey } from './check-files';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { componentLabels } from '../../parts/labels';

export const CHECKS_CONFIG_MAP = `${CLUSTER_AGENT.name}-confd`;

/** The check files; nothing where no feature has one. */
export function checksConfigMap(model: ClusterModel): Manifest[] {
  const files = checkFiles(model);
  if (Object.keys(files).length === 0) return [];
  return [{
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: CHECKS_CONFIG_MAP, namespace: model.namespace, labels: componentLabels(CLUSTER_AGENT.component) },
    data: Object.fromEntries(Object.entries(files).map(([path, content]) => [configMapKey(path), content])),
  }];
}
