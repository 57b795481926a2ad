import { INJECTION, INTERCEPTION_MODE, NO_PROXY_ON_FARGATE } from '../../facts/istio';
import { meshOf, redirectsTraffic } from '../../manifest/istio';
import { fargatePods } from '../fargate-pods';
import { Rule } from '../rule';

export const noProxyOnFargate: Rule = {
  id: 'istio/no-proxy-on-fargate',
  severity: 'error',
  title: 'No pod on AWS Fargate gets a proxy of Istio that takes over its traffic.',
  link: NO_PROXY_ON_FARGATE.source,
  check: context => fargatePods(context)
    .filter(at => meshOf(at, context.manifests) === 'sidecar' && redirectsTraffic(at))
    .map(at => ({
      at,
      reason: 'Istio adds a proxy to the pod with an init container that needs the capability NET_ADMIN, and AWS Fargate does not run a pod with that',
      remedy: `Label the pod template with '${INJECTION.pod}: "${INJECTION.outside}"', or run it on EC2 nodes, or let the proxy take no traffic by itself `
        + `with the annotation '${INTERCEPTION_MODE.name}: ${INTERCEPTION_MODE.none}'`,
    })),
};
