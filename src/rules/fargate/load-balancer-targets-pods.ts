import { FARGATE_LOAD_BALANCERS } from '../../facts/fargate';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { Manifest, namespaceOf } from '../../manifest/manifest';
import { isObject, objectsIn } from '../../manifest/objects-in';
import { fargatePods } from '../fargate-pods';
import { Rule, RuleContext } from '../rule';

const { ingress, service, byNode, byAddress, source } = FARGATE_LOAD_BALANCERS;

export const loadBalancerTargetsPods: Rule = {
  id: 'fargate/load-balancer-targets-pods',
  severity: 'error',
  title: 'A load balancer reaches pods on Fargate by their addresses.',
  link: source,
  check: context => ([['Service', service], ['Ingress', ingress]] as const).flatMap(([kind, annotation]) => context.manifests.ofKind(kind)
    .filter(({ manifest }) => manifest.metadata?.annotations?.[annotation] === byNode
      && servicesBehind(manifest, context).some(each => hasPodsOnFargate(each, context)))
    .map(at => ({
      at,
      reason: `the annotation '${annotation}: ${byNode}' has the load balancer send to ports of nodes, and pods on Fargate have no nodes with ports`,
      remedy: `Write '${annotation}: ${byAddress}'`,
    }))),
};

function servicesBehind(manifest: Manifest, { manifests }: RuleContext): Manifest[] {
  if (manifest.kind === 'Service') return [manifest];
  const paths = objectsIn<any>(manifest.spec?.rules).flatMap(({ http }) => objectsIn<any>(http?.paths));
  const backends = [manifest.spec?.defaultBackend, ...paths.map(({ backend }) => backend)];
  return backends.flatMap(backend => {
    const found = isObject(backend) ? manifests.find('Service', namespaceOf(manifest), String((backend as any).service?.name)) : undefined;
    return found ? [found] : [];
  });
}

function hasPodsOnFargate(given: Manifest, context: RuleContext): boolean {
  const selector: unknown = given.spec?.selector;
  return isObject(selector) && Object.keys(selector).length > 0 && fargatePods(context).some(at => namespaceOf(at.manifest) === namespaceOf(given)
    && Object.entries(selector).every(([name, value]) => podLabelsOf(at)[name] === value));
}
