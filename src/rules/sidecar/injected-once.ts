import { PAGES } from '../../facts/pages';
import { allContainers, isFargateAgent, startsAgent } from '../../manifest/containers';
import { objectsIn } from '../../manifest/objects-in';
import { isNativeSidecar } from '../../manifest/pod-requests';
import { Rule } from '../rule';
import { quoted } from '../words';

export const injectedOnce: Rule = {
  id: 'sidecar/injected-once',
  severity: 'error',
  title: 'A pod has one Fargate Agent and no second.',
  link: PAGES.fargateSidecar.source,
  check: ({ manifests }) => manifests.sidecars.flatMap(at => {
    // Beside one that is known, the image is enough to know another, unless it is an init container that only copies files.
    const ending = objectsIn(at.pod.initContainers).filter(c => !isNativeSidecar(c));
    const agents = allContainers(at.pod).filter(c => isFargateAgent(c) || (startsAgent(c) && !ending.includes(c)));
    return agents.length === 1 ? [] : [{
      at,
      reason: `the pod has ${agents.length} Agents, the containers ${quoted(agents.map(a => a.name))}, which take each other's ports and send everything more than once`,
      remedy: 'Keep one: remove those that are written by hand, or leave the workload out of datadog.instrument(...)',
    }];
  }),
};
