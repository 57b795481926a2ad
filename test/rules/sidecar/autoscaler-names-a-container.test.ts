import { APP, check, deployment, finding, instrumented, object, remedies } from '../fixtures';

const RULE = 'sidecar/autoscaler-names-a-container';
const TARGET = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const hpa = (spec: object, name = 'shop/web', kind = 'HorizontalPodAutoscaler') => object('autoscaling/v2', kind, name, { spec: { scaleTargetRef: TARGET, ...spec } });
const RESOURCE = { metrics: [{ type: 'External' }, { type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 70 } } }] };
const web = instrumented('shop/web');

test.each<[string, any, string]>([
  ['a Resource metric', hpa(RESOURCE), "it measures 'memory' of all containers of the pods of the Deployment 'web' together"],
  ['autoscaling/v1', hpa({ targetCPUUtilizationPercentage: 80 }), "it measures 'cpu'"],
  ['a trigger of KEDA', hpa({ scaleTargetRef: { name: 'web' }, triggers: [{ type: 'cpu', metadata: { value: '50' } }] }, 'shop/web', 'ScaledObject'), "it measures 'cpu'"],
])('warns of %s', (_, manifest, reason) => {
  expect(check(RULE, [web, manifest])).toEqual([finding(RULE, manifest, reason)]);
});

test('names the remedy of each', () => {
  expect(remedies(RULE, [web, hpa(RESOURCE)])[0]).toContain('ContainerResource');
  expect(remedies(RULE, [web, hpa({ triggers: [{ type: 'memory' }] }, 'shop/web', 'ScaledObject')])[0]).toContain('containerName');
});

test.each<[string, any[]]>([
  ['a container is named', [web, hpa({ metrics: [{ type: 'ContainerResource', containerResource: { name: 'cpu', container: 'web' } }] })]],
  ['a trigger names one', [web, hpa({ triggers: [{ type: 'cpu', metadata: { containerName: 'web' } }, { type: 'cron' }] }, 'shop/web', 'ScaledObject')]],
  ['the pods have no Agent', [deployment('shop/web', { containers: [APP] }), hpa(RESOURCE)]],
  ['it is for another workload', [web, hpa({ ...RESOURCE, scaleTargetRef: { ...TARGET, name: 'api' } }), hpa(RESOURCE, 'other/web'), hpa({ ...RESOURCE, scaleTargetRef: 'web' })]],
])('is content where %s', (_, manifests) => {
  expect(check(RULE, manifests)).toEqual([]);
});
