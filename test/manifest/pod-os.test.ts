import { isForWindows } from '../../src/manifest/pod-os';

const OS = 'kubernetes.io/os';
const BUILD = 'node.kubernetes.io/windows-build';

const term = (...matchExpressions: object[]) => ({ matchExpressions });
const is = (operator: string, values?: string[], key = OS) => ({ key, operator, ...values && { values } });
const affinity = (...nodeSelectorTerms: object[]) => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});
const pod = (spec: object): any => ({ containers: [{ name: 'web', image: 'w' }], ...spec });

const CLASSES: Record<string, object> = { 'windows-2022': { [OS]: 'windows', [BUILD]: '10.0.20348' }, 'gvisor': { sandbox: 'gvisor' } };
const nodeSelectorOf = (name: string): any => CLASSES[name];

test.each<[string, object]>([
  ['the field for it', { os: { name: 'windows' } }],
  ['the field for it, whatever the node selector', { os: { name: 'windows' }, nodeSelector: { [OS]: 'linux' } }],
  ['a node selector', { nodeSelector: { [OS]: 'windows' } }],
  ['a node selector by the former label', { nodeSelector: { 'beta.kubernetes.io/os': 'windows' } }],
  ['a node selector by the build of Windows', { nodeSelector: { [BUILD]: '10.0.17763' } }],
  ['a required term', affinity(term(is('In', ['windows'])))],
  ['a required term with another demand', affinity(term(is('In', ['a'], 'zone'), is('In', ['windows'])))],
  ['terms that all want Windows', affinity(term(is('In', ['windows'])), term(is('Exists', undefined, BUILD)))],
  ['a term that excludes Linux', affinity(term(is('NotIn', ['linux'])))],
  ['a term by the build of Windows', affinity(term(is('In', ['10.0.17763'], BUILD)))],
  ['terms of which one can match no node', affinity(term(is('In', ['windows'])), term())],
  ['a RuntimeClass', { runtimeClassName: 'windows-2022' }],
  ['settings of the pod for Windows', { securityContext: { windowsOptions: { hostProcess: true } } }],
  ['settings of a container for Windows', { containers: [{ name: 'web', securityContext: { windowsOptions: { runAsUserName: 'ContainerUser' } } }] }],
])('is for Windows by %s', (_, spec) => {
  expect(isForWindows(pod(spec), nodeSelectorOf)).toBe(true);
});

test.each<[string, object]>([
  ['nothing', {}],
  ['the field for it', { os: { name: 'linux' } }],
  ['the field for it, whatever the node selector', { os: { name: 'linux' }, nodeSelector: { [OS]: 'windows' } }],
  ['a node selector, whatever its settings', { nodeSelector: { [OS]: 'linux' }, securityContext: { windowsOptions: { runAsUserName: 'x' } } }],
  ['a toleration of Windows nodes alone', { tolerations: [{ key: 'os', value: 'windows', effect: 'NoSchedule' }] }],
  ['a preferred term', { affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: term(is('In', ['windows'])) }] } } }],
  ['a term for either system', affinity(term(is('In', ['linux', 'windows'])))],
  ['one term for Linux among several', affinity(term(is('In', ['windows'])), term(is('In', ['a'], 'zone')))],
  ['a term that excludes Windows', affinity(term(is('NotIn', ['windows'])))],
  ['a term without the build of Windows', affinity(term(is('DoesNotExist', undefined, BUILD)))],
  ['a system that has no Agent either', affinity(term(is('In', ['plan9'])))],
  ['a term that names a node', affinity({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] })],
  ['a RuntimeClass for Linux', { runtimeClassName: 'gvisor' }],
  ['a RuntimeClass that the app has not', { runtimeClassName: 'elsewhere' }],
  ['settings that say nothing', { securityContext: { windowsOptions: {} } }],
  ['nonsense', { nodeSelector: 'windows', affinity: 'windows', securityContext: 'windows', os: 'windows' }],
])('is for Linux by %s', (_, spec) => {
  expect(isForWindows(pod(spec), nodeSelectorOf)).toBe(false);
});

test('knows no RuntimeClass where none are given', () => {
  expect(isForWindows(pod({ runtimeClassName: 'windows-2022' }))).toBe(false);
});
