import { APP, check, deployment, env, finding, FARGATE, instrumented, MIXED } from '../fixtures';

const RULE = 'fargate/no-webhook-socket';
const ASKS = { 'admission.datadoghq.com/enabled': 'true' };
const SOCKETS = { DD_ADMISSION_CONTROLLER_ENABLED: 'true', DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE: 'socket' };
const ALL = { ...SOCKETS, DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED: 'true' };
const LIBRARIES = { ...SOCKETS, DD_APM_INSTRUMENTATION_ENABLED: 'true' };

const clusterAgent = (vars: { [name: string]: string }) =>
  deployment('datadog/cluster-agent', { containers: [{ name: 'cluster-agent', env: env(vars) }] }, { 'admission.datadoghq.com/enabled': 'false' });
const web = (labels = {}) => deployment('shop/web', { containers: [APP] }, labels);
const targets = (...list: object[]) => ({ ...LIBRARIES, DD_APM_INSTRUMENTATION_TARGETS: JSON.stringify(list) });

test.each<[string, { [name: string]: string }, object, string]>([
  ['that asks for it', SOCKETS, ASKS, "the label 'admission.datadoghq.com/enabled: \"true\"' asks for"],
  ['like all others', ALL, {}, 'DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED is for'],
  ['that gets a library', LIBRARIES, {}, 'DD_APM_INSTRUMENTATION_ENABLED is for'],
  ['in one of the namespaces', { ...LIBRARIES, DD_APM_INSTRUMENTATION_ENABLED_NAMESPACES: '["shop"]' }, {}, 'DD_APM_INSTRUMENTATION_ENABLED is for'],
  ['of a target', targets({ namespaceSelector: { matchNames: ['shop'] }, podSelector: { matchLabels: { app: 'web' } } }), {}, 'DD_APM_INSTRUMENTATION_ENABLED is for'],
  ['of a target for all', targets({ name: 'rest' }), {}, 'DD_APM_INSTRUMENTATION_ENABLED is for'],
  ['that names the mode', SOCKETS, { ...ASKS, 'admission.datadoghq.com/config.mode': 'socket' }, 'asks for'],
])('a Fargate pod %s would get a folder of a node', (_, vars, labels, reason) => {
  const pods = web(labels);
  expect(check(RULE, [clusterAgent(vars), pods], MIXED)).toEqual([finding(RULE, pods, reason)]);
});

test.each<[string, { [name: string]: string }, object]>([
  ['that does not ask', SOCKETS, {}],
  ['with another mode of its own', SOCKETS, { ...ASKS, 'admission.datadoghq.com/config.mode': 'hostip' }],
  ['that declines', ALL, { 'admission.datadoghq.com/enabled': 'false' }],
  ['to which the webhook adds an Agent', ALL, { 'agent.datadoghq.com/sidecar': 'fargate' }],
  ['where another mode is chosen', { ...ALL, DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE: 'hostip' }, ASKS],
  ['where nothing is told', { ...ALL, DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED: 'false' }, ASKS],
  ['where the webhook is off', { ...ALL, DD_ADMISSION_CONTROLLER_ENABLED: 'false' }, ASKS],
  ['outside of the namespaces', { ...LIBRARIES, DD_APM_INSTRUMENTATION_ENABLED_NAMESPACES: '["other"]' }, {}],
  ['in a namespace that is left out', { ...LIBRARIES, DD_APM_INSTRUMENTATION_DISABLED_NAMESPACES: '["shop"]' }, {}],
  ['of no target', targets({ namespaceSelector: { matchNames: ['other'] } }, { podSelector: { matchLabels: { app: 'api' } } }), {}],
  ['of a target by labels of namespaces, which nobody knows', targets({ namespaceSelector: { matchLabels: { team: 'shop' } } }), {}],
])('a Fargate pod %s gets none', (_, vars, labels) => {
  expect(check(RULE, [clusterAgent(vars), web(labels)], MIXED)).toEqual([]);
});

test('a list that is no JSON narrows nothing', () => {
  const vars = { ...LIBRARIES, DD_APM_INSTRUMENTATION_ENABLED_NAMESPACES: 'shop' };
  expect(check(RULE, [clusterAgent(vars), web()], MIXED)).toHaveLength(1);
});

test('a pod on a node may have it', () => {
  expect(check(RULE, [clusterAgent(SOCKETS), deployment('batch/web', { containers: [APP] }, ASKS)], MIXED)).toEqual([]);
});

test('a sidecar does not help: the volume is added all the same', () => {
  const pods = instrumented('shop/web', { labels: ASKS });
  expect(check(RULE, [clusterAgent(SOCKETS), pods], FARGATE)).toEqual([finding(RULE, pods, 'with which they never start')]);
});
