import { clusterAgent, SHOP } from './webhook';
import { APP, check, deployment, FARGATE, finding, instrumented } from '../fixtures';

const RULE = 'sidecar-injection/one-way';
const LABELS = { team: 'shop' };

/** A policy for pods of the namespace `shop` with a label. */
function policy(name = 'coredns', { webhook = false, ...more }: { webhook?: boolean; [field: string]: unknown } = {}) {
  return { name, webhook, match: { groups: [{ namespaces: ['shop'], labels: LABELS }], ...more } };
}

const within = (...sidecarInjections: ReturnType<typeof policy>[]) => ({ ...FARGATE, sidecarInjections });

test('one way each', () => {
  const workloads = [instrumented('shop/own'), deployment('shop/chosen', { containers: [APP] }, LABELS), deployment('pay/none', { containers: [APP] }, LABELS)];
  expect(check(RULE, workloads, within(policy()))).toEqual([]);
  expect(check(RULE, [...workloads, clusterAgent({ selectors: [{ objectSelector: { matchLabels: { team: 'pay' } } }] })], within(policy()))).toEqual([]);
  // The env vars of the Cluster Agent say the same as what is known of its webhook.
  expect(check(RULE, workloads, within(policy('webhook', { webhook: true }), policy()))).toEqual([]);
});

test('an Agent in the manifest, and a policy', () => {
  const broken = instrumented('shop/web', { labels: LABELS });
  expect(check(RULE, [broken], within(policy()))).toEqual([finding(RULE, broken, "from the manifests, which have it already and from the injection 'coredns'")]);
});

test('two policies', () => {
  const broken = deployment('shop/web', { containers: [APP] }, LABELS);
  expect(check(RULE, [broken], within(policy('one'), policy('two')))).toEqual([finding(RULE, broken, "from the injection 'one' and from the injection 'two'")]);
});

test('a policy, and the webhook', () => {
  const broken = deployment('shop/web', { containers: [APP] }, LABELS);
  expect(check(RULE, [broken, clusterAgent({ selectors: [SHOP] })], within(policy()))).toEqual([finding(RULE, broken, "from the injection 'coredns' and from Datadog's webhook")]);
});

test('an Agent in the manifest, and a selector of the webhook', () => {
  const broken = instrumented('shop/web', { labels: LABELS });
  expect(check(RULE, [broken, clusterAgent({ selectors: [SHOP] })])).toEqual([finding(RULE, broken, "which have it already and from Datadog's webhook")]);
});

test('the label of the webhook beside an Agent is a rule of its own', () => {
  const labels = { ...LABELS, 'agent.datadoghq.com/sidecar': 'fargate' };
  const both = instrumented('shop/web', { labels });
  expect(check(RULE, [both, clusterAgent()])).toEqual([]);
  // Whatever comes on top of it is none.
  expect(check(RULE, [both, clusterAgent()], within(policy()))).toEqual([finding(RULE, both, "have it already and from the injection 'coredns' and from Datadog's webhook")]);
  const bySelector = { ...clusterAgent({ selectors: [SHOP] }), metadata: { namespace: 'datadog', name: 'second' } };
  expect(check(RULE, [both, clusterAgent(), bySelector])).toHaveLength(1);
  const chosen = deployment('shop/web', { containers: [APP] }, labels);
  expect(check(RULE, [chosen, clusterAgent()], within(policy()))).toEqual([finding(RULE, chosen, "from the injection 'coredns' and from Datadog's webhook")]);
});

test('what a policy leaves alone is no second way', () => {
  const daemon = { ...instrumented('shop/web', { labels: LABELS }), kind: 'DaemonSet' };
  const datadogs = instrumented('shop/agent', { labels: { ...LABELS, 'agent.datadoghq.com/component': 'agent' } });
  expect(check(RULE, [daemon, datadogs], within(policy()))).toEqual([]);
  const otherProfile = instrumented('shop/other', { labels: { ...LABELS, 'eks.amazonaws.com/fargate-profile': 'other' } });
  const onNodes: any = instrumented('shop/nodes', { labels: LABELS });
  onNodes.spec.template.metadata.annotations = { 'eks.amazonaws.com/compute-type': 'ec2' };
  expect(check(RULE, [otherProfile, onNodes], within(policy('shop', { profiles: ['shop'] })))).toEqual([]);
});

test('the Cluster Agent that has the webhook gets no Agent from it', () => {
  const everything = [{ namespaceSelector: { matchLabels: {} } }];
  const own: any = clusterAgent({ selectors: everything });
  own.spec.template.spec.containers.push({ name: 'datadog-agent-injected' });
  expect(check(RULE, [own])).toEqual([]);
});
