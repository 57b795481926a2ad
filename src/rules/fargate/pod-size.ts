import { FARGATE_SIZES } from '../../facts/fargate';
import { describeRequests, describeSize, fargateSize } from '../../manifest/fargate-size';
import { hasPodResources } from '../../manifest/pod-resources';
import { fargatePods } from '../fargate-pods';
import { agentInWords, fargateRequests } from '../fargate-requests';
import { Rule } from '../rule';

const BY_POD = ". That is by 'spec.resources' of the pod, and AWS does not document whether Fargate goes by it";

export const podSize: Rule = {
  id: 'fargate/pod-size',
  severity: 'info',
  title: 'The Fargate size that AWS provisions, and charges, for each pod.',
  link: FARGATE_SIZES[0].source,
  check: context => fargatePods(context).flatMap(at => {
    const found = fargateRequests(at, context);
    const size = fargateSize(found.requests);
    return size === undefined ? [] : [{
      at,
      reason: `${describeSize(size)}; it requests ${describeRequests(found.requests)}${agentInWords(found)}${hasPodResources(at.pod) ? BY_POD : ''}`,
      remedy: 'Change the requests of its containers where another size would do',
    }];
  }),
};
