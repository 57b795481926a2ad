/** The sets of CRDs that the examples need, by the names of cluster/fetch-crds.sh. */
export const CRDS = ['eso', 'kyverno', 'rollouts', 'istio', 'openshift', 'argocd', 'datadog'];
