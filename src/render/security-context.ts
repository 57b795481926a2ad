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

/** A container in such a pod. */
export function restrictedContainer(): SecurityContext {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  };
}
