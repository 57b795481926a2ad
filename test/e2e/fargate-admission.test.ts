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

const AT = 'eks.amazonaws.com/fargate-profile';

function workload(namespace: string, labels: Record<string, string> = {}, kind = 'Deployment', annotations = {}): KubeObject {
  const spec = { containers: [{ name: 'x' }] };
  const metadata = { labels, annotations };
  return kind === 'Pod'
    ? { apiVersion: 'v1', kind, metadata: { name: 'x', namespace, ...metadata }, spec }
    : { apiVersion: 'apps/v1', kind, metadata: { name: 'x', namespace }, spec: { template: { metadata, spec } } };
}

test.each([
  [true, workload('serverless')],
  [true, workload('serverless', {}, 'Pod')],
  [false, workload('serverless-2')],
  [true, workload('batch', { compute: 'fargate', tier: 'a1' })],
  [true, workload('batch', { compute: 'fargate', tier: 'a1' }, 'Pod')],
  [false, workload('batch', { compute: 'fargate' })],
  [false, workload('batch', { compute: 'fargate', tier: 'a10' })],
  [true, workload('ci-7')],
  [false, workload('cix7')],
  [true, workload('anywhere', { 'run.on/fargate': 'please' })],
  [false, workload('anywhere', { 'runXon/fargate': 'please' })],
  [true, workload('serverless', { [AT]: 'serverless' })],
  [false, workload('serverless', { [AT]: 'labelled' })],
  [false, workload('serverless', {}, 'Deployment', { 'eks.amazonaws.com/compute-type': 'ec2' })],
  [false, workload('serverless', {}, 'Pod', { 'eks.amazonaws.com/compute-type': 'ec2' })],
])('%s: %j', (taken, object) => {
  expect(admission.takes(object)).toBe(taken);
  // The library, of which the end-to-end test uses no code, is of the same opinion.
  const profiles = PROFILES.map(p => ({ ...p, selectors: p.selectors.map(s => ({ labels: {}, ...s })) }));
  const reach: FargateReach = { fargate: PLATFORMS.eks.fargate, profiles };
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
