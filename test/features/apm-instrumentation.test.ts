import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../src/model/cluster-description';
import { FeaturesDescription } from '../../src/model/features-model';
import { clusterModel } from '../render/models';
import { violationOf } from '../requirements/violations';

const EC2 = { fact: PLATFORMS.eks };

type ApmInstrumentationDescription = NonNullable<NonNullable<FeaturesDescription['apm']>['instrumentation']>;

function features(instrumentation: ApmInstrumentationDescription, more: FeaturesDescription = {}, given: Partial<ClusterDescription> = {}) {
  return clusterModel({ ...given, features: { ...more, apm: { instrumentation: { enabled: true, ...instrumentation }, ...more.apm } } }).features;
}

test('it brings the admission controller', () => {
  const { apmInstrumentation, admissionController } = features({});
  expect(apmInstrumentation).toEqual({ enabledNamespaces: [], disabledNamespaces: [], libVersions: {}, targets: [], languageDetection: false });
  expect(admissionController).toEqual({ mutateUnlabelled: false, failurePolicy: 'Ignore', configMode: 'none' });
  expect(features({}, {}, { platform: EC2 }).admissionController?.configMode).toBe('socket');
});

test('off, it brings nothing', () => {
  const { apmInstrumentation, admissionController } = features({ enabled: false, enabledNamespaces: ['a'], disabledNamespaces: ['b'] });
  expect([apmInstrumentation, admissionController]).toEqual([undefined, undefined]);
});

const TARGET = {
  name: 'web',
  podSelector: { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'In', values: ['front'] }] },
  namespaceSelector: { matchNames: ['shop'] },
  ddTraceVersions: { java: 'v1' },
  ddTraceConfigs: [{ name: 'DD_PROFILING_ENABLED', value: 'auto' }],
};

test('targets are kept as the Cluster Agent reads them, beside namespaces that are left out', () => {
  expect(features({ targets: [TARGET, {}], disabledNamespaces: ['batch'] }).apmInstrumentation).toMatchObject({ targets: [TARGET, {}], disabledNamespaces: ['batch'] });
});

test('languages are seen on nodes', () => {
  expect(features({ languageDetection: true }, {}, { platform: EC2 }).apmInstrumentation?.languageDetection).toBe(true);
});

const oneChoice = 'apm-instrumentation/one-choice';

test.each<[refused: string, given: ApmInstrumentationDescription, rule: string, reason: string]>([
  ['namespaces that are on and namespaces that are off', { enabledNamespaces: ['a'], disabledNamespaces: ['b'] }, oneChoice, "'enabledNamespaces' and 'disabledNamespaces'"],
  ['namespaces beside targets', { enabledNamespaces: ['a'], targets: [TARGET] }, oneChoice, "'enabledNamespaces' and 'targets'"],
  ['versions beside targets', { libVersions: { java: 'v1' }, targets: [TARGET] }, oneChoice, "'libVersions' and 'targets'"],
  ['names beside labels of namespaces', { targets: [{ namespaceSelector: { matchNames: ['a'], matchLabels: { b: 'c' } } }] }, oneChoice, "'matchNames' beside labels"],
  ['names beside conditions on namespaces', { targets: [{ namespaceSelector: { matchNames: ['a'], matchExpressions: [{ key: 'b', operator: 'Exists' }] } }] }, oneChoice, "'matchNames' beside labels"],
  ['the namespace of Datadog', { enabledNamespaces: ['shop', 'datadog'] }, 'apm-instrumentation/namespace', "'enabledNamespaces' has 'datadog', and no pod in the namespace of Datadog"],
  ['the system of the cluster', { targets: [{ namespaceSelector: { matchNames: ['kube-system'] } }] }, 'apm-instrumentation/namespace', "'matchNames' has 'kube-system'"],
  ['a namespace that is none', { enabledNamespaces: ['Shop'] }, 'kubernetes/namespace-name', 'Shop'],
  ['a language without a library', { libVersions: { go: 'v1' } }, 'apm-instrumentation/language', "no library for 'go', which 'libVersions' names"],
  ['a language of a target without a library', { targets: [{ ddTraceVersions: { node: '5' } }] }, 'apm-instrumentation/language', "which 'ddTraceVersions' names"],
  ['a language without a version', { libVersions: { java: '' } }, 'apm-instrumentation/language', "no version for 'java'"],
  ['a version that is a number', { libVersions: { java: 1 as any } }, 'kubernetes/string-values', "'java' in 'libVersions'"],
  ['a setting without a name', { targets: [{ ddTraceConfigs: [{ name: '', value: 'x' }] }] }, 'apm-instrumentation/target', 'no env var with a text'],
  ['a setting that is no text', { targets: [{ ddTraceConfigs: [{ name: 'DD_TRACE_ENABLED', value: true as any }] }] }, 'apm-instrumentation/target', "'DD_TRACE_ENABLED'"],
  ['languages where there are no nodes', { languageDetection: true }, 'apm-instrumentation/needs-node-agents', 'no node Agents'],
])('%s is refused', (_, given, rule, reason) => {
  expect(violationOf(() => features(given))).toMatchObject({ rule, reason: expect.stringContaining(reason) });
});

test.each<[refused: string, more: FeaturesDescription, given: Partial<ClusterDescription>, rule: string, reason: string]>([
  ['an admission controller that is off', { admissionController: { enabled: false } }, {}, 'apm-instrumentation/has-a-webhook', 'the admission controller, which is off'],
  ['traces that nobody takes', { apm: { enabled: false } }, {}, 'apm-instrumentation/has-a-webhook', 'features.apm is off'],
  ['traces by neither way', { apm: { socketEnabled: false } }, {}, 'features/has-a-way', 'features.apm is on'],
])('%s', (_, more, given, rule, reason) => {
  expect(violationOf(() => features({}, more, given))).toMatchObject({ rule, reason: expect.stringContaining(reason) });
});

test('an Agent before 7.64 has no targets', () => {
  const given = (agentVersion: string) => () => features({ targets: [TARGET] }, {}, { agentVersion });
  expect(violationOf(given('7.63.3')).rule).toBe('agent/has-feature');
  expect(given('7.64.0')).not.toThrow();
});

describe('how the webhook tells pods of the Agent of their node', () => {
  const mode = (more: FeaturesDescription, given: Partial<ClusterDescription> = {}) =>
    clusterModel({ platform: EC2, ...given, features: { admissionController: { enabled: true }, ...more } }).features.admissionController?.configMode;
  const port = { socketEnabled: false, portEnabled: true };

  test.each<[string, FeaturesDescription, string]>([
    ['by sockets', {}, 'socket'],
    ['by the socket of what is taken', { apm: { enabled: false } }, 'socket'],
    ['by ports where there are no sockets', { apm: port, dogstatsd: port }, 'hostip'],
    ['not at all where nothing is taken', { apm: { enabled: false }, dogstatsd: { enabled: false } }, 'none'],
  ])('%s', (_, more, expected) => expect(mode(more)).toBe(expected));

  test('one mode for both, so with one by socket and one by port there is none', () => {
    expect(violationOf(() => mode({ apm: port })).rule).toBe('node-agent/config-mode-has-a-way');
  });

  test('not at all without node Agents', () => expect(mode({}, { nodeAgent: { enabled: false } })).toBe('none'));
});
