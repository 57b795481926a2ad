import { violationOf } from './violations';
import { OPTION_VALUES } from '../../src/facts/option-values';
import { AdmissionFailurePolicy, ConfigInjectionMode } from '../../src/features/admission-controller/admission-controller-options';
import { TagCardinality } from '../../src/features/dogstatsd/dogstatsd-options';
import { PodModel } from '../../src/model/deployment-model';
import { LogLevel } from '../../src/options/log-level';
import { clusterModel } from '../render/models';

const cluster = (clusterAgent: Partial<PodModel>) => () => clusterModel({ clusterAgent });

test.each<[refused: string, toleration: object, reason: string]>([
  ['an operator in lowercase', { operator: 'exists' }, "Kubernetes takes the operators 'Equal' and 'Exists'"],
  ['an effect in lowercase', { key: 'a', effect: 'noschedule' }, "Kubernetes takes the effects 'NoSchedule', 'PreferNoSchedule' and 'NoExecute', or none for all"],
  ['a value beside Exists', { key: 'a', operator: 'Exists', value: 'b' }, "with the operator 'Exists' there is no value"],
  ['no key', { effect: 'NoSchedule' }, "without a key it is for every taint, which takes the operator 'Exists'"],
  ['a key with a space', { key: 'a b' }, 'its key is none that a taint can have'],
  ['a value that is a number', { key: 'a', value: 1 }, 'its value is none that a taint can have'],
  ['seconds for another effect', { key: 'a', effect: 'NoSchedule', tolerationSeconds: 5 }, "'tolerationSeconds' is for the effect 'NoExecute' alone"],
])('%s is no toleration', (_, toleration, reason) => {
  expect(violationOf(cluster({ tolerations: [toleration] }))).toMatchObject({
    rule: 'kubernetes/tolerations', reason: `'tolerations' of clusterAgent has ${JSON.stringify(toleration)}, and ${reason}`,
  });
});

test('tolerations that Kubernetes takes stay as they are', () => {
  const tolerations = [
    { operator: 'Exists' },
    { key: 'dedicated', value: 'datadog', effect: 'NoSchedule' },
    { key: 'example.com/gpu', operator: 'Equal', value: '' },
    { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 },
    { key: 'a', operator: null },
  ];
  expect(clusterModel({ clusterAgent: { tolerations } }).clusterAgent.tolerations).toEqual(tolerations);
});

test.each<[refused: string, given: Partial<PodModel>, rule: string, reason: string]>([
  ['a priority class in capitals', { priorityClassName: 'UPPER' }, 'kubernetes/priority-class', "'priorityClassName' of clusterAgent is 'UPPER'"],
  ['one without a name', { priorityClassName: '' }, 'kubernetes/priority-class', "is ''"],
  ['a Secret without a name', { imagePullSecrets: [''] }, 'kubernetes/secret-name', "'imagePullSecrets of clusterAgent' is ''"],
  ['a label of nodes that there cannot be', { nodeSelector: { pool: 'a b' } }, 'kubernetes/label-value', "the label 'pool' in 'nodeSelector' of clusterAgent is 'a b'"],
  ['a log level that there is not', { logLevel: 'verbose' }, 'options/value-is-known', "'logLevel' of clusterAgent is 'verbose', and the library knows 'trace', 'debug'"],
])('%s is refused', (_, given, rule, reason) => {
  expect(violationOf(cluster(given))).toMatchObject({ rule, reason: expect.stringContaining(reason) });
});

test('names and values that Kubernetes takes stay as they are', () => {
  const given = { priorityClassName: 'system-node-critical', imagePullSecrets: ['registry.example'], nodeSelector: { pool: 'a', empty: '' }, logLevel: 'off' };
  expect(clusterModel({ clusterAgent: given }).clusterAgent).toMatchObject(given);
});

test.each<[string, Parameters<typeof clusterModel>[0], string]>([
  ['cardinality', { features: { dogstatsd: { tagCardinality: 'medium' } } }, "'features.dogstatsd.tagCardinality' is 'medium', and the library knows 'low', 'orchestrator', 'high'"],
  ['mode', { features: { admissionController: { enabled: true, configMode: 'foo' } } }, "'features.admissionController.configMode' is 'foo', and the library knows 'none', 'hostip', 'service', 'socket'"],
  ['policy', { features: { admissionController: { enabled: true, failurePolicy: 'fail' } } }, "'features.admissionController.failurePolicy' is 'fail', and the library knows 'Ignore', 'Fail'"],
])('a %s that there is not is refused', (_, given, reason) => {
  expect(violationOf(() => clusterModel(given))).toMatchObject({ rule: 'options/value-is-known', reason });
});

test.each([
  ['logLevel', LogLevel], ['tagCardinality', TagCardinality], ['configMode', ConfigInjectionMode], ['failurePolicy', AdmissionFailurePolicy],
] as const)('the enum for %s has every value', (option, values) => {
  expect([...Object.values<string>(values)].sort()).toEqual([...OPTION_VALUES[option].values].sort());
});
