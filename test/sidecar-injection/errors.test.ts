import { BY_WEBHOOK, datadogChart, WEB, WEBHOOK_CLUSTER } from './injections';
import { DatadogCredentials } from '../../src/credentials/datadog-credentials';
import { DatadogChartProps } from '../../src/datadog-chart/datadog-chart';
import { Platform } from '../../src/platform/platform';
import { SidecarPlacement } from '../../src/sidecar/sidecar-options';
import { InjectionMethod } from '../../src/sidecar-injection/injection-method';
import { SidecarInjectionOptions } from '../../src/sidecar-injection/sidecar-injection-options';

function inject(options: Partial<SidecarInjectionOptions> = {}, props: Partial<DatadogChartProps> = {}) {
  return datadogChart(props).injectAtAdmission({ ...WEB, ...options });
}

function byWebhook(options: Partial<SidecarInjectionOptions> = {}, props: Partial<DatadogChartProps> = {}) {
  return datadogChart({ ...WEBHOOK_CLUSTER, ...props }).injectAtAdmission({ ...BY_WEBHOOK, ...options });
}

const EC2 = { platform: Platform.eks({ kubernetesVersion: '1.36' }) };
const DNS = { namespaces: ['kube-system'], podLabels: { 'k8s-app': 'kube-dns' }, serviceAccounts: [{ namespace: 'kube-system', name: 'coredns' }] };
const profile = (...selectors: Array<{ namespace: string; labels?: { [name: string]: string } }>) => [{ name: 'shop', selectors }];

describe('platforms and versions', () => {
  test('pods run on Fargate', () => {
    expect(() => inject({}, EC2)).toThrow(/sidecar-injection\/platform-has-fargate: the platform declares no pod that runs on Fargate/);
    const fargateProfiles = profile({ namespace: 'shop' });
    expect(() => inject({}, { platform: Platform.eks({ kubernetesVersion: '1.36', fargateProfiles }) })).not.toThrow();
  });

  test('rejects a namespace that none of the given profiles takes', () => {
    const given = { fargateProfiles: profile({ namespace: 'sh*' }) };
    expect(() => inject({ ...given, namespaces: ['shop', 'pay'] })).toThrow(/namespace-has-a-profile: 'namespaces' has 'pay', and no profile among 'fargateProfiles' takes/);
    expect(() => inject({ ...given, namespaces: ['pay'], podLabels: { a: 'b' } })).toThrow(/namespace-has-a-profile: 'namespaces' has 'pay'/);
    expect(() => inject({ ...given, namespaces: ['shop'] })).not.toThrow();
  });

  test('a namespace that no profile names has its pods on nodes', () => {
    const platform = Platform.eks({ kubernetesVersion: '1.36', fargateProfiles: profile({ namespace: 'sh*' }) });
    expect(() => inject({ namespaces: ['shop', 'pay'] }, { platform })).toThrow(/namespace-has-a-profile: no Fargate profile of the platform names the namespace 'pay'/);
    expect(() => inject({ namespaces: ['shop'] }, { platform })).not.toThrow();
  });

  test.each([
    ['1.34', undefined, /Kubernetes 1.34 has no MutatingAdmissionPolicy unless the feature gate MutatingAdmissionPolicy is on; 1.36 has it by itself/],
    ['1.35', false, /unless the feature gate/],
  ])('MutatingAdmissionPolicy on %s, feature gate %p', (kubernetesVersion, featureGate, message) => {
    const via = InjectionMethod.mutatingAdmissionPolicy({ featureGate });
    expect(() => inject({ via }, { platform: Platform.eksFargate({ kubernetesVersion }) })).toThrow(message);
  });

  test('MutatingAdmissionPolicy before there is one, and with the feature gate', () => {
    const via = InjectionMethod.mutatingAdmissionPolicy({ featureGate: true });
    const on = (kubernetesVersion: string) => inject({ via }, { platform: Platform.eksFargate({ kubernetesVersion }) });
    expect(() => on('1.33')).toThrow(/Kubernetes 1.33 has no MutatingAdmissionPolicy that this library writes/);
    expect(on('1.35').apiObjects.find(o => o.kind === 'MutatingAdmissionPolicy')?.apiVersion).toBe('admissionregistration.k8s.io/v1beta1');
    expect(on('1.36').apiObjects.find(o => o.kind === 'MutatingAdmissionPolicy')?.apiVersion).toBe('admissionregistration.k8s.io/v1');
  });

  test.each(['', 'latest', '1', '1.x'])("Kyverno '%s'", version => {
    expect(() => inject({ via: InjectionMethod.kyverno({ version }) })).toThrow(/sidecar-injection\/version/);
  });

  test('no method', () => {
    expect(() => inject({ via: undefined as any })).toThrow(/options\/types/);
    expect(() => inject({ via: 'kyverno' as any })).toThrow(/options\/types: .* Write via: InjectionMethod\.kyverno\(\)/s);
  });

  test.each(['', 'Datadog', 'a_b', 'x'.repeat(53)])("the name '%s'", name => {
    expect(() => inject({ name })).toThrow(/sidecar-injection\/name/);
  });
});

