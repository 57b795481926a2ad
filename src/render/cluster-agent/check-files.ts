import { clusterAgentPart } from '../../features/contributions';
import { AdIdentifierModel, ClusterCheckModel } from '../../model/cluster-check';
import { ClusterModel } from '../../model/cluster-model';
import { checkText } from '../../parts/cluster-agent-part';

/** Check files of the Cluster Agent by their path below conf.d. */
export function checkFiles(model: ClusterModel): { [path: string]: string } {
  return { ...featureCheckFiles(model), ...clusterCheckFiles(model.clusterAgent.checks) };
}

/** The same for the checks of features alone. */
export function featureCheckFiles(model: ClusterModel): { [path: string]: string } {
  return Object.fromEntries(Object.entries(clusterAgentPart(model).checkFiles).map(([path, content]) => [path, checkText(content)]));
}

/** The same for the checks of the user's alone. */
export function clusterCheckFiles(checks: readonly ClusterCheckModel[]): { [path: string]: string } {
  return Object.fromEntries(checks.map(c => [`${c.name}.d/${c.file}.yaml`, checkText(clusterCheck(c))]));
}

function clusterCheck({ adIdentifiers, initConfig, instances, byClusterAgent }: ClusterCheckModel) {
  return {
    ...!byClusterAgent && { cluster_check: true },
    ...adIdentifiers.length > 0 && { advanced_ad_identifiers: adIdentifiers.map(adIdentifier) },
    init_config: initConfig,
    instances,
  };
}

function adIdentifier({ kind, name, namespace, resolve }: AdIdentifierModel) {
  return { [kind]: { name, namespace, ...resolve && { resolve } } };
}

/** Key of a ConfigMap for the path of a check file: the file's name, behind that of the check where it is another. */
export function configMapKey(path: string): string {
  const [folder, file] = path.split('/');
  const name = folder.replace(/\.d$/, '');
  return file.startsWith(`${name}.`) ? file : `${name}.${file}`;
}
