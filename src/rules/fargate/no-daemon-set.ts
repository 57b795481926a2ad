import { FARGATE_NO_DAEMON_SETS } from '../../facts/fargate';
import { Rule } from '../rule';

export const noDaemonSet: Rule = {
  id: 'fargate/no-daemon-set',
  severity: 'error',
  title: 'Where every pod is on Fargate, there is no DaemonSet.',
  link: FARGATE_NO_DAEMON_SETS.source,
  check: ({ manifests, platform }) => platform?.nodes !== false ? [] : manifests.pods
    .filter(({ manifest }) => manifest.kind === 'DaemonSet')
    .map(at => ({
      at,
      reason: 'a DaemonSet has no pods on Fargate, and this cluster has no other nodes',
      remedy: 'Remove it, and run what it does as a sidecar in the pods that need it or as a Deployment',
    })),
};
