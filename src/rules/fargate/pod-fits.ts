import { FARGATE_SIZES } from '../../facts/fargate';
import { describeRequests, describeSize, fargateSize, LARGEST_FARGATE_SIZE } from '../../manifest/fargate-size';
import { podRequests } from '../../manifest/pod-requests';
import { fargatePods } from '../fargate-pods';
import { Rule } from '../rule';

export const podFits: Rule = {
  id: 'fargate/pod-fits',
  severity: 'error',
  title: "A pod's requests fit into the largest Fargate size.",
  link: FARGATE_SIZES[0].source,
  check: context => fargatePods(context).filter(({ pod }) => fargateSize(podRequests(pod)) === undefined).map(at => ({
    at,
    reason: `the pod requests ${describeRequests(podRequests(at.pod))}, and the largest Fargate size is ${describeSize(LARGEST_FARGATE_SIZE)}: it stays Pending`,
    remedy: 'Lower the requests of its containers, or run it in several pods',
  })),
};
