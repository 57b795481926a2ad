import { AUTODISCOVERY, ENDPOINTS_CHECKS } from '../../facts/autodiscovery';
import { annotatedObjects, AutodiscoveryAnnotation } from '../../manifest/autodiscovery';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { Manifest, namespaceOf } from '../../manifest/manifest';
import { isObject } from '../../manifest/objects-in';
import { fargatePods } from '../fargate-pods';
import { Rule, RuleContext } from '../rule';

const RESOLVE = `${AUTODISCOVERY.prefix}${AUTODISCOVERY.endpoints}.${AUTODISCOVERY.resolve}`;

export const endpointsResolveIp: Rule = {
  id: 'autodiscovery/endpoints-resolve-ip',
  severity: 'error',
  title: 'Endpoints checks of pods on Fargate go to cluster check runners: no node has an Agent that would run them.',
  link: ENDPOINTS_CHECKS.source,
  check: context => annotatedObjects(context.manifests)
    .filter(({ pod, at, annotations }) => !pod && asksForEndpoints(annotations) && hasPodsOnFargate(at.manifest, context))
    .map(({ at }) => ({
      at,
      reason: 'the checks of its endpoints are handed to the Agent on the node of each pod, and on Fargate no Agent asks for them',
      remedy: `Set 'resolve: EndpointsResolve.IP' in Autodiscovery.ofEndpoints(...), or the annotation '${RESOLVE}: ${AUTODISCOVERY.resolveIp}', which hands them to a cluster check runner`,
    })),
};

/** Endpoints that somebody else writes down have no pod behind them, and go to runners by themselves. */
function hasPodsOnFargate(service: Manifest, context: RuleContext): boolean {
  const selector: unknown = service.spec?.selector;
  if (!isObject(selector) || Object.keys(selector).length === 0) return false;
  return context.platform?.nodes === false || fargatePods(context).some(at => namespaceOf(at.manifest) === namespaceOf(service)
    && Object.entries(selector).every(([name, value]) => podLabelsOf(at)[name] === value));
}

function asksForEndpoints(annotations: readonly AutodiscoveryAnnotation[]): boolean {
  const ofEndpoints = annotations.filter(a => a.identifier === AUTODISCOVERY.endpoints);
  const value = (field: string) => ofEndpoints.find(a => a.field === field)?.value;
  const asks = value(AUTODISCOVERY.checks) ?? value(AUTODISCOVERY.checkNames);
  return asks !== undefined && value(AUTODISCOVERY.resolve) !== AUTODISCOVERY.resolveIp;
}
