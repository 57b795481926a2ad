import { isAtLeast } from '../../base/versions';
import { KUBERNETES_FEATURES } from '../../facts/kubernetes-versions';
import { objectsIn } from '../../manifest/objects-in';
import { isNativeSidecar } from '../../manifest/pod-requests';
import { Rule } from '../rule';

const FACT = KUBERNETES_FEATURES.nativeSidecars;

export const nativeNeedsKubernetes: Rule = {
  id: 'sidecar/native-needs-kubernetes',
  severity: 'error',
  title: `A native sidecar, an init container with restartPolicy Always, runs on Kubernetes ${FACT.since} or newer.`,
  link: FACT.source,
  check: ({ manifests, kubernetesVersion }) => kubernetesVersion === undefined || isAtLeast(kubernetesVersion, FACT.since) ? [] : manifests.pods
    .flatMap(at => objectsIn(at.pod.initContainers).filter(isNativeSidecar).map(({ name }) => ({
      at,
      reason: `the init container '${name}' has 'restartPolicy: Always', which Kubernetes ${kubernetesVersion} drops: the pod would wait for that container to end before it starts the others`,
      remedy: `Make it an ordinary container, or upgrade the cluster to ${FACT.since} or newer and say so in 'kubernetesVersion' of the platform`,
    }))),
};
