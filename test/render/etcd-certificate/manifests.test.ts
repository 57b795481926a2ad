import { APART, TOGETHER } from './sources';
import { CertificateCopy, knowsAuthority, resolveEtcdCertificate } from '../../../src/model/etcd-certificate';
import { certificateManifests } from '../../../src/render/etcd-certificate/manifests';
import { certificateVolume } from '../../../src/render/etcd-certificate/volume';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

const COPIES = {
  externalSecrets: { kind: 'externalSecrets', secretName: 'datadog-etcd-client', refreshInterval: '1h' },
  withAuthority: { kind: 'externalSecrets', secretName: 'datadog-etcd-client', refreshInterval: '1h', caCertificate: PEM },
  kyverno: { kind: 'kyverno', policy: 'GeneratingPolicy' },
  oldKyverno: { kind: 'kyverno', policy: 'ClusterPolicy' },
  job: { kind: 'job', secretName: 'datadog-etcd-client', image: 'example.com/oc:1', schedule: '*/10 * * * *' },
  byHand: { kind: 'byHand', secretName: 'datadog-etcd-client' },
} as const satisfies Record<string, CertificateCopy>;

const modelOf = (source: typeof APART, copy: CertificateCopy) => resolveEtcdCertificate(source, copy, 'datadog');
const manifestsOf = (source: typeof APART, copy: CertificateCopy) => certificateManifests(modelOf(source, copy));

/** Every rule that the account gets, with the namespace where it holds. */
function rulesOf(manifests: any[]): Array<[namespace: string | undefined, rule: any]> {
  return manifests.filter(m => ['Role', 'ClusterRole'].includes(m.kind)).flatMap(m => m.rules.map((rule: any) => [m.metadata.namespace, rule]));
}

describe.each([['apart', APART], ['together', TOGETHER]] as const)('authority %s', (place, source) => {
  test.each(Object.entries(COPIES))('%s mounts the same files', (name, copy) => {
    const model = modelOf(source, copy);
    const { secret, projected } = certificateVolume('etcd-certs', model);
    const items = [...secret?.items ?? [], ...(projected?.sources ?? []).flatMap(s => [...s.secret?.items ?? [], ...s.configMap?.items ?? []])];
    const unknown = name === 'externalSecrets' && place === 'apart';
    expect(items.map(i => i.path)).toEqual(unknown ? ['tls.crt', 'tls.key'] : ['tls.crt', 'tls.key', 'ca.crt']);
    expect(knowsAuthority(model)).toBe(!unknown);
  });

  test.each(Object.entries(COPIES))('%s binds roles to its own account and no other', (_, copy) => {
    const manifests = manifestsOf(source, copy);
    const bindings = manifests.filter(m => m.kind.endsWith('Binding'));
    for (const binding of bindings) expect(binding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'datadog-etcd-certificate', namespace: 'datadog' }]);
    const accounts = manifests.filter(m => m.kind === 'ServiceAccount').map(m => `${m.metadata?.namespace}/${m.metadata?.name}`);
    expect(accounts).toEqual(bindings.length > 0 ? ['datadog/datadog-etcd-certificate'] : []);
  });
});

test('a copy that Kyverno makes of two objects is one folder', () => {
  expect(certificateVolume('etcd-certs', modelOf(APART, COPIES.kyverno))).toEqual({
    name: 'etcd-certs',
    projected: {
      sources: [
        { secret: { name: 'etcd-metric-client', items: [{ key: 'tls.crt', path: 'tls.crt' }, { key: 'tls.key', path: 'tls.key' }] } },
        { configMap: { name: 'etcd-metric-serving-ca', items: [{ key: 'ca-bundle.crt', path: 'ca.crt' }] } },
      ],
    },
  });
});

test('a copy under the keys of the platform is mounted under the names of the check', () => {
  expect(certificateVolume('etcd-certs', modelOf(TOGETHER, COPIES.kyverno))).toEqual({
    name: 'etcd-certs',
    secret: {
      secretName: 'kube-etcd-client-certs',
      items: [
        { key: 'etcd-client.crt', path: 'tls.crt' },
        { key: 'etcd-client.key', path: 'tls.key' },
        { key: 'etcd-client-ca.crt', path: 'ca.crt' },
      ],
    },
  });
});

