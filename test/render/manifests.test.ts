import { components, containersIn } from './components';
import { clusterModel, deepFreeze, leaves } from './models';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../src/model/cluster-description';
import { clusterAgentManifests } from '../../src/render/cluster-agent/manifests';
import { runnerManifests } from '../../src/render/cluster-check-runner/manifests';
import { sidecarBinding, sidecarClusterRole } from '../../src/render/sidecar/rbac';

const off = { enabled: false };

const RBAC = 'rbac.authorization.k8s.io/v1';
const API_OF: { readonly [kind: string]: string } = {
  ServiceAccount: 'v1',
  ConfigMap: 'v1',
  Service: 'v1',
  Deployment: 'apps/v1',
  PodDisruptionBudget: 'policy/v1',
  Role: RBAC,
  RoleBinding: RBAC,
  ClusterRole: RBAC,
  ClusterRoleBinding: RBAC,
};

/** Clusters that differ in everything that the manifests depend on. */
const CLUSTERS: ReadonlyArray<readonly [string, Partial<ClusterDescription>]> = [
  ['defaults', {}],
  ['no features', { features: { clusterChecks: off, events: off, kubeStateMetrics: off } }],
  ['no cluster checks', { features: { clusterChecks: off } }],
  ['Secrets counted', { features: { kubeStateMetrics: { collectSecrets: true } } }],
  ['one pod each', { clusterAgent: { replicas: 1 }, clusterCheckRunners: { replicas: 1 } }],
  ['no runners', { clusterCheckRunners: off }],
  ['sizes', { clusterAgent: { cpu: '1', memory: '2Gi' }, clusterCheckRunners: { cpu: '2', memory: '4Gi' } }],
  ['pods that share nodes', { platform: { fact: PLATFORMS.eks } }],
  ['tags, namespace and site', { tags: { env: 'prod' }, namespace: 'monitoring', site: 'datadoghq.eu' }],
  ['documented permissions', { sidecar: { documentedPermissions: true } }],
];

describe.each(CLUSTERS)('%s', (_, description) => {
  const model = clusterModel(description);
  const manifests = [...components(description), sidecarClusterRole(model), sidecarBinding([])];

  test('requests equal limits in every container', () => {
    for (const { container } of containersIn(manifests)) {
      const { requests, limits } = container.resources;
      expect(requests).toEqual({ cpu: expect.stringMatching(/^\d/), memory: expect.stringMatching(/^\d/) });
      expect(limits).toEqual(requests);
    }
    expect(containersIn(manifests).length).toBeGreaterThan(1);
  });

  test('every container is at the level restricted, with a file system that it cannot write to', () => {
    for (const { pod, container } of containersIn(manifests)) {
      expect({ ...pod.securityContext, ...container.securityContext }).toEqual({
        runAsNonRoot: true,
        runAsUser: 100,
        runAsGroup: 0,
        fsGroup: 0,
        seccompProfile: { type: 'RuntimeDefault' },
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
      });
      for (const { emptyDir, configMap, secret } of pod.volumes) expect(emptyDir ?? configMap ?? secret).toBeDefined();
    }
  });

  test('every mount has its volume, and every volume its mount', () => {
    for (const { pod } of containersIn(manifests)) {
      const mounted = [...pod.initContainers, ...pod.containers].flatMap((c: any) => c.volumeMounts ?? []).map((m: any) => m.name);
      expect([...new Set(mounted)].sort()).toEqual(pod.volumes.map((v: any) => v.name).sort());
    }
  });

  test('no rule has a wildcard', () => {
    const rules = manifests.filter(m => m.kind.endsWith('Role')).flatMap(m => m.rules);
    expect(rules.length).toBeGreaterThan(1);
    for (const rule of rules) {
      expect(Object.values(rule as object).flat().filter((item: string) => item.includes('*'))).toEqual([]);
      expect(rule.verbs).not.toEqual([]);
      expect(rule.resources ?? rule.nonResourceURLs).not.toEqual([]);
    }
  });

  test('every binding is to a role that is there, and has the account of its pods', () => {
    const accounts = containersIn(manifests).map(({ pod }) => pod.serviceAccountName);
    for (const { kind, metadata, roleRef, subjects } of manifests.filter(m => m.kind.endsWith('Binding'))) {
      const roles = manifests.filter(m => m.kind === roleRef.kind && m.metadata?.name === roleRef.name);
      expect(roles.map(role => role.metadata?.namespace)).toEqual([metadata?.namespace]);
      expect(`${roleRef.kind}Binding`).toBe(kind);
      for (const { name, namespace } of subjects) {
        expect(accounts).toContain(name);
        expect(namespace).toBe(model.namespace);
      }
    }
  });

  test('a namespace stands on what is in one and on nothing else', () => {
    for (const { kind, metadata } of manifests) expect([kind, metadata?.namespace]).toEqual([kind, kind.startsWith('Cluster') ? undefined : model.namespace]);
  });

  test('each kind is of its API, and each member of a list of objects is an object with a name', () => {
    for (const { apiVersion, kind } of manifests) expect(`${apiVersion} ${kind}`).toBe(`${API_OF[kind]} ${kind}`);
    for (const { pod, container } of containersIn(manifests)) {
      for (const { name } of [pod.volumes, container.env ?? [], container.volumeMounts, container.ports ?? []].flat()) expect(name).toMatch(/^[A-Za-z]/);
    }
  });

  test('no field is undefined, so none becomes null', () => {
    expect([...leaves(manifests)].filter(([, value]) => value === undefined || value === null)).toEqual([]);
  });

  test('two renders are equal, and neither changes the model', () => {
    const frozen = deepFreeze(clusterModel(description));
    const render = () => JSON.stringify([...clusterAgentManifests(frozen), ...runnerManifests(frozen), sidecarClusterRole(frozen)]);
    expect(render()).toBe(render());
  });

  test('a change of one render is in no other', () => {
    const first = components(description);
    const text = JSON.stringify(first);
    spoil(first);
    expect(JSON.stringify(components(description))).toBe(text);
  });
});

/** Adds a field to every object in it. */
function spoil(json: any): void {
  if (typeof json !== 'object' || json === null) return;
  Object.values(json).forEach(spoil);
  if (!Array.isArray(json)) json.spoiled = true;
}
