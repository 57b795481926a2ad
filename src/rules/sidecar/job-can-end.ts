import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { PAGES } from '../../facts/pages';
import { envValue, isFargateAgent } from '../../manifest/containers';
import { objectsIn } from '../../manifest/objects-in';
import { runsToCompletion } from '../../manifest/pod-template';
import { Rule } from '../rule';
import { quoted } from '../words';

export const jobCanEnd: Rule = {
  id: 'sidecar/job-can-end',
  severity: 'error',
  title: 'In a pod that runs to completion, the Agent exits after the application.',
  link: PAGES.sidecarWebhook.source,
  check: ({ manifests }) => manifests.sidecars
    .filter(at => runsToCompletion(at.manifest))
    // An init container with restartPolicy Always does not keep a pod from ending.
    .flatMap(at => objectsIn(at.pod.containers).filter(isFargateAgent).flatMap(agent => {
      const missing = missingToExit(at.pod, agent);
      return missing.length === 0 ? [] : [{
        at,
        reason: `without ${quoted(missing)} the container '${agent.name}' never exits, and so the pod never ends`,
        remedy: "Set DD_AUTO_EXIT_NOPROCESS_ENABLED to 'true' on the Agent and 'shareProcessNamespace: true' on the pod, as datadog.instrument(...) does",
      }];
    })),
};

/** The Agent exits when it sees no process but its own, so it must look, and see. */
function missingToExit(pod: PodSpec, agent: Container): string[] {
  return [
    ...envValue(agent, 'DD_AUTO_EXIT_NOPROCESS_ENABLED') === 'true' ? [] : ['DD_AUTO_EXIT_NOPROCESS_ENABLED=true'],
    ...pod.shareProcessNamespace === true ? [] : ['shareProcessNamespace: true'],
  ];
}
