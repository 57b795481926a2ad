import { podRequests } from '../../src/manifest/pod-requests';
import { hasPodResources, podResourcesExcess, podResourcesExcessWith } from '../../src/manifest/pod-resources';

const MI = 2 ** 20;

const container = (cpu: string, memory: string): any => ({ name: 'c', resources: { requests: { cpu, memory }, limits: { cpu, memory } } });
const pod = (resources: unknown, ...containers: any[]): any => ({ ...resources !== undefined && { resources }, containers });

test('what the pod requests as a whole counts, and not what its containers do', () => {
  expect(podRequests(pod({ requests: { cpu: '2', memory: '4Gi' } }, container('1', '1Gi')))).toEqual({ millicores: 2000, bytes: 4096 * MI });
  expect(podRequests(pod({ requests: { cpu: '2' } }, container('1', '1Gi')))).toEqual({ millicores: 2000, bytes: 1024 * MI });
});

test('its limits count where nothing is requested', () => {
  const limits = { cpu: '2', memory: '4Gi' };
  expect(podRequests(pod({ limits }, { name: 'c' }))).toEqual({ millicores: 2000, bytes: 4096 * MI });
  expect(podRequests(pod({ limits }, container('1', '1Gi')))).toEqual({ millicores: 1000, bytes: 1024 * MI });
});

test.each<[unknown, boolean]>([
  [undefined, false], [{}, false], [{ requests: {} }, false], [{ claims: [{ name: 'gpu' }] }, false], ['2', false],
  [{ requests: { cpu: '1' } }, true], [{ limits: { memory: '1Gi' } }, true],
])('resources of the pod as a whole: %j %s', (resources, expected) => {
  expect(hasPodResources(pod(resources))).toBe(expected);
});

const limited = (cpu: string) => ({ name: 'limited', resources: { limits: { cpu }, requests: { cpu: '100m' } } });

describe('what the API server refuses', () => {
  test.each<[string, any, object[]]>([
    ['nothing without resources of the pod', pod(undefined, container('9', '9Gi')), []],
    ['nothing where all fit', pod({ requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } }, container('500m', '512Mi'), container('0.5', '512Mi')), []],
    ['nothing where limits of containers exceed that of the pod together', pod({ requests: { cpu: '1' }, limits: { cpu: '1' } }, container('500m', '1Gi'), limited('1')), []],
    ['limits below the requests that Kubernetes takes from the containers', pod({ limits: { cpu: '1100m' } }, container('1', '1Gi'), container('200m', '1Gi')), [
      { field: 'spec.resources.limits.cpu', allowed: '1100m', needed: '1200m' },
    ]],
    ['nothing of containers without resources', pod({ requests: { cpu: '1' }, limits: { cpu: '1' } }, { name: 'c' }), []],
    ['requests that exceed those of the pod together', pod({ requests: { cpu: '500m', memory: '512Mi' } }, container('400m', '400Mi'), container('200m', '256Mi')), [
      { field: 'spec.resources.requests.cpu', allowed: '500m', needed: '600m' },
      { field: 'spec.resources.requests.memory', allowed: '512Mi', needed: '656Mi' },
    ]],
    ['a limit that exceeds that of the pod', pod({ limits: { memory: '1000000' } }, container('1', '1000001')), [
      { field: 'spec.resources.limits.memory', allowed: '1000000', needed: '1000001' },
    ]],
    ['an init container that requests more than the pod', { ...pod({ requests: { cpu: 1 } }), initContainers: [container('2', '1Gi')] }, [
      { field: 'spec.resources.requests.cpu', allowed: '1', needed: '2000m' },
    ]],
  ])('%s', (_, given, expected) => {
    expect(podResourcesExcess(given)).toEqual(expected);
  });
});

describe('a container that comes after Kubernetes has filled in the defaults', () => {
  const agent = container('200m', '256Mi');

  test('fits into what the pod requests', () => {
    expect(podResourcesExcessWith(pod({ requests: { cpu: '1', memory: '1Gi' } }, container('500m', '512Mi')), agent)).toEqual([]);
  });

  test('finds no room where the requests of the pod became those of its containers', () => {
    expect(podResourcesExcessWith(pod({ limits: { cpu: '4', memory: '4Gi' } }, container('500m', '512Mi')), agent)).toEqual([
      { field: 'spec.resources.requests.cpu', needed: '700m' },
      { field: 'spec.resources.requests.memory', needed: '768Mi' },
    ]);
  });

  test('fits where the requests of the pod became its limits', () => {
    expect(podResourcesExcessWith(pod({ limits: { cpu: '4', memory: '4Gi' } }, { name: 'c' }), agent)).toEqual([]);
  });
});