describe('which pods', () => {
  test('namespaces are named', () => {
    expect(() => inject({ namespaces: undefined })).toThrow(/namespaces-are-named: 'podLabels' alone chooses pods of every namespace/);
    expect(() => inject({ namespaces: [], podLabels: undefined })).toThrow(/namespaces-are-named: neither 'namespaces' nor 'fargateProfiles' is given/);
    expect(() => inject({ namespaces: ['Shop'] })).toThrow(/kubernetes\/namespace-name/);
  });

  test('a wildcard of a profile stands for namespaces that are named', () => {
    const fargateProfiles = profile({ namespace: 'shop-*' }, { namespace: 'pay' });
    expect(() => inject({ namespaces: undefined, fargateProfiles })).toThrow(/namespaces-are-named: a selector of the Fargate profiles has the namespace 'shop-\*'/);
    const injection = inject({ namespaces: ['shop-a', 'shop-b', 'pay'], fargateProfiles });
    expect(() => inject({ namespaces: ['shop-a', 'other'], fargateProfiles })).toThrow(/namespace-has-a-profile: 'namespaces' has 'other'/);
    expect(injection.apiObjects.filter(o => o.kind === 'ServiceAccount').map(o => o.metadata.namespace)).toEqual(['pay', 'shop-a', 'shop-b']);
  });

  test('profiles that are none', () => {
    expect(() => inject({ fargateProfiles: [] })).toThrow(/platform\/fargate-profile/);
  });

  test('labels that are none', () => {
    expect(() => inject({ podLabels: { team: 'a b' } })).toThrow(/kubernetes\/label-value/);
    expect(() => inject({ podLabels: { team: 7 as any } })).toThrow(/options\/types/);
  });

  test('accounts are of these namespaces', () => {
    expect(() => inject({ serviceAccounts: [{ namespace: 'pay', name: 'web' }] }))
      .toThrow(/account-is-of-matched-pods: the ServiceAccount 'pay\/web' is in a namespace that no pod is chosen from: shop/);
    expect(() => inject({ serviceAccounts: [{ namespace: 'shop', name: '' }] })).toThrow(/kubernetes\/object-name: 'serviceAccounts\[0\].name'/);
  });
});

