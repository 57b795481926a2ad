import { EKS } from './eks';
import { EKS_FARGATE } from './eks-fargate';
import { PlatformFact } from './platform-fact';

/** Every platform that the library knows. */
export const PLATFORMS = {
  eksFargate: EKS_FARGATE,
  eks: EKS,
} as const satisfies Record<string, PlatformFact>;
