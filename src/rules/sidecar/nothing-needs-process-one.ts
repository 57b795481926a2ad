import { SHARED_PROCESSES } from '../../facts/shared-processes';
import { allContainers, isFargateAgent } from '../../manifest/containers';
import { countsOnFirstProcess } from '../../manifest/first-process';
import { Rule } from '../rule';
import { sharesWithAgent } from '../shared-processes';

export const nothingNeedsProcessOne: Rule = {
  id: 'sidecar/nothing-needs-process-one',
  severity: 'warning',
  title: 'No container counts on being process 1 in a pod whose containers share their processes.',
  link: SHARED_PROCESSES.source,
  check: context => context.manifests.pods.filter(at => sharesWithAgent(at, context)).flatMap(at => allContainers(at.pod)
    .filter(container => !isFargateAgent(container))
    .flatMap(container => {
      const how = countsOnFirstProcess(container);
      return how === undefined ? [] : [{
        at,
        reason: `the container '${container.name}' counts on being process 1: ${how}; the Agent in the pod needs 'shareProcessNamespace: true', with which process 1 is that of the pod`,
        remedy: 'Address the process by its name or its PID file, as in pkill or nginx -s quit, or by the env var that the program has for it; take an image that starts its program itself and no init program; or keep the workload out of datadog.instrument(...)',
      }];
    })),
};
