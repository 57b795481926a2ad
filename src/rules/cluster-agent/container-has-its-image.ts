import type { Container } from 'kubernetes-types/core/v1';
import { AGENT_IMAGE, CLUSTER_AGENT_IMAGE } from '../../facts/agent-images';
import { CLUSTER_AGENT, COMPONENT_LABEL } from '../../facts/cluster-agent';
import { PAGES } from '../../facts/pages';
import { allContainers, isFargateAgent } from '../../manifest/containers';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { LocatedPods } from '../../manifest/manifest-set';
import { isDatadogs } from '../../manifest/node-agents';
import { Rule } from '../rule';

/** Containers that start a part of the Agent, in pods of Datadog's own. */
const AGENTS: readonly string[] = ['agent', 'trace-agent', 'process-agent', 'system-probe', 'security-agent'];
const IMAGES: readonly string[] = [AGENT_IMAGE.name, CLUSTER_AGENT_IMAGE.name];

export const containerHasItsImage: Rule = {
  id: 'cluster-agent/container-has-its-image',
  severity: 'error',
  title: 'A container of the Cluster Agent has the image of the Cluster Agent, and a container of an Agent has that of the Agent.',
  link: PAGES.fargateSidecar.source,
  check: ({ manifests }) => manifests.pods.flatMap(at => allContainers(at.pod).flatMap(container => {
    const wanted = wantedBy(at, container);
    const has = imageName(container);
    if (wanted === undefined || has === undefined || has === wanted || !IMAGES.includes(has)) return [];
    return [{
      at,
      reason: `the container '${container.name}' starts the ${wanted === AGENT_IMAGE.name ? 'Agent' : 'Cluster Agent'}, and its image '${container.image}' is that of the ${has === AGENT_IMAGE.name ? 'Agent' : 'Cluster Agent'}`,
      remedy: `Write the image '${wanted}' of the same registry, or take out the patch that changes it`,
    }];
  })),
};

function wantedBy(at: LocatedPods, container: Container): string | undefined {
  if (isFargateAgent(container)) return AGENT_IMAGE.name;
  if (!isDatadogs(at)) return undefined;
  const component = podLabelsOf(at)[COMPONENT_LABEL.name];
  if (component === CLUSTER_AGENT.component) {
    return container.name === CLUSTER_AGENT.containerName || at.pod.containers?.length === 1 ? CLUSTER_AGENT_IMAGE.name : undefined;
  }
  return AGENTS.includes(container.name) ? AGENT_IMAGE.name : undefined;
}

/** The last part of the repository, also of a mirror. */
function imageName({ image }: Container): string | undefined {
  return typeof image === 'string' ? /(?:^|\/)([^/:@]+)(?:[:@][^/]*)?$/.exec(image)?.[1] : undefined;
}
