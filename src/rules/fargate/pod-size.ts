import { FARGATE_SIZES } from '../../facts/fargate';
import { describeRequests, describeSize, fargateSize } from '../../manifest/fargate-size';
import { podRequests } from '../../manifest/pod-requests';
import { hasPodResources } from '../../manifest/pod-resources';
import { fargatePods } from '../fargate-pods';
import { Rule } from '../rule';

export const podSize: Rule = {
  id: 'fargate/pod-size',
  severity: 'info',
  title: 'The Fargate size that AWS provisions, and charges, for each pod.',
  link: FARGATE_SIZES[0].source,
  check: context => fargatePods(context).flatMap(at => {
    const requests = podRequests(at.pod);
    const size = fargateSize(requests);
    return size === undefined ? [] : [{
      at,
      reason: `${describeSize(size)}; it requests ${describeRequests(requests)}${hasPodResources(at.pod) ? ". That is by 'spec.resources' of the pod, and AWS does not document whether Fargate goes by it" : ''}`,
      remedy: 'Change the requests of its containers where another size would do',
    }];
  }),
};
