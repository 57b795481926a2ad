import { NODE_AGENT } from '../../facts/node-agent';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { componentLabels } from '../../parts/labels';
import { WholePart } from '../../parts/merge-node-agent-parts';
import { INIT_CONFIG } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';

const CHECKS_VOLUME = 'confd';

/** The check files by their path under /conf.d. JSON is YAML, and it cannot be indented wrongly. */
export function checkFiles({ checkFiles: files }: Pick<WholePart, 'checkFiles'>): { [path: string]: string } {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, `${JSON.stringify(content, undefined, 2)}\n`]));
}

/** Where the scripts of the image find the files, which they copy to the Agent's own folder; nothing where there are none. */
export function checkFilesPart(whole: WholePart): NodeAgentPart {
  const paths = Object.keys(whole.checkFiles);
  if (paths.length === 0) return {};
  return {
    volumes: [{
      volume: { name: CHECKS_VOLUME, configMap: { name: NODE_AGENT.checksConfigMap, items: paths.map(path => ({ key: keyOf(path), path })) } },
      mounts: { [INIT_CONFIG]: [{ mountPath: '/conf.d', readOnly: true }] },
    }],
  };
}

export function checksConfigMap({ namespace }: ClusterModel, whole: WholePart): Manifest[] {
  const files = Object.entries(checkFiles(whole));
  if (files.length === 0) return [];
  return [{
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: NODE_AGENT.checksConfigMap, namespace, labels: componentLabels(NODE_AGENT.component) },
    data: Object.fromEntries(files.map(([path, content]) => [keyOf(path), content])),
  }];
}

/** Keys of a ConfigMap have no slash. */
function keyOf(path: string): string {
  return path.replace(/\.d\//g, '.').replace(/\//g, '.');
}