describe('the Cluster Agent', () => {
  test('pods of the DNS of the cluster cannot ask it by name', () => {
    expect(() => inject(DNS)).toThrow(/dns-pods-have-an-address: pods with the label 'k8s-app: kube-dns' are the cluster's DNS/);
    expect(() => inject({ ...DNS, podLabels: { 'eks.amazonaws.com/component': 'coredns' } })).toThrow(/dns-pods-have-an-address/);
    expect(() => inject({ ...DNS, clusterAgentUrl: 'https://172.20.0.99:5005' })).not.toThrow();
  });

  test.each(['http://172.20.0.99:5005', '172.20.0.99:5005', 'https://', ''])("the URL '%s'", clusterAgentUrl => {
    expect(() => inject({ clusterAgentUrl })).toThrow(/sidecar-injection\/url-is-https/);
  });
});

describe('Kyverno before 1.17', () => {
  const via = InjectionMethod.kyverno({ version: '1.16' });
  const serviceAccounts = [{ namespace: 'shop', name: 'web' }];

  test('accounts are named', () => {
    expect(() => inject({ via })).toThrow(/accounts-are-named: 'serviceAccounts' names none of the namespace 'shop'/);
    expect(() => inject({ via, serviceAccounts })).not.toThrow();
  });

  test.each(['{{ request.object }}', '$(./../x)'])('%s in an env var', value => {
    expect(() => inject({ via, serviceAccounts, env: { X: value } })).toThrow(/sidecar-injection\/no-references: the env var X/);
    expect(() => inject({ via, serviceAccounts }, { tags: { team: value } })).toThrow(/sidecar-injection\/no-references: one of 'tags'/);
    expect(() => inject({ via: InjectionMethod.kyverno(), env: { X: value } })).not.toThrow();
  });
});

describe("silent failures of Datadog's webhook", () => {
  test('none', () => {
    expect(() => byWebhook()).not.toThrow();
  });

  test('a Secret of another name, or with other keys', () => {
    const rule = /sidecar-injection\/webhook-secret: the credentials are in the Secret/;
    for (const options of [{ secretName: 'keys' }, { apiKeyKey: 'apikey' }, { tokenKey: 'dca-token' }]) {
      expect(() => byWebhook({}, { credentials: DatadogCredentials.existingSecret(options) })).toThrow(rule);
    }
  });

  test('more than one selector', () => {
    const fargateProfiles = profile({ namespace: 'shop', labels: { a: 'b' } }, { namespace: 'pay' });
    expect(() => byWebhook({ namespaces: undefined, podLabels: undefined, fargateProfiles })).toThrow(/webhook-has-one-selector: .* choose pods in 2 ways, and with more than 1 the webhook is not there at all/s);
    const same = profile({ namespace: 'shop' }, { namespace: 'pay' });
    const serviceAccounts = ['shop', 'pay'].map(namespace => ({ namespace, name: 'web' }));
    expect(() => byWebhook({ namespaces: undefined, podLabels: undefined, fargateProfiles: same, serviceAccounts })).not.toThrow();
  });

  test('a wildcard', () => {
    expect(() => byWebhook({ fargateProfiles: profile({ namespace: 'shop', labels: { run: 'far*' } }) })).toThrow(/webhook-has-one-selector: .* has the wildcard 'far\*'/s);
  });

  test('an admission controller that is off', () => {
    expect(() => byWebhook({}, { features: {} })).toThrow(/sidecar-injection\/webhook-is-on/);
  });

  test('an account that nobody binds', () => {
    expect(() => byWebhook({ serviceAccounts: undefined })).toThrow(/sidecar-injection\/accounts-are-named/);
    expect(() => byWebhook({ namespaces: ['shop', 'pay'] })).toThrow(/names none of the namespace 'pay'/);
  });

  test('a Cluster Agent from before the webhook', () => {
    expect(() => byWebhook({}, { agentVersion: '7.51.0' })).toThrow(/webhook-can-do-it: Cluster Agent 7.51.0 has no webhook that adds Agents/);
    expect(() => byWebhook({}, { agentVersion: '7.52.0' })).not.toThrow();
  });

  const webhook = { admissionController: { enabled: true } };
  test.each<[string, Partial<SidecarInjectionOptions>, Partial<DatadogChartProps>]>([
    ["'placement' is NATIVE", { placement: SidecarPlacement.NATIVE }, {}],
    ["'probes' is on", { probes: true }, {}],
    ["'serviceTags' is set", { serviceTags: { env: 'prod' } }, {}],
    ['do not go by a socket', {}, { features: { ...webhook, dogstatsd: { enabled: false } } }],
    ['listens on a port', {}, { features: { ...webhook, apm: { portEnabled: true } } }],
    ["in the ConfigMap 'ca'", {}, { clusterAgentTls: { secretName: 'tls', configMapName: 'ca' } }],
  ])('%s', (reason, options, props) => {
    expect(() => byWebhook(options, props)).toThrow(new RegExp(`webhook-can-do-it: .*${reason}`, 's'));
    expect(() => inject(options, props)).not.toThrow();
  });
});
