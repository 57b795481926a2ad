import { logging, NAMESPACE } from './logging';
import { check, finding, object } from '../fixtures';

const RULE = 'fargate-logging/in-its-place';

test('the name and the namespace that AWS reads', () => {
  expect(check(RULE, [NAMESPACE, logging()])).toEqual([]);
});

test.each(['logging/aws-logging', 'aws-logging', 'aws-observability/fluent-bit'])('nobody reads %s', name => {
  const stray = logging({}, name);
  expect(check(RULE, [stray])).toEqual([finding(RULE, stray, "AWS reads the ConfigMap 'aws-logging' in the namespace 'aws-observability' and no other")]);
});

test('a ConfigMap of something else may be anywhere', () => {
  expect(check(RULE, [object('v1', 'ConfigMap', 'aws-observability/dashboards', { data: { a: 'b' } }), object('v1', 'ConfigMap', 'shop/settings')])).toEqual([]);
});
