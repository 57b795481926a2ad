import { Fact } from './fact';

const READ = { checkedOn: '2026-11-21' };

/** Argo CD: its objects, and its defaults. */
export const ARGO_CD = {
  apiVersion: 'argoproj.io/v1alpha1',
  /** Where its controllers look for Applications. */
  namespace: 'argocd',
  project: 'default',
  /** The cluster that Argo CD runs on. */
  inCluster: 'https://kubernetes.default.svc',
  /** One revision of a git repository: the head of its default branch. */
  revision: 'HEAD',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/',
  ...READ,
} as const satisfies Fact & Record<string, string>;

/** The name of an Application is the value of a label of its objects, where Argo CD tracks them by label. */
export const ARGO_CD_TRACKING = {
  length: 63,
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/',
  ...READ,
} as const satisfies Fact & Record<string, string | number>;

/** What happens to the objects when their Application is deleted. Without a finalizer, they stay. */
export const ARGO_CD_DELETION = {
  foreground: {
    finalizer: 'resources-finalizer.argocd.argoproj.io',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/',
    ...READ,
  },
  background: {
    finalizer: 'resources-finalizer.argocd.argoproj.io/background',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/',
    ...READ,
  },
  /** An ApplicationSet adds the finalizer by itself to Applications without one, unless it is told to preserve resources. */
  orphan: {
    finalizer: undefined,
    source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Application-Deletion/',
    ...READ,
  },
} as const satisfies Record<string, Fact & { readonly finalizer?: string }>;

export type ArgoCdDeletionName = keyof typeof ARGO_CD_DELETION;

/** How a sync goes. */
export const ARGO_CD_SYNC = {
  options: { source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/', ...READ },
  automated: { source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/', ...READ },
  /** Of what is pruned, whether what depends on it goes first, goes later, or stays. */
  propagation: { names: ['foreground', 'background', 'orphan'], source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/', ...READ },
  /** Labels and annotations of the namespace are set only with CreateNamespace=true. */
  namespaceMetadata: { source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#namespace-metadata', ...READ },
  /** The API server is asked what an object would become; what it defaults is no difference then. */
  serverSideDiff: {
    annotation: 'argocd.argoproj.io/compare-options',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/diff-strategies/',
    ...READ,
  },
  /**
   * Where an ignored field is in a list of a custom resource, the whole list is taken from the cluster at every sync, so that
   * changes of it in git are never applied.
   */
  respectIgnoreDifferences: { source: 'https://github.com/argoproj/argo-cd/issues/17694', ...READ },
  /** 'spec.source' is ignored where there is 'spec.sources'; of one object in two sources, the last counts. */
  sources: { source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/', ...READ },
} as const satisfies Record<string, Fact & Record<string, unknown>>;

/** How Argo CD renders a Helm chart. */
export const ARGO_CD_HELM = {
  /** parameters, then valuesObject, then values; values count for nothing beside valuesObject. */
  precedence: { source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/helm/#helm-value-precedence', ...READ },
  /**
   * In values of parameters, and in no other values, `$NAME` and `${NAME}` of these become what they stand for, all others nothing, and
   * `$$` a dollar sign.
   */
  buildEnvironment: {
    names: [
      'ARGOCD_APP_NAME', 'ARGOCD_APP_NAMESPACE', 'ARGOCD_APP_PROJECT_NAME', 'ARGOCD_APP_REVISION', 'ARGOCD_APP_REVISION_SHORT',
      'ARGOCD_APP_REVISION_SHORT_8', 'ARGOCD_APP_SOURCE_PATH', 'ARGOCD_APP_SOURCE_REPO_URL', 'ARGOCD_APP_SOURCE_TARGET_REVISION',
      'KUBE_VERSION', 'KUBE_API_VERSIONS',
    ],
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/build-environment/',
    ...READ,
  },
  releaseName: { length: 53, source: 'https://helm.sh/docs/chart_template_guide/getting_started/', ...READ },
  /** It takes a range too. */
  revision: { source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/#helm', ...READ },
  /** Helm renders the chart anew at every comparison, so whatever the chart makes up at random is another each time. */
  random: { source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/helm/#random-data', ...READ },
  /** 'oci://' stands before a whole image; a registry of charts is written without scheme. */
  oci: { source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/oci/', ...READ },
} as const satisfies Record<string, Fact & Record<string, unknown>>;

/** How an ApplicationSet makes Applications. */
export const APPLICATION_SET = {
  /** Each string of the template is a Go template of its own, keys and values of Helm among them. A parameter that is not there is an error. */
  goTemplate: {
    options: ['missingkey=error'],
    source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/GoTemplate/',
    ...READ,
  },
  list: { source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-List/', ...READ },
  /** Of each cluster that Argo CD knows. The cluster that it runs on has no Secret and so no labels. */
  clusters: {
    parameters: ['name', 'nameNormalized', 'server', 'project', 'metadata'],
    source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Cluster/',
    ...READ,
  },
  git: {
    parameters: ['path'],
    source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Git/',
    ...READ,
  },
  template: { source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Template/', ...READ },
} as const satisfies Record<string, Fact & Record<string, unknown>>;
