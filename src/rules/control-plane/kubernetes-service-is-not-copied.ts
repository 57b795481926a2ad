import { KUBERNETES_SERVICE } from '../../facts/control-plane/kubernetes-service';
import { groupOf, Manifest } from '../../manifest/manifest';
import { Rule } from '../rule';

const { name, namespace, source } = KUBERNETES_SERVICE;

export const kubernetesServiceIsNotCopied: Rule = {
  id: 'control-plane/kubernetes-service-is-not-copied',
  severity: 'error',
  title: "No manifest is a copy of the Service 'kubernetes', which the API server makes and keeps itself.",
  link: source.split(';')[0],
  check: ({ manifests }) => ['Service', 'Endpoints', 'EndpointSlice'].flatMap(kind => manifests.ofKind(kind))
    .filter(({ manifest }) => ['', 'discovery.k8s.io'].includes(groupOf(manifest)) && manifest.metadata?.name === name && manifest.metadata.namespace === namespace && isWhole(manifest))
    .map(at => ({
      at,
      reason: `the API server makes '${namespace}/${name}' itself, and every pod reaches the API server by it: a copy overwrites its ports and addresses, and a tool that removes what is gone from the app deletes it`,
      remedy: "Remove it; to watch the API server, set 'controlPlane: {}' on DatadogChart, which needs no annotation of that Service, or annotate it with kubectl annotate",
    })),
};

/** Annotations alone leave the rest as it is. */
function isWhole({ spec, subsets, endpoints }: Manifest): boolean {
  return [spec, subsets, endpoints].some(part => part !== undefined && part !== null);
}
