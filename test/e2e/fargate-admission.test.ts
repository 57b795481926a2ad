import { FargateProfile } from '../../e2e/example-files';
import { FargateAdmission } from '../../e2e/fargate-admission';
import { KubeObject } from '../../e2e/manifests';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { FargateReach, runsOnFargate } from '../../src/manifest/fargate-reach';
import { podTemplateOf } from '../../src/manifest/pod-template';

const PROFILES: FargateProfile[] = [
  { name: 'serverless', selectors: [{ namespace: 'serverless' }] },
  { name: 'labelled', selectors: [{ namespace: 'batch', labels: { compute: 'fargate', tier: 'a?' } }, { namespace: 'ci-*' }] },
  { name: 'by-name', selectors: [{ namespace: '*', labels: { 'run.on/*': '*' } }] },
];
const admission = new FargateAdmission(PROFILES);

function workload(namespace: string, labels: Record<string, string> = {}, kind = 'Deployment'): KubeObject {
  const template = { metadata: { labels }, spec: { containers: [{ name: 'x' }] } };
  const apiVersion = kind === 'Pod' ? 'v1' : 'apps/v1';
  return kind === 'Pod'
    ? { apiVersion, kind, metadata: { name: 'x', namespace, labels }, spec: template.spec }
    : { apiVersion, kind, metadata: { name: 'x', namespace }, spec: { template } };
}

const CASES: Array<[boolean, string, Record<string, string>?, string?]> = [
  [true, 'serverless'],
  [true, 'serverless', {}, 'Pod'],
  [false, 'serverless-2'],
  [true, 'batch', { compute: 'fargate', tier: 'a1' }],
  [true, 'batch', { compute: 'fargate', tier: 'a1' }, 'Pod'],
  [false, 'batch', { compute: 'fargate' }],
  [false, 'batch', { compute: 'fargate', tier: 'a10' }],
  [true, 'ci-7'],
  [false, 'cix7'],
  [true, 'anywhere', { 'run.on/fargate': 'please' }],
  [false, 'anywhere', { 'runXon/fargate': 'please' }],
  [true, 'serverless', { 'eks.amazonaws.com/fargate-profile': 'serverless' }],
  [false, 'serverless', { 'eks.amazonaws.com/fargate-profile': 'labelled' }],
];

test.each(CASES)('%s: %s with %j', (taken, namespace, labels, kind) => {
  const object = workload(namespace, labels, kind);
  expect(admission.takes(object)).toBe(taken);
  // The library, of which the end-to-end test uses no code, is of the same opinion.
  const reach: FargateReach = { fargate: PLATFORMS.eks.fargate, profiles: PROFILES.map(p => ({ ...p, selectors: p.selectors.map(s => ({ labels: {}, ...s })) })) };
  expect(runsOnFargate({ manifest: object, template: podTemplateOf(object)! }, reach)).toBe(taken);
});

test('what is taken may run on Fargate and nowhere else, on a copy; all else is left alone', () => {
  const [taken, left] = [workload('serverless'), workload('shop')];
  const [admitted, same] = admission.admit([taken, left]);
  expect(same).toBe(left);
  expect(admitted.spec.template.spec).toEqual({
    ...taken.spec.template.spec,
    nodeSelector: { 'eks.amazonaws.com/compute-type': 'fargate' },
    tolerations: [{ key: 'eks.amazonaws.com/compute-type', operator: 'Equal', value: 'fargate', effect: 'NoSchedule' }],
  });
  expect(taken).toEqual(workload('serverless'));
});

test('a DaemonSet that a profile takes is refused', () => {
  expect(() => admission.admit([workload('serverless', {}, 'DaemonSet')])).toThrow('DaemonSet serverless/x');
  expect(admission.admit([workload('shop', {}, 'DaemonSet')])).toHaveLength(1);
});
