import { Manifest } from '../../../src/manifest/manifest';
import { APP, check, deployment, finding, MIXED, nodeAgent, object, remedies } from '../fixtures';

const RULE = 'fargate/no-daemon-set';
const AGENTS = object('apps/v1', 'DaemonSet', 'datadog/agents', { spec: { template: { spec: { containers: [APP] } } } });

test('other workloads are fine', () => {
  expect(check(RULE, [deployment('shop/web', { containers: [APP] })])).toEqual([]);
});

test('a DaemonSet is not', () => {
  expect(check(RULE, [AGENTS])).toEqual([finding(RULE, AGENTS, 'a DaemonSet has no pods on Fargate')]);
});

test('a DaemonSet is, where there are other nodes', () => {
  expect(check(RULE, [AGENTS], { complete: true })).toEqual([]);
});

describe('where there are nodes and profiles', () => {
  const nodes = (fullName: string, metadata: object = {}) => object('apps/v1', 'DaemonSet', fullName, { spec: { template: { metadata, spec: { containers: [APP] } } } });

  test('one that no profile has a selector for is fine', () => {
    expect(check(RULE, [nodes('store/agents'), nodes('jobs/agents'), deployment('shop/web', { containers: [APP] })], MIXED)).toEqual([]);
  });

  test('one in a namespace of a profile is told, with the profile', () => {
    const agents = nodes('shop/agents');
    expect(check(RULE, [agents], MIXED)).toEqual([finding(RULE, agents, "the Fargate profile 'shop' has a selector for pods in the namespace 'shop' with no labels, and a DaemonSet has no pods on Fargate")]);
  });

  test('one with the labels of a profile too', () => {
    const agents = nodes('jobs/agents', { labels: { run: 'fargate' } });
    expect(check(RULE, [agents], MIXED)).toEqual([finding(RULE, agents, "the Fargate profile 'jobs' has a selector for pods in the namespace 'jobs' with the labels run=fargate")]);
  });

  test('one that says it is for the nodes is fine', () => {
    expect(check(RULE, [nodes('shop/agents', { annotations: { 'eks.amazonaws.com/compute-type': 'ec2' } })], MIXED)).toEqual([]);
  });

  test('the remedy for ours is another namespace of the chart', () => {
    const annotate = "; where it is meant for the nodes alone, annotate its pods with 'eks.amazonaws.com/compute-type: ec2'";
    const told = (manifest: Manifest) => remedies(RULE, [manifest], MIXED)[0].split("move it out of the namespace 'shop'")[1];
    expect(told(nodeAgent('shop/datadog-agent'))).toBe(`, by 'namespace' of DatadogChart${annotate}`);
    expect(told(nodes('shop/agents'))).toBe(annotate);
  });
});
