import { logging, NAMESPACE } from './logging';
import { check, FARGATE, finding, object } from '../fixtures';

const RULE = 'fargate-logging/namespace-is-labelled';

test('a namespace with the label', () => {
  expect(check(RULE, [NAMESPACE, logging()])).toEqual([]);
});

test.each([
  ['no labels', {}],
  ['another value', { labels: { 'aws-observability': 'true' } }],
])('a namespace with %s is not found by AWS, as kubectl create namespace leaves it', (_, metadata) => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'aws-observability', ...metadata } };
  expect(check(RULE, [namespace, logging()])).toEqual([finding(RULE, namespace, "it has no label 'aws-observability: enabled'")]);
});

test('a configuration without the namespace, where everything is known', () => {
  expect(check(RULE, [logging()])).toEqual([finding(RULE, logging(), "there is no Namespace 'aws-observability'")]);
  expect(check(RULE, [logging()], { ...FARGATE, complete: undefined })).toEqual([]);
});

test('other namespaces need no label', () => {
  expect(check(RULE, [object('v1', 'Namespace', 'shop'), { apiVersion: 'v1', kind: 'Namespace' }])).toEqual([]);
});
