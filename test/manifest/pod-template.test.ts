import { makesPods, podTemplateOf, runsToCompletion, withPodTemplate } from '../../src/manifest/pod-template';
import { deepFreeze } from '../render/models';

const spec = { containers: [{ name: 'app', image: 'app:1' }] };
const template = { metadata: { labels: { app: 'web' } }, spec };

const KINDS: ReadonlyArray<readonly [kind: string, manifest: any]> = [
  ['Pod', { apiVersion: 'v1', kind: 'Pod', ...template }],
  ['ReplicationController', { apiVersion: 'v1', kind: 'ReplicationController', spec: { template } }],
  ...['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'].map(kind => [kind, { apiVersion: 'apps/v1', kind, spec: { replicas: 1, template } }] as const),
  ...['Deployment', 'ReplicaSet', 'DaemonSet'].map(kind => [`extensions/${kind}`, { apiVersion: 'extensions/v1beta1', kind, spec: { template } }] as const),
  ['DeploymentConfig', { apiVersion: 'apps.openshift.io/v1', kind: 'DeploymentConfig', spec: { selector: { app: 'web' }, template } }],
  ['v1 DeploymentConfig', { apiVersion: 'v1', kind: 'DeploymentConfig', spec: { template } }],
  ['Rollout', { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', spec: { template } }],
  ['CloneSet', { apiVersion: 'apps.kruise.io/v1alpha1', kind: 'CloneSet', spec: { template } }],
  ['ScaledJob', { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledJob', spec: { jobTargetRef: { template }, triggers: [] } }],
  ['Job', { apiVersion: 'batch/v1', kind: 'Job', spec: { template } }],
  ['CronJob', { apiVersion: 'batch/v1', kind: 'CronJob', spec: { schedule: '* * * * *', jobTemplate: { spec: { template } } } }],
];

describe.each(KINDS)('%s', (kind, manifest) => {
  test('has a pod template', () => {
    expect(makesPods(manifest)).toBe(true);
    expect(podTemplateOf(manifest)).toMatchObject(template);
  });

  test('takes another one and stays the same otherwise', () => {
    const other = { metadata: { labels: { app: 'other' } }, spec: { containers: [] } };
    const changed = withPodTemplate(deepFreeze(structuredClone(manifest)), other);
    expect(podTemplateOf(changed)).toMatchObject(other);
    expect(withPodTemplate(changed, template)).toEqual(manifest);
    expect({ ...changed, spec: undefined, metadata: undefined }).toEqual({ ...manifest, spec: undefined, metadata: undefined });
  });

  test('runs to completion where its kind or its restart policy says so', () => {
    expect(runsToCompletion(manifest)).toBe(['Job', 'CronJob', 'ScaledJob'].includes(kind));
    for (const restartPolicy of ['Never', 'OnFailure']) {
      expect(runsToCompletion(withPodTemplate(manifest, { ...template, spec: { ...spec, restartPolicy } }))).toBe(true);
    }
    expect(runsToCompletion(withPodTemplate(manifest, { ...template, spec: { ...spec, restartPolicy: 'Always' } }))).toBe(['Job', 'CronJob', 'ScaledJob'].includes(kind));
  });
});

test.each([
  ['another kind', { apiVersion: 'v1', kind: 'ConfigMap', spec: { template } }],
  ['the kind in another group', { apiVersion: 'example.com/v1', kind: 'Deployment', spec: { template } }],
  ['a core kind in a group', { apiVersion: 'apps/v1', kind: 'Pod', spec }],
  ['no kind', { apiVersion: 'v1', kind: undefined as any }],
  ['a name of Object.prototype', { apiVersion: 'v1', kind: 'constructor' }],
])('%s has none', (_, manifest) => {
  expect(makesPods(manifest)).toBe(false);
  expect(podTemplateOf(manifest)).toBeUndefined();
});

test.each([
  ['without spec', { apiVersion: 'apps/v1', kind: 'Deployment' }],
  ['without template', { apiVersion: 'apps/v1', kind: 'Deployment', spec: {} }],
  ['without the spec of the template', { apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate: { spec: { template: {} } } } }],
  ['that is null', { apiVersion: 'apps/v1', kind: 'Deployment', spec: null }],
])('a workload %s is no error', (_, manifest) => {
  expect(podTemplateOf(manifest as any)).toBeUndefined();
  expect(runsToCompletion(manifest as any)).toBe(manifest.kind === 'CronJob');
});
