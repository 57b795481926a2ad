import { FargateProfile } from './fargate-profile';
import { FargateProfileModel } from '../model/cluster-description';
import { requireFargateProfiles } from '../requirements/fargate-profile';

/** Fargate profiles as plain data. Throws a `ViolationError` for those that EKS does not take. */
export function describeFargateProfiles(profiles: readonly FargateProfile[]): FargateProfileModel[] {
  return requireFargateProfiles(profiles).map(({ name, selectors }) => ({
    name,
    selectors: selectors.map(({ namespace, labels = {} }) => ({ namespace, labels })),
  }));
}
