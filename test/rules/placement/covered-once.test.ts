import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { agent, APP, check, deployment, EC2, FARGATE, finding, instrumented, job, MIXED, nodeAgent, object, remedies } from '../fixtures';

const RULE = 'placement/covered-once';
const PLAIN = { containers: [APP] };
const ONCE = [
  instrumented('shop/web'),
  deployment('store/web', PLAIN),
  job('jobs/night', PLAIN),
  nodeAgent(),
];

test('a sidecar where a profile takes the pods, and none where they run on nodes', () => {
  expect(check(RULE, ONCE, MIXED)).toEqual([]);
});

describe('neither', () => {
  test('a workload that a profile takes and that has no Agent, by name of the profile', () => {
    const api = deployment('shop/api', PLAIN);
    expect(check(RULE, [...ONCE, api], MIXED)).toEqual([
      finding(RULE, api, "the Fargate profile 'shop' takes its pods (pods in the namespace 'shop' with the labels app=web), where no Agent of a node reaches them"),
    ]);
  });

  test.each<[string, object]>([
    ['its system', { os: { name: 'windows' } }],
    ['a label of nodes', { nodeSelector: { 'kubernetes.io/os': 'windows' } }],
  ])('leaves pods for Windows by %s to the rule of Fargate, so that there is one error', (_, windows) => {
    const api = deployment('shop/api', { ...PLAIN, ...windows });
    expect(check(RULE, [...ONCE, api], MIXED)).toEqual([]);
    expect(check('fargate/no-windows', [...ONCE, api], MIXED)).toHaveLength(1);
  });

  test.each(['Job', 'CronJob'])('a %s too', kind => {
    const template = { metadata: { labels: { run: 'fargate' } }, spec: PLAIN };
    const spec = kind === 'Job' ? { template } : { jobTemplate: { spec: { template } } };
    const night = object('batch/v1', kind, 'jobs/night', { spec });
    expect(check(RULE, [night], MIXED)).toEqual([finding(RULE, night, "the Fargate profile 'jobs' takes its pods")]);
  });

  test("Datadog's own pods observe themselves", () => {
    expect(check(RULE, [deployment('shop/datadog-cluster-agent', PLAIN, { 'agent.datadoghq.com/component': 'cluster-agent' })], MIXED)).toEqual([]);
  });

  test("pods with the label of Datadog's webhook get theirs from it", () => {
    expect(check(RULE, [deployment('shop/web', PLAIN, { 'agent.datadoghq.com/sidecar': 'fargate' })], MIXED)).toEqual([]);
  });

  test('pods that an annotation keeps on nodes are served there', () => {
    const web = deployment('shop/web', PLAIN);
    const kept = { ...web, spec: { template: { ...web.spec.template, metadata: { annotations: { 'eks.amazonaws.com/compute-type': 'ec2' } } } } };
    expect(check(RULE, [kept], MIXED)).toEqual([]);
  });
});

describe('both', () => {
  test('a selector is in the remedy where there are profiles', () => {
    expect(remedies(RULE, [instrumented('store/web')], MIXED)).toEqual([
      'Give it to datadog.instrument(...) alone, which connects it to the Agent of its node; or add a selector for it, in EKS and in the platform',
    ]);
  });

  test('a sidecar on a node names the namespace, the labels and the profiles', () => {
    const web = instrumented('store/web');
    expect(check(RULE, [web], MIXED)).toEqual([
      finding(RULE, web, "none of the Fargate profiles 'shop' and 'jobs' has a selector for pods in the namespace 'store' with the labels app=web; a selector of 'shop' wants but the namespace 'shop'"),
    ]);
  });

  test('one label away from a profile', () => {
    const web = instrumented('jobs/web');
    expect(check(RULE, [web], { ...MIXED, fargateProfiles: MIXED.fargateProfiles!.slice(1) })).toEqual([
      finding(RULE, web, "the Fargate profile 'jobs' has no selector for pods in the namespace 'jobs' with the labels app=web; a selector of 'jobs' wants but the label run=fargate"),
    ]);
  });

  test('without a profile', () => {
    const web = instrumented('shop/web');
    // Profiles are nothing where the platform has no Fargate.
    for (const context of [EC2, { ...EC2, fargateProfiles: undefined }, { ...MIXED, platform: PLATFORMS.kubeadm }]) {
      expect(check(RULE, [web], context)).toEqual([finding(RULE, web, 'both send the same: the cluster has no Fargate profile')]);
      expect(remedies(RULE, [web], context)).toEqual(['Give it to datadog.instrument(...) alone, which connects it to the Agent of its node']);
    }
  });

  test('in a DaemonSet', () => {
    const nodes = object('apps/v1', 'DaemonSet', 'shop/nodes', { spec: { template: { spec: { containers: [APP, agent()] } } } });
    expect(check(RULE, [nodes], MIXED)).toEqual([finding(RULE, nodes, 'a DaemonSet has no pods on Fargate')]);
  });

  test('kept on nodes by the annotation', () => {
    const web = instrumented('jobs/web', { labels: { run: 'fargate' } });
    const kept = { ...web, spec: { template: { ...web.spec.template, metadata: { ...web.spec.template.metadata, annotations: { 'eks.amazonaws.com/compute-type': 'ec2' } } } } };
    expect(check(RULE, [kept], MIXED)).toEqual([finding(RULE, kept, "'eks.amazonaws.com/compute-type' keeps them off the Fargate profile 'jobs'")]);
  });

  test('one that asks for Fargate in vain is told once, by another rule', () => {
    const web = instrumented('store/web', { labels: { 'eks.amazonaws.com/fargate-profile': 'shop' } });
    expect(check(RULE, [web], MIXED)).toEqual([]);
    expect(check('placement/fargate-has-a-profile', [web], MIXED)).toHaveLength(1);
  });
});

test('nothing is known of a cluster that is not all there, and Fargate alone has rules of its own', () => {
  const all = [instrumented('store/web'), deployment('shop/web', PLAIN)];
  expect(check(RULE, all, { ...MIXED, complete: false })).toEqual([]);
  expect(check(RULE, all, FARGATE)).toEqual([]);
  expect(check(RULE, all, { ...MIXED, platform: undefined })).toEqual([]);
});
