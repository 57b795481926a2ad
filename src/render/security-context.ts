import type { PodSecurityContext, SecurityContext } from 'kubernetes-types/core/v1';
import { ImageFact } from '../facts/agent-images';

/** The level `restricted` of the Pod Security Standards, for a container of an image that starts as root unless told otherwise. */
export function restricted(image: ImageFact): SecurityContext {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    runAsUser: image.uid,
    runAsGroup: image.gid,
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** The same for a pod that is ours alone. */
export function restrictedPod(image: ImageFact): PodSecurityContext {
  return {
    runAsNonRoot: true,
    runAsUser: image.uid,
    runAsGroup: image.gid,
    fsGroup: image.gid,
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** The same where the platform gives the pod its user, out of a range that no manifest knows. */
export function restrictedPodOfPlatform(): PodSecurityContext {
  return { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
}

/** A container in such a pod. */
export function restrictedContainer(): SecurityContext {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  };
}

/** A pod that reads files of its node, which are root's. */
export function hostReadingPod(): PodSecurityContext {
  return { runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } };
}

/** A container in it: of the powers of root, the one to read what belongs to others. */
export function hostReadingContainer(): SecurityContext {
  return { ...restrictedContainer(), capabilities: { drop: ['ALL'], add: ['DAC_READ_SEARCH'] } };
}
