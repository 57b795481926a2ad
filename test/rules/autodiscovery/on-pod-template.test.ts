import { ad, pods } from './annotated';
import { APP, check, deployment, finding, object } from '../fixtures';

const RULE = 'autodiscovery/on-pod-template';
const ANNOTATIONS = ad({ 'web.checks': '{}', 'web.logs': '[]' });

test('on a pod template, and on a Pod, which is its own', () => {
  const pod = object('v1', 'Pod', 'shop/web', { spec: { containers: [APP] } });
  expect(check(RULE, [pods({ 'redis.checks': '{}' }), { ...pod, metadata: { ...pod.metadata, annotations: ANNOTATIONS } }])).toEqual([]);
});

test('on a workload they are lost', () => {
  const web = deployment('shop/web', { containers: [APP] });
  const annotated = { ...web, metadata: { ...web.metadata, annotations: { ...ANNOTATIONS, team: 'shop' } } };
  expect(check(RULE, [annotated])).toEqual([
    finding(RULE, annotated, "'ad.datadoghq.com/web.checks' and 'ad.datadoghq.com/web.logs' stand on the Deployment itself"),
  ]);
});

test('one of them is told as one', () => {
  const web = deployment('shop/web', { containers: [APP] });
  const annotated = { ...web, metadata: { ...web.metadata, annotations: ad({ 'web.logs': '[]' }) } };
  expect(check(RULE, [annotated])).toEqual([finding(RULE, annotated, "'ad.datadoghq.com/web.logs' stands on the Deployment itself")]);
});
