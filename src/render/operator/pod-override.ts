import type { DaemonSetSpec, DeploymentSpec } from 'kubernetes-types/apps/v1';
import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { Addition } from './additions';
import { ownEnv } from './own-env';
import { ADMISSION_LABEL } from '../../facts/admission-controller';
import { WorkloadNames } from '../../facts/deliveries';
import { OPERATOR_PODS, OperatorComponent } from '../../facts/operator';
import { OperatorContainer } from '../../facts/operator-env';
import { OperatorFeatures } from '../../features/feature';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { PodModel } from '../../model/deployment-model';
import { withUserEnv } from '../../parts/container-env';
import { DatadogAgentContainer } from '../../parts/datadog-agent/container';
import { DatadogAgentOverride } from '../../parts/datadog-agent/override';
import { some } from '../../parts/some';
import { secretRevision } from '../credentials/revision';

/** What an override is made from. */
export interface PodSource {
  readonly model: ClusterModel;
  readonly component: OperatorComponent;
  readonly names: WorkloadNames;
  /** What the user says of the pods. */
  readonly given: PodModel;
  /** The workload as the plain manifests have it: what the Operator would do in another way is taken from there. */
  readonly plain: Manifest;
  readonly features: OperatorFeatures;
  /** What the pods get beside what the Operator gives them. */
  readonly addition: Addition;
}

/** What all components have. */
export function podOverride({ model, component, names, given, plain, addition }: PodSource): DatadogAgentOverride {
  const { nodeSelector, tolerations, topologySpreadConstraints, securityContext } = podOf(plain);
  const { priorityClassName } = given;
  return {
    name: names.name,
    serviceAccountName: names.serviceAccountName,
    ...some('serviceAccountAnnotations', given.serviceAccountAnnotations),
    image: {
      name: OPERATOR_PODS[component].image,
      tag: component === 'clusterAgent' ? model.clusterAgentVersion : model.agentVersion,
      ...some('pullSecrets', given.imagePullSecrets.map(name => ({ name }))),
    },
    labels: { [ADMISSION_LABEL.name]: 'false', ...given.podLabels },
    ...some('annotations', { ...given.podAnnotations, ...secretRevision(model) }),
    ...some('env', withUserEnv([], given)),
    nodeSelector,
    ...some('tolerations', tolerations ?? []),
    ...some('topologySpreadConstraints', topologySpreadConstraints ?? []),
    ...priorityClassName !== undefined && { priorityClassName },
    // Without a user, the image's own: the Operator's pods have no folder that another could write to.
    securityContext: {
      ...securityContext?.runAsUser === 0 && { runAsUser: 0 },
      ...securityContext?.seccompProfile && { seccompProfile: securityContext.seccompProfile },
    },
    ...some('volumes', addition.volumes),
  };
}

/** What one of their Agents has. */
export function containerOverride(source: PodSource, name: string, as: OperatorContainer = name as OperatorContainer): DatadogAgentContainer {
  const { given, plain, features, addition } = source;
  const { env = [], resources } = containerOf(plain, name);
  const users = [...Object.keys(given.env), ...given.secretEnv.map(e => e.name)];
  const ours = [...ownEnv(as, env, features), ...addition.envOf(name)];
  return {
    ...given.logLevel !== undefined && { logLevel: given.logLevel },
    ...some('env', ours.filter(e => !users.includes(e.name))),
    ...resources && { resources },
    ...some('volumeMounts', addition.mountsOf(name)),
  };
}

/** Init containers of the Operator's, which request what the Agent beside them does. */
export function initContainerOverrides({ component, plain }: PodSource, agent: string): { readonly [name: string]: DatadogAgentContainer } {
  const { resources } = containerOf(plain, agent);
  return Object.fromEntries(OPERATOR_PODS[component].initContainers.map(name => [name, { resources }]));
}

export function podOf(workload: Manifest): PodSpec {
  return (workload.spec as DaemonSetSpec | DeploymentSpec).template.spec!;
}

export function containerOf(workload: Manifest, name: string): Container {
  const { containers, initContainers = [] } = podOf(workload);
  return [...containers, ...initContainers].find(c => c.name === name)!;
}
