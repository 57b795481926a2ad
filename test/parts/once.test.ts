import { mergeClusterAgentParts } from '../../src/parts/cluster-agent-part';
import { mergeParts } from '../../src/parts/merge-node-agent-parts';
import { contributions, ENV_CLASH, once, onceByName } from '../../src/parts/once';
import { mergeFeatureRunnerParts } from '../../src/parts/runner-part';
import { mergeSidecarParts } from '../../src/parts/sidecar-part';
import { violationOf } from '../requirements/violations';

const env = (value: string) => [{ name: 'DD_X', value }];
const CLASH = { ...ENV_CLASH, of: 'the pod' };

test('equal items are there once, in the order in which they came', () => {
  expect(once([{ port: 2 }, { port: 1 }, { port: 2 }])).toEqual([{ port: 2 }, { port: 1 }]);
});

test('items of one name are one where they are equal', () => {
  const parts = [{ from: 'features.one', env: env('1') }, { from: 'features.two', env: env('1') }, { env: undefined }];
  expect(onceByName(contributions(parts, part => part.env), CLASH)).toEqual(env('1'));
});

test('a conflict of three names the two that differ', () => {
  const parts = ['1', '1', '2'].map((value, at) => ({ from: `features.${at}`, env: env(value) }));
  expect(violationOf(() => onceByName(contributions(parts, part => part.env), CLASH)).reason)
    .toBe("features.0 and features.2 each have a different env var 'DD_X' for the pod");
});

test('what has no feature is the base of the pod', () => {
  const parts = [{ env: env('1') }, { from: 'features.two', env: env('2') }];
  expect(violationOf(() => onceByName(contributions(parts, part => part.env), CLASH)).reason).toContain('the base of the pod and features.two');
});

test.each<[string, (from: string, value: string) => any, (parts: any[]) => unknown]>([
  ["the node Agent's pod", (from, value) => ({ from, env: { agent: env(value) } }), parts => mergeParts(parts).agentEnv('agent')],
  ['the sidecar', (from, value) => ({ from, env: env(value) }), mergeSidecarParts],
  ['applications on Fargate', (from, value) => ({ from, applicationEnv: env(value) }), mergeSidecarParts],
  ['the Cluster Agent', (from, value) => ({ from, env: env(value) }), mergeClusterAgentParts],
  ['the runners', (from, value) => ({ from, env: env(value) }), mergeFeatureRunnerParts],
])('two values of one env var of %s are an error that names both features', (of, part, merge) => {
  expect(() => merge([part('features.one', '1'), part('features.two', '1')])).not.toThrow();
  expect(violationOf(() => merge([part('features.one', '1'), part('features.two', '2')]))).toMatchObject({
    rule: 'kubernetes/env-is-unique', reason: `features.one and features.two each have a different env var 'DD_X' for ${of}`,
  });
});

test('two contents of one check file of the Cluster Agent are an error that names both features', () => {
  const part = (from: string, content: object) => ({ from, checkFiles: { 'x.d/x.yaml': content } });
  expect(mergeClusterAgentParts([part('features.one', { a: 1 }), part('features.two', { a: 1 })]).checkFiles).toEqual({ 'x.d/x.yaml': { a: 1 } });
  expect(() => mergeClusterAgentParts([part('features.one', { a: 1 }), part('features.two', { a: 2 })]))
    .toThrow("features.one and features.two say different things of the check file 'x.d/x.yaml'");
});
