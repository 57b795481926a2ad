import { Construct } from 'constructs';
import { LateObjects } from './late-objects';
import { SECURITY_CONTEXT_CONSTRAINTS } from '../facts/openshift';
import { Manifest } from '../manifest/manifest';
import { ClusterModel } from '../model/cluster-model';
import { constraintManifests } from '../render/openshift/security-context-constraints';

/**
 * The SecurityContextConstraints that the pods of a workload of ours need; nothing where every account may run them, or where the
 * platform has none. They are ours in every delivery.
 */
export function ownConstraints(scope: Construct, model: ClusterModel, workload: () => Manifest): LateObjects {
  const { fact: { securityContextConstraints }, kubernetesVersion } = model.platform;
  return new LateObjects(new Construct(scope, SECURITY_CONTEXT_CONSTRAINTS.kind), model, () => {
    const manifests = securityContextConstraints ? constraintManifests(workload(), kubernetesVersion) : [];
    return { all: manifests, companions: manifests };
  });
}
