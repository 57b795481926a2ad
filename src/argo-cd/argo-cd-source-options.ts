/** Options of a Helm chart that a construct of this library describes. */
export interface ArgoCdHelmChartOptions {
  /**
   * Repository of the chart: where another than Datadog's has it, its address, or that of a registry, without `oci://`.
   *
   * @default "https://helm.datadoghq.com"
   */
  readonly repoUrl?: string;
  /**
   * Values that come before those of the chart, by their names as `helm --set` takes them, for example
   * `{ 'datadog.tags[0]': 'env:prd' }`. What looks like a number or `true` becomes one. `$ARGOCD_APP_NAME` and the other build variables of Argo
   * CD are replaced; with `clusters`, templates too.
   *
   * @default - none; with `clusters`, `datadog.clusterName` is the name of each cluster
   * @see https://argo-cd.readthedocs.io/en/stable/user-guide/build-environment/
   */
  readonly parameters?: { [name: string]: string };
  /**
   * The same for values that are strings, whatever they look like.
   *
   * @default - none
   */
  readonly stringParameters?: { [name: string]: string };
  /**
   * Name of the Helm release.
   *
   * @default "datadog", under which the names of the chart's objects were checked
   */
  readonly releaseName?: string;
  /**
   * Whether the chart's CustomResourceDefinitions are left out.
   *
   * @default false
   */
  readonly skipCrds?: boolean;
}

/** Options of a Helm chart whose values come from elsewhere. */
export interface ArgoCdHelmOptions extends ArgoCdHelmChartOptions {
  /**
   * Name of the chart.
   *
   * @default "datadog"
   */
  readonly chart?: string;
  /**
   * Exact version of the chart.
   *
   * @default "3.240.0", which this library knows
   */
  readonly version?: string;
  /**
   * Values as the text of a values file. Keys and tokens do not belong there.
   *
   * @default - none
   */
  readonly values?: string;
  /**
   * Values as an object.
   *
   * @default - none
   */
  readonly valuesObject?: any;
}

/** Options of manifests in a git repository. */
export interface ArgoCdGitOptions {
  /** Address of the repository, for example `https://github.com/acme/clusters.git` or `git@github.com:acme/clusters.git`. */
  readonly repoUrl: string;
  /** Folder with the manifests, from the root of the repository. With `clusters`, a template with the name or the folder of each. */
  readonly path: string;
  /**
   * Branch, tag or commit.
   *
   * @default "HEAD", the head of the default branch
   */
  readonly revision?: string;
  /**
   * Whether folders below are read too.
   *
   * @default true
   */
  readonly recurse?: boolean;
  /**
   * Pattern of the files that are read, for example `*.k8s.yaml`.
   *
   * @default - all YAML and JSON files
   */
  readonly include?: string;
  /**
   * Pattern of files that are not read, such as a policy of IAM beside the manifests, for example `*.json`.
   *
   * @default - none
   */
  readonly exclude?: string;
}
