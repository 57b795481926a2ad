import { Construct } from 'constructs';
import { LateObjects } from './late-objects';
import { DeliveryFact } from '../facts/deliveries';
import { SECURITY_CONTEXT_CONSTRAINTS } from '../facts/openshift';
import { Manifest } from '../manifest/manifest';
import { ClusterModel } from '../model/cluster-model';
import { constraintManifests } from '../render/openshift/security-context-constraints';

/**
 * The SecurityContextConstraints that the pods of a component need; nothing where every account may run them, or where the platform
 * has none. They are ours in every delivery, and take the pods as that delivery makes them.
 */
export function ownConstraints(scope: Construct, model: ClusterModel, component: keyof DeliveryFact['additions'], workload: () => Manifest): LateObjects {
  const { platform: { fact: { securityContextConstraints }, kubernetesVersion }, delivery: { additions } } = model;
  return new LateObjects(new Construct(scope, SECURITY_CONTEXT_CONSTRAINTS.kind), model, {
    all: () => securityContextConstraints ? constraintManifests(workload(), kubernetesVersion, additions[component]) : [],
  });
}
