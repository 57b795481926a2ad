import { makesOtherPods } from '../../src/manifest/pod-makers';

const containers = [{ name: 'web', image: 'web:1' }];
const template = { spec: { containers } };
const object = (apiVersion: string, kind: string, spec?: object): any => ({ apiVersion, kind, metadata: { name: 'one' }, ...spec && { spec } });

test.each([
  object('batch.volcano.sh/v1alpha1', 'Job', { tasks: [{ replicas: 2, template }] }),
  object('kubeflow.org/v1', 'PyTorchJob', { pytorchReplicaSpecs: { Master: { template } } }),
  object('jobset.x-k8s.io/v1alpha2', 'JobSet', { replicatedJobs: [{ template: { spec: { template } } }] }),
  object('leaderworkerset.x-k8s.io/v1', 'LeaderWorkerSet', { leaderWorkerTemplate: { workerTemplate: template } }),
  object('apps.kruise.io/v1beta1', 'StatefulSet', { template }),
  object('apps.example.com/v1', 'Deployment', { template }),
  object('argoproj.io/v1alpha1', 'Workflow', { templates: [{ name: 'main', container: { image: 'busybox:1', command: ['true'] } }] }),
  object('tekton.dev/v1', 'Task', { steps: [{ name: 'build', image: 'golang:1' }] }),
  object('template.openshift.io/v1', 'Template', { objects: [object('apps/v1', 'Deployment', { template })] }),
  object('serving.knative.dev/v1', 'Service', { template }),
  object('monitoring.coreos.com/v1', 'Prometheus', { replicas: 2 }),
  object('build.openshift.io/v1', 'BuildConfig', { source: {} }),
])('finds out that pods come of a $kind of $apiVersion', manifest => {
  expect(makesOtherPods(manifest)).toBe(true);
});

test('finds containers at the top of an object, as some kinds have them', () => {
  expect(makesOtherPods({ ...object('example.com/v1', 'Runner'), containers })).toBe(true);
});

test.each([
  ['has a template that something is added to', object('apps/v1', 'Deployment', { template })],
  ['is a pod', object('v1', 'Pod', { containers })],
  ['has a template of something else', object('cluster.x-k8s.io/v1beta1', 'MachineDeployment', { template: { spec: { clusterName: 'a' } } })],
  ['only keeps a template', { ...object('v1', 'PodTemplate'), template }],
  ['is a policy', object('kyverno.io/v1', 'ClusterPolicy', { rules: [{ mutate: { patchStrategicMerge: { spec: { containers } } } }] })],
  ['adds to pods of others', object('apps.kruise.io/v1alpha1', 'SidecarSet', { containers })],
  ['says something of containers by name', object('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', { containers: [{ containerName: 'web' }] })],
  ['names an image of its own', object('example.com/v1', 'ImagePolicy', { image: 'web:1' })],
  ['has values for something that renders', object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', { values: { containers } })],
  ['is a ConfigMap', { ...object('v1', 'ConfigMap'), data: { containers: 'web' } }],
  ['is a definition of a kind', object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', { versions: [{ schema: { properties: { containers: { type: 'array' } } } }] })],
  ['is nothing', undefined],
])('an object that %s is not among them', (_, manifest) => {
  expect(makesOtherPods(manifest as any)).toBe(false);
});

test('an object that holds itself is no endless search', () => {
  const round: any = object('example.com/v1', 'Round', {});
  round.spec.again = round;
  expect(makesOtherPods(round)).toBe(false);
});
