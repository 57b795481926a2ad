/** A cluster of a list. */
export interface ArgoCdListedCluster {
  /** Name of the cluster that its Agents report, as `clusterName` of a `DatadogChart`. */
  readonly name: string;
  /**
   * Address of its API server, as Argo CD knows the cluster by. For all clusters of the list or for none.
   *
   * @default - `argoCdName` says which cluster it is
   */
  readonly server?: string;
  /**
   * Name by which Argo CD knows the cluster.
   *
   * @default - `name`, where there is no `server`
   */
  readonly argoCdName?: string;
  /**
   * What differs from cluster to cluster, for templates. Every cluster of the list has the same names.
   *
   * @default - none
   */
  readonly parameters?: { [name: string]: string };
}

/** Clusters that Argo CD knows. */
export interface ArgoCdRegisteredClusters {
  /**
   * Labels of the Secrets by which Argo CD knows the clusters. The cluster that it runs on has no such Secret by itself.
   *
   * @default - none: all clusters, that of Argo CD too
   */
  readonly matchLabels?: { [name: string]: string };
  /**
   * Name of the cluster that its Agents report, as a template, for example `ArgoCdClusters.label('datadog-cluster')`.
   *
   * @default "{{.name}}", the name by which Argo CD knows it
   */
  readonly clusterName?: string;
  /**
   * Values for templates, which may be templates of labels themselves.
   *
   * @default - none
   */
  readonly parameters?: { [name: string]: string };
}

/** Clusters by folders of a git repository: each is called as Argo CD knows the cluster, and as its Agents report it. */
export interface ArgoCdGitDirectories {
  /** Address of the repository. */
  readonly repoUrl: string;
  /** Pattern of the folders, for example `clusters/*`. */
  readonly path: string;
  /**
   * Branch, tag or commit.
   *
   * @default "HEAD", the head of the default branch
   */
  readonly revision?: string;
  /**
   * Patterns of folders that are no clusters.
   *
   * @default - none
   */
  readonly exclude?: string[];
  /**
   * Values for templates.
   *
   * @default - none
   */
  readonly parameters?: { [name: string]: string };
}

/** Clusters by files of a git repository, JSON or YAML, one for each. */
export interface ArgoCdGitFiles {
  /** Address of the repository. */
  readonly repoUrl: string;
  /** Pattern of the files, with `*` for a folder of any name, for example `clusters/prod-*.json`. */
  readonly path: string;
  /**
   * Branch, tag or commit.
   *
   * @default "HEAD", the head of the default branch
   */
  readonly revision?: string;
  /**
   * Key of the name that Agents report, and that Argo CD knows the cluster by where there is no `serverKey`; with dots between nested keys.
   *
   * @default "name"
   */
  readonly nameKey?: string;
  /**
   * Key of the address of the API server.
   *
   * @default - none: Argo CD knows the cluster by its name
   */
  readonly serverKey?: string;
}
