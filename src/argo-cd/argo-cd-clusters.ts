import { ArgoCdGitDirectories, ArgoCdGitFiles, ArgoCdListedCluster, ArgoCdRegisteredClusters } from './argo-cd-clusters-options';
import { ClustersModel, gitDirectories, gitFiles, labelField, listedClusters, ownParameter, registeredClusters } from '../model/argo-cd-clusters';
import { entryPoint } from '../requirements/entry-point';
import { requireArgument, requireOptions, requireOptionsList } from '../requirements/options';

/**
 * The clusters of an ApplicationSet. Argo CD has to know them already.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators/
 */
@entryPoint
export class ArgoCdClusters {
  /**
   * Clusters one by one.
   *
   * @param clusters their names, where they are, and what differs
   * @throws when there is none, or a name, a destination or a parameter is missing, wrong or there twice
   */
  public static list(clusters: ArgoCdListedCluster[]): ArgoCdClusters {
    return new ArgoCdClusters(listedClusters(requireOptionsList('clusters', 'ArgoCdListedCluster', clusters)));
  }

  /**
   * Clusters that Argo CD knows, also those that are added later.
   *
   * @param options which of them, and what they are called
   * @throws when a template names a parameter that there is not
   */
  public static registered(options: ArgoCdRegisteredClusters = {}): ArgoCdClusters {
    return new ArgoCdClusters(registeredClusters(requireOptions('ArgoCdRegisteredClusters', options)));
  }

  /**
   * A cluster for each folder of a git repository, as an app writes them that synthesizes each cluster into a folder of its own.
   *
   * @param options the repository and the folders
   * @throws when the repository or a folder could never work
   */
  public static gitDirectories(options: ArgoCdGitDirectories): ArgoCdClusters {
    return new ArgoCdClusters(gitDirectories(requireOptions('ArgoCdGitDirectories', options)));
  }

  /**
   * A cluster for each file of a git repository, which says its name and what differs.
   *
   * @param options the repository, the files, and their keys
   * @throws when the repository, the files or a key could never work
   */
  public static gitFiles(options: ArgoCdGitFiles): ArgoCdClusters {
    return new ArgoCdClusters(gitFiles(requireOptions('ArgoCdGitFiles', options)));
  }

  /**
   * Template of a label of the Secret by which Argo CD knows a cluster; for `registered(...)`.
   *
   * @param name name of the label
   * @throws when it is none
   */
  public static label(name: string): string {
    requireArgument('name', 'string', name);
    return labelField(name);
  }

  /**
   * Template of the name of each cluster.
   */
  public get clusterName(): string {
    return this._model.clusterName;
  }

  /** Template of the folder of each cluster; undefined where the clusters are not found in a git repository. */
  public get path(): string | undefined {
    return this._model.path;
  }

  private constructor(
    /** @internal */
    public readonly _model: ClustersModel,
  ) {}

  /**
   * Template of a parameter of each cluster.
   *
   * @param name its name; of files in a git repository, the key
   * @throws when the clusters have no such parameter
   */
  public parameter(name: string): string {
    requireArgument('name', 'string', name);
    return ownParameter(this._model, name);
  }
}
