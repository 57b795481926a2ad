import { FARGATE_DAEMON_SET_PODS, FARGATE_NODE } from '../../facts/fargate';
import { admitsFargateNodes } from '../../manifest/fargate-node';
import { Rule } from '../rule';

export const daemonSetStaysOff: Rule = {
  id: 'fargate/daemon-set-stays-off',
  severity: 'error',
  title: 'Where a cluster has nodes and Fargate profiles, a DaemonSet that tolerates every taint stays off Fargate nodes.',
  link: FARGATE_DAEMON_SET_PODS.source,
  check: ({ manifests, platform, fargateProfiles = [] }) => !platform?.nodes || platform.fargate !== 'profiles' || fargateProfiles.length === 0 ? [] : manifests.pods
    .filter(({ manifest, pod }) => manifest.kind === 'DaemonSet' && admitsFargateNodes(pod))
    .map(at => ({
      at,
      reason: `it tolerates the taint '${FARGATE_NODE.key}=${FARGATE_NODE.value}:${FARGATE_NODE.effect}' and chooses no other nodes: a pod of it is made for each Fargate node and stays Pending, so its rollout never ends`,
      remedy: `Add a required nodeAffinity { key: '${FARGATE_NODE.key}', operator: NotIn, values: [${FARGATE_NODE.value}] }, or tolerate the taints that are meant and no others`,
    })),
};
