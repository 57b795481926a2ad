import { noDaemonSet } from '../../../src/rules/fargate/no-daemon-set';
import { APP, check, deployment, finding, manifestSet, MIXED, nodeAgent, object } from '../fixtures';

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
    expect(check(RULE, [nodes('store/agents'), nodes('jobs/agents')], MIXED)).toEqual([]);
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
    const [{ remedy }] = noDaemonSet.check({ ...MIXED, manifests: manifestSet([nodeAgent('shop/datadog-agent')]) });
    expect(remedy).toContain("move it out of the namespace 'shop', by 'namespace' of DatadogChart");
  });
});
