/** How Datadog's Helm chart is rendered on the machine that synthesizes, so that its objects are part of the app. */
export interface HelmInclude {
  /**
   * The chart: its name in `repo`, or the path of a folder or an archive.
   *
   * @default 'datadog'
   */
  readonly chart?: string;
  /**
   * URL of the repository that has the chart. Helm asks it at every synthesis.
   *
   * @default 'https://helm.datadoghq.com' for a chart that is given by its name; none for a path, and for a registry (`oci://`)
   */
  readonly repo?: string;
  /**
   * The `helm` program, by name or by path.
   *
   * @default 'helm'
   */
  readonly executable?: string;
  /**
   * More flags for `helm template`, such as `--api-versions`. The namespace, the version of the chart and that of Kubernetes are given.
   *
   * @default - none
   */
  readonly flags?: string[];
  /**
   * Name of the release. Names of objects do not depend on it, but for one ConfigMap.
   *
   * @default 'datadog'
   */
  readonly releaseName?: string;
}
