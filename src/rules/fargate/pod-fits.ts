import { FARGATE_SIZES } from '../../facts/fargate';
import { describeRequests, describeSize, fargateSize, LARGEST_FARGATE_SIZE } from '../../manifest/fargate-size';
import { fargatePods } from '../fargate-pods';
import { agentInWords, fargateRequests } from '../fargate-requests';
import { Rule } from '../rule';

export const podFits: Rule = {
  id: 'fargate/pod-fits',
  severity: 'error',
  title: "A pod's requests fit into the largest Fargate size.",
  link: FARGATE_SIZES[0].source,
  check: context => fargatePods(context)
    .map(at => ({ at, ...fargateRequests(at, context) }))
    .filter(({ requests }) => fargateSize(requests) === undefined)
    .map(({ at, ...found }) => ({
      at,
      reason: `the pod requests ${describeRequests(found.requests)}${agentInWords(found)}, and the largest Fargate size is ${describeSize(LARGEST_FARGATE_SIZE)}: it stays Pending`,
      remedy: 'Lower the requests of its containers, or run it in several pods',
    })),
};
