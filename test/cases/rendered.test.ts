import { ApiObjectProps } from 'cdk8s';
import { madeOf, Situation } from './situation';
import { NodeOperatingSystem, Platform } from '../../src';

describe('the system-probe on Bottlerocket has the SELinux type that may load its probes', () => {
  const bottlerocket = { operatingSystem: NodeOperatingSystem.BOTTLEROCKET };
  test.each([
    ['universalServiceMonitoring', { universalServiceMonitoring: { enabled: true } }],
    ['networkMonitoring', { networkMonitoring: { enabled: true } }],
  ])('with %s, and on no other system', (_, features) => {
    const typesOf = ({ containers }: Situation) =>
      containers.flatMap(({ name, securityContext: { seLinuxOptions } = {} }) => seLinuxOptions ? [[name, seLinuxOptions.type]] : []);
    expect(typesOf(new Situation(Platform.eks(), { features, nodeAgent: bottlerocket }))).toEqual([['system-probe', 'spc_t']]);
    expect(typesOf(new Situation(Platform.eks(), { features }))).toEqual([]);
  });
});

test.each([
  ['GKE, whose private clusters close it', Platform.gke(), { admissionController: { enabled: true } }, '8000'],
  ['EKS, whose security groups can close it', Platform.eks(), { externalMetrics: { enabled: true } }, '8443'],
])('the runbook says which port the API server has to reach on %s', (_, platform, features, port) => {
  const reaches = new RegExp(`^- TCP port ${port} of the pods of the Cluster Agent`, 'm');
  expect(new Situation(platform, { features }).runbook).toMatch(reaches);
  expect(new Situation(platform, {}).runbook).not.toMatch(/TCP port (8000|8443)/);
});

const amounts = { cpu: '250m', memory: '256Mi' };
const pods = { spec: { containers: [{ name: 'web', image: 'nginx:1.29', resources: { requests: amounts, limits: amounts } }] } };

test.each([
  ['Job', 'batch/v1', { template: { spec: { restartPolicy: 'Never', ...pods.spec } } }],
  ['Pod', 'v1', pods.spec],
])('a %s with a generated name gets no other', (kind, apiVersion, spec) => {
  const metadataOf = (metadata: object) => {
    const { name, generateName } = madeOf({ apiVersion, kind, metadata, spec } as ApiObjectProps).manifests[0].metadata!;
    return { name, generateName };
  };
  expect(metadataOf({ generateName: 'migrate-' })).toEqual({ generateName: 'migrate-' });
  expect(metadataOf({ name: 'migrate' })).toEqual({ name: 'migrate' });
});

test.each([
  ['Deployment', 'apps/v1', { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, ...pods } }],
  ['CronJob', 'batch/v1', { schedule: '0 3 * * *', jobTemplate: { spec: { template: { spec: { restartPolicy: 'Never', ...pods.spec } } } } }],
])('a %s in a List has no namespace from its chart', (kind, apiVersion, spec) => {
  const errorsOf = (metadata: object) => madeOf({ apiVersion: 'v1', kind: 'List', items: [{ apiVersion, kind, metadata, spec }] } as ApiObjectProps).errors;
  expect(errorsOf({ name: 'web' })).toEqual([{ rule: 'sidecar/namespace-is-known', severity: 'error', object: `${kind} web` }]);
  expect(errorsOf({ name: 'web', namespace: 'shop' })).toEqual([]);
});
