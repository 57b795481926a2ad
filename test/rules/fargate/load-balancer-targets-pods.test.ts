import { APP, check, deployment, EC2, finding, MIXED, object } from '../fixtures';

const RULE = 'fargate/load-balancer-targets-pods';
const web = deployment('shop/web', { containers: [APP] });
const annotated = (manifest: any, annotations: object) => ({ ...manifest, metadata: { ...manifest.metadata, annotations } });
const service = (annotations: object = {}, selector: object = { app: 'web' }) => annotated(object('v1', 'Service', 'shop/web', { spec: { selector } }), annotations);
const ingress = (type: string) => annotated(object('networking.k8s.io/v1', 'Ingress', 'shop/web', {
  spec: { rules: [{ http: { paths: [{ backend: { service: { name: 'web' } } }] } }] },
}), { 'alb.ingress.kubernetes.io/target-type': type });
const NLB = 'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type';

test('refuses ports of nodes as targets, of a Service and of an Ingress', () => {
  const byNode = service({ [NLB]: 'instance' });
  expect(check(RULE, [web, byNode])).toEqual([finding(RULE, byNode, `the annotation '${NLB}: instance' has the load balancer send to ports of nodes`)]);
  expect(check(RULE, [web, service(), ingress('instance')], MIXED)).toEqual([finding(RULE, ingress('instance'), "'alb.ingress.kubernetes.io/target-type: instance'")]);
});

test.each<[string, any[], any]>([
  ['addresses of pods', [web, service({ [NLB]: 'ip' }), ingress('ip')], MIXED],
  ['no annotation', [web, service()], MIXED],
  ['a Service for pods on nodes', [web, service({ [NLB]: 'instance' })], EC2],
  ['a Service for other pods', [web, service({ [NLB]: 'instance' }, { app: 'api' }), service({ [NLB]: 'instance' }, {})], MIXED],
  ['a backend that nobody knows', [web, ingress('instance')], MIXED],
])('accepts %s', (_, manifests, context) => {
  expect(check(RULE, manifests, context)).toEqual([]);
});
