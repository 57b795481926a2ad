import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { addOwnObjects } from './own-object';
import { SECURITY_CONTEXT_CONSTRAINTS } from '../facts/openshift';
import { Manifest } from '../manifest/manifest';
import { ClusterModel } from '../model/cluster-model';
import { constraintManifests } from '../render/openshift/security-context-constraints';

/**
 * Adds the SecurityContextConstraints that the pods of a workload of ours need, once; nothing where every account may run them, or
 * where the platform has none. What else the pods come to ask for is read when the app is synthesized.
 */
export function addConstraints(scope: Construct, { platform }: ClusterModel, workload: () => Manifest): ApiObject[] {
  if (!platform.fact.securityContextConstraints) return [];
  const manifests = () => constraintManifests(workload(), platform.kubernetesVersion);
  const [constraints, ...access] = manifests();
  if (!constraints || scope.node.tryFindChild(SECURITY_CONTEXT_CONSTRAINTS.kind)) return [];
  const { apiVersion, kind, metadata, ...fields } = constraints;
  const late = Object.keys(fields).map(field => [field, Lazy.any({ produce: () => manifests()[0]?.[field] })]);
  return addOwnObjects(new Construct(scope, kind), [{ apiVersion, kind, metadata, ...Object.fromEntries(late) }, ...access]);
}
