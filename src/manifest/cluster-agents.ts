import { podLabelsOf } from './fargate-reach';
import { LocatedPods, ManifestSet } from './manifest-set';
import { oncePer } from '../base/once-per';
import { CLUSTER_AGENT, COMPONENT_LABEL } from '../facts/cluster-agent';

/** The workloads that run a Cluster Agent, whatever wrote them. */
export const clusterAgents = oncePer(({ pods }: ManifestSet): readonly LocatedPods[] =>
  pods.filter(at => podLabelsOf(at)[COMPONENT_LABEL.name] === CLUSTER_AGENT.component));
