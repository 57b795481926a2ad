import { fargateRequestOf, profileOf, runsOnFargate } from '../../src/manifest/fargate-reach';
import { deployment, nodeAgent } from '../rules/fixtures';

const PROFILES = [{ name: 'shop', selectors: [{ namespace: 'shop', labels: {} }] }];
const workload = (name: string, metadata?: object, pod: any = {}) => ({ manifest: deployment(name, pod), template: { metadata, spec: pod }, pod });
const KEPT = { annotations: { 'eks.amazonaws.com/compute-type': 'ec2' } };

test('all, those that a profile takes, or none', () => {
  const on = (fargate: 'all' | 'profiles' | 'none') => ['shop/web', 'store/web'].map(name => runsOnFargate(workload(name), { fargate, profiles: PROFILES }));
  expect({ all: on('all'), profiles: on('profiles'), none: on('none') }).toEqual({ all: [true, true], profiles: [true, false], none: [false, false] });
});

test('a DaemonSet never', () => {
  const nodes = { ...workload('shop/web'), manifest: nodeAgent('shop/agent') };
  expect(runsOnFargate(nodes, { fargate: 'all', profiles: [] })).toBe(false);
  expect(runsOnFargate(nodes, { fargate: 'profiles', profiles: PROFILES })).toBe(false);
});

test('an annotation keeps pods on nodes, where there are some', () => {
  expect(profileOf(workload('shop/web', KEPT), PROFILES)).toBeUndefined();
  expect(profileOf(workload('shop/web', { annotations: { 'eks.amazonaws.com/compute-type': 'fargate' } }), PROFILES)?.name).toBe('shop');
  expect(runsOnFargate(workload('shop/web', KEPT), { fargate: 'all', profiles: [] })).toBe(true);
});

test('pods ask for Fargate by a profile, or by a label of nodes', () => {
  const nodes = (type: string) => ({ nodeSelector: { 'eks.amazonaws.com/compute-type': type } });
  expect(fargateRequestOf(workload('a', { labels: { 'eks.amazonaws.com/fargate-profile': 'x' } }, nodes('fargate')))).toEqual({ profile: 'x' });
  expect(fargateRequestOf(workload('a', undefined, nodes('fargate')))).toEqual({ nodeSelector: true });
  expect(fargateRequestOf(workload('a', undefined, nodes('auto')))).toBeUndefined();
  expect(fargateRequestOf(workload('a'))).toBeUndefined();
});
