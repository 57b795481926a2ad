import { injectSidecar } from '../../../src/render/sidecar/inject';
import { clusterModel } from '../models';

const RESOURCES = { requests: { cpu: '400m', memory: '400Mi' }, limits: { cpu: '400m', memory: '400Mi' } };

function inject(resources: object, kubernetesVersion?: string, placement?: any) {
  const cluster: any = { ...kubernetesVersion && { platform: { ...clusterModel().platform, kubernetesVersion } } };
  const model = { ...clusterModel(), ...cluster };
  const spec: any = { resources, containers: [{ name: 'web', image: 'w', resources: RESOURCES }] };
  return injectSidecar({ spec }, placement ? { ...model, sidecar: { ...model.sidecar, placement } } : model, { runsToCompletion: false, defaultServiceAccount: 'datadog-agent' });
}

test('adds the Agent where the pod has room for it, and leaves the resources of the pod as they are', () => {
  const resources = { requests: { cpu: '600m', memory: '656Mi' }, limits: { cpu: '1', memory: '1Gi' } };
  const { spec }: any = inject(resources, '1.34');
  expect(spec.resources).toEqual(resources);
  expect(spec.containers).toHaveLength(2);
});

test('rejects requests of a pod without room for the Agent, with what would be enough', () => {
  expect(() => inject({ requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '500m', memory: '512Mi' } }, '1.34')).toThrow(
    "sidecar/pod-resources-have-room: with the Agent, which requests 200m and 256Mi, the containers need 600m where 'spec.resources.requests.cpu' of the pod is 500m, "
    + "and the containers need 656Mi where 'spec.resources.requests.memory' of the pod is 512Mi: the API server refuses such a pod.\n  "
    + "Raise 'spec.resources.requests.cpu' to 600m and 'spec.resources.requests.memory' to 656Mi or more; or give the Agent less",
  );
});

test('rejects a limit of the pod below that of the Agent', () => {
  expect(() => inject({ limits: { memory: '200Mi' } }, '1.36')).toThrow("the containers need 656Mi where 'spec.resources.limits.memory' of the pod is 200Mi");
});

test('rejects a pod without room for an Agent that is an init container', () => {
  expect(() => inject({ requests: { cpu: '500m' } }, '1.36', 'native')).toThrow("the containers need 600m where 'spec.resources.requests.cpu'");
});

test('says nothing of versions of Kubernetes that take the field off', () => {
  expect(() => inject({ requests: { cpu: '500m' } }, '1.33')).not.toThrow();
});