describe('External Secrets', () => {
  test('may get one Secret', () => {
    expect(rulesOf(manifestsOf(APART, COPIES.externalSecrets))).toEqual([
      ['openshift-etcd-operator', { apiGroups: [''], resources: ['secrets'], resourceNames: ['etcd-metric-client'], verbs: ['get'] }],
    ]);
  });

  test('reads the namespace of the platform with that account', () => {
    const [store, secret] = manifestsOf(APART, COPIES.externalSecrets).slice(-2);
    expect(store).toMatchObject({
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { name: 'datadog-etcd-certificate', namespace: 'datadog' },
      spec: {
        provider: {
          kubernetes: {
            remoteNamespace: 'openshift-etcd-operator',
            server: { caProvider: { type: 'ConfigMap', name: 'kube-root-ca.crt', key: 'ca.crt' } },
            auth: { serviceAccount: { name: 'datadog-etcd-certificate' } },
          },
        },
      },
    });
    expect(secret.spec).toEqual({
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: 'datadog-etcd-certificate' },
      target: { name: 'datadog-etcd-client', creationPolicy: 'Owner' },
      data: [
        { secretKey: 'tls.crt', remoteRef: { key: 'etcd-metric-client', property: 'tls.crt' } },
        { secretKey: 'tls.key', remoteRef: { key: 'etcd-metric-client', property: 'tls.key' } },
      ],
    });
  });

  test('takes an authority that it cannot read as text', () => {
    const { spec } = manifestsOf(APART, COPIES.withAuthority).at(-1)!;
    expect(spec.target.template).toEqual({ mergePolicy: 'Merge', data: { 'ca.crt': PEM } });
    expect(spec.data).toHaveLength(2);
  });

  test('reads an authority that is in the Secret', () => {
    const { spec } = manifestsOf(TOGETHER, COPIES.externalSecrets).at(-1)!;
    expect(spec.data[2]).toEqual({ secretKey: 'ca.crt', remoteRef: { key: 'kube-etcd-client-certs', property: 'etcd-client-ca.crt' } });
    expect(spec.target.template).toBeUndefined();
  });

  test('an authority that is given goes before that of the Secret', () => {
    const { spec } = manifestsOf(TOGETHER, COPIES.withAuthority).at(-1)!;
    expect(spec.data.map((d: any) => d.secretKey)).toEqual(['tls.crt', 'tls.key']);
  });
});

describe('Kyverno', () => {
  test('copies Secret and ConfigMap into one namespace', () => {
    const policies = manifestsOf(APART, COPIES.kyverno).filter(m => m.kind === 'GeneratingPolicy');
    expect(policies.map(p => [p.metadata?.name, p.spec.matchConstraints.resourceRules[0].resourceNames, p.spec.variables[0].expression])).toEqual([
      ['clone-etcd-metric-client', ['datadog'], 'resource.Get("v1", "secrets", "openshift-etcd-operator", "etcd-metric-client")'],
      ['clone-etcd-metric-serving-ca', ['datadog'], 'resource.Get("v1", "configmaps", "openshift-etcd-operator", "etcd-metric-serving-ca")'],
    ]);
  });

  test('before 1.17 clones them by rules', () => {
    const policies = manifestsOf(APART, COPIES.oldKyverno).filter(m => m.kind === 'ClusterPolicy');
    expect(policies.map(p => p.spec.rules[0].generate)).toEqual([
      expect.objectContaining({ kind: 'Secret', name: 'etcd-metric-client', clone: { namespace: 'openshift-etcd-operator', name: 'etcd-metric-client' } }),
      expect.objectContaining({ kind: 'ConfigMap', name: 'etcd-metric-serving-ca', clone: { namespace: 'openshift-etcd-operator', name: 'etcd-metric-serving-ca' } }),
    ]);
  });

  test('may do no more than its own check of a policy asks for', () => {
    const rules = rulesOf(manifestsOf(APART, COPIES.kyverno));
    const verbs = ['get', 'list', 'watch', 'create', 'update', 'delete'];
    expect(rules).toEqual([
      [undefined, { apiGroups: [''], resources: ['secrets'], verbs }],
      [undefined, { apiGroups: [''], resources: ['configmaps'], verbs }],
    ]);
  });

  test('copies one object where the authority is in the Secret', () => {
    expect(manifestsOf(TOGETHER, COPIES.kyverno).map(m => m.kind)).toEqual(['ClusterRole', 'GeneratingPolicy']);
  });
});

describe('the CronJob', () => {
  test('may get the source and patch the target, each by its name, and create nothing', () => {
    expect(rulesOf(manifestsOf(APART, COPIES.job))).toEqual([
      ['openshift-etcd-operator', { apiGroups: [''], resources: ['configmaps'], resourceNames: ['etcd-metric-serving-ca'], verbs: ['get'] }],
      ['openshift-etcd-operator', { apiGroups: [''], resources: ['secrets'], resourceNames: ['etcd-metric-client'], verbs: ['get'] }],
      ['datadog', { apiGroups: [''], resources: ['secrets'], resourceNames: ['datadog-etcd-client'], verbs: ['patch'] }],
    ]);
  });

  test('needs one rule less where the authority is in the Secret', () => {
    expect(rulesOf(manifestsOf(TOGETHER, COPIES.job)).map(([namespace, rule]) => [namespace, rule.resources[0], rule.resourceNames[0]])).toEqual([
      ['openshift-monitoring', 'secrets', 'kube-etcd-client-certs'],
      ['datadog', 'secrets', 'datadog-etcd-client'],
    ]);
  });

  test('fills a Secret that is there without data, so that applying the manifests again empties nothing', () => {
    const secret = manifestsOf(APART, COPIES.job).find(m => m.kind === 'Secret')!;
    expect(secret).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'datadog-etcd-client', namespace: 'datadog', labels: expect.any(Object) },
      type: 'Opaque',
    });
  });

  test('has a pod that restricted-v2 takes: no uid of its own', () => {
    const { spec } = manifestsOf(APART, COPIES.job).at(-1)!;
    const pod = spec.jobTemplate.spec.template.spec;
    expect(pod.securityContext).toEqual({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod.containers[0].securityContext).toEqual({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true });
    expect(pod.volumes).toEqual([{ name: 'tmp', emptyDir: {} }]);
    expect([spec.schedule, spec.concurrencyPolicy, pod.containers[0].image]).toEqual(['*/10 * * * *', 'Forbid', 'example.com/oc:1']);
  });
});

test('what is copied by hand brings nothing', () => {
  expect(manifestsOf(APART, COPIES.byHand)).toEqual([]);
});
