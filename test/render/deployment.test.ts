import { components } from './components';
import { DeploymentDescription } from '../../src/model/deployment-model';
import { violationOf } from '../requirements/violations';

/** Deployment and ServiceAccount of the component that has the options. */
const COMPONENTS = {
  clusterAgent: (given: DeploymentDescription) => parts(components({ clusterAgent: given }), 'datadog-cluster-agent'),
  clusterCheckRunners: (given: DeploymentDescription) => parts(components({ clusterCheckRunners: given }), 'datadog-clusterchecks'),
};

function parts(manifests: any[], name: string) {
  const deployment = manifests.find(m => m.kind === 'Deployment' && m.metadata.name === name);
  const pod = deployment.spec.template.spec;
  const account = manifests.find(m => m.kind === 'ServiceAccount' && m.metadata.name === pod.serviceAccountName);
  return { deployment, template: deployment.spec.template.metadata, pod, container: pod.containers[0], account };
}

const sortedByName = (env: any[]) => [...env].sort((a, b) => a.name < b.name ? -1 : 1);

describe.each(Object.entries(COMPONENTS))('%s', (_, of) => {
  const plain = of({});

  test.each<[option: string, given: DeploymentDescription, read: (p: ReturnType<typeof of>) => unknown, expected: unknown]>([
    ['nodeSelector', { nodeSelector: { pool: 'a' } }, p => p.pod.nodeSelector, { 'kubernetes.io/os': 'linux', 'pool': 'a' }],
    ['tolerations', { tolerations: [{ operator: 'Exists' }] }, p => p.pod.tolerations, [{ operator: 'Exists' }]],
    ['affinity', { affinity: { nodeAffinity: {} } }, p => p.pod.affinity, { nodeAffinity: {} }],
    ['topologySpreadConstraints', { topologySpreadConstraints: [{ maxSkew: 1 }] }, p => p.pod.topologySpreadConstraints, [{ maxSkew: 1 }]],
    ['priorityClassName', { priorityClassName: 'high' }, p => p.pod.priorityClassName, 'high'],
    ['podAnnotations', { podAnnotations: { a: 'b' } }, p => p.template.annotations, { ...plain.template.annotations, a: 'b' }],
    ['podLabels', { podLabels: { team: 'x' } }, p => p.template.labels, { ...plain.template.labels, team: 'x' }],
    ['serviceAccountAnnotations', { serviceAccountAnnotations: { role: 'r' } }, p => p.account.metadata.annotations, { role: 'r' }],
    ['imagePullSecrets', { imagePullSecrets: ['a', 'b'] }, p => p.pod.imagePullSecrets, [{ name: 'a' }, { name: 'b' }]],
    ['volumes', { volumes: [{ name: 'x', emptyDir: {} }] }, p => p.pod.volumes, [...plain.pod.volumes, { name: 'x', emptyDir: {} }]],
    [
      'volumeMounts', { volumes: [{ name: 'x', emptyDir: {} }], volumeMounts: [{ name: 'x', mountPath: '/x' }] },
      p => p.container.volumeMounts, [...plain.container.volumeMounts, { name: 'x', mountPath: '/x' }],
    ],
    ['logLevel', { logLevel: 'debug' }, p => p.container.env, sortedByName([...plain.container.env, { name: 'DD_LOG_LEVEL', value: 'debug' }])],
    ['env', { env: { A: 'b' } }, p => p.container.env, [...plain.container.env, { name: 'A', value: 'b' }]],
    ['env in place of ours', { env: { DD_REMOTE_CONFIGURATION_ENABLED: 'x' } }, p => p.container.env.filter((e: any) => e.name === 'DD_REMOTE_CONFIGURATION_ENABLED'), [{ name: 'DD_REMOTE_CONFIGURATION_ENABLED', value: 'x' }]],
    [
      'secretEnv in place of ours', { secretEnv: [{ name: 'DD_REMOTE_CONFIGURATION_ENABLED', secretName: 's', secretKey: 'k' }] },
      p => p.container.env.filter((e: any) => e.name === 'DD_REMOTE_CONFIGURATION_ENABLED'), [{ name: 'DD_REMOTE_CONFIGURATION_ENABLED', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }],
    ],
  ])('%s', (__, given, read, expected) => {
    expect(read(of(given))).toEqual(expected);
    expect(of(given).deployment.spec.selector).toEqual(plain.deployment.spec.selector);
  });

  test('none of it is there unless it is asked for', () => {
    expect(Object.keys(plain.pod).sort()).toEqual([
      'automountServiceAccountToken', 'containers', 'initContainers', 'nodeSelector', 'securityContext', 'serviceAccountName', 'volumes',
    ]);
    expect(plain.account.metadata.annotations).toBeUndefined();
  });

  test.each<[refused: string, given: DeploymentDescription, rule: string]>([
    ['the label of the selector', { podLabels: { app: 'x' } }, 'kubernetes/selector-label'],
    ['the label of the component', { podLabels: { 'agent.datadoghq.com/component': 'x' } }, 'kubernetes/selector-label'],
    ['a key in clear text', { env: { DD_API_KEY: 'k' } }, 'credentials/no-secret-in-env'],
    ['a key from another Secret', { secretEnv: [{ name: 'DD_API_KEY', secretName: 's', secretKey: 'k' }] }, 'credentials/one-source'],
    ['an env var twice', { env: { A: 'b' }, secretEnv: [{ name: 'A', secretName: 's', secretKey: 'k' }] }, 'kubernetes/env-is-unique'],
    ['the name of a volume of ours', { volumes: [{ name: 'config', emptyDir: {} }] }, 'kubernetes/volumes-are-unique'],
    ['a volume twice', { volumes: [{ name: 'x' }, { name: 'x' }] }, 'kubernetes/volumes-are-unique'],
    ['a mount without a volume', { volumes: [{ name: 'x', emptyDir: {} }], volumeMounts: [{ name: 'y', mountPath: '/y' }] }, 'kubernetes/mounts-have-a-volume'],
    ['nodes without Linux', { nodeSelector: { 'kubernetes.io/os': 'windows' } }, 'kubernetes/linux-nodes'],
    ['a path of ours', { volumeMounts: [{ name: 'x', mountPath: '/tmp/' }] }, 'kubernetes/volumes-are-unique'],
  ])('%s is refused', (__, given, rule) => {
    expect(violationOf(() => of(given)).rule).toBe(rule);
  });
});
