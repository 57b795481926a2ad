import { AKS } from './aks';
import { EKS } from './eks';
import { EKS_FARGATE } from './eks-fargate';
import { GKE } from './gke';
import { K3S } from './k3s';
import { KUBEADM } from './kubeadm';
import { OPENSHIFT_3 } from './openshift-3';
import { OPENSHIFT_4 } from './openshift-4';
import { PlatformFact } from './platform-fact';
import { RKE } from './rke';
import { RKE_LEGACY } from './rke-legacy';
import { RKE2 } from './rke2';
import { TALOS } from './talos';

/** Every platform that the library knows. */
export const PLATFORMS = {
  eksFargate: EKS_FARGATE,
  eks: EKS,
  kubeadm: KUBEADM,
  openShift4: OPENSHIFT_4,
  openShift3: OPENSHIFT_3,
  rke: RKE,
  rkeLegacy: RKE_LEGACY,
  rke2: RKE2,
  k3s: K3S,
  talos: TALOS,
  aks: AKS,
  gke: GKE,
} as const satisfies Record<string, PlatformFact>;
