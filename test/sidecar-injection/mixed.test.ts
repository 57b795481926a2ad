import { ApiObject, App, Chart } from 'cdk8s';
import { DatadogChart, DatadogChartProps, DatadogCredentials, InjectionMethod, Platform, SidecarInjectionOptions } from '../../src';

const LABEL = { 'agent.datadoghq.com/sidecar': 'fargate' };
const METHODS: ReadonlyArray<readonly [string, InjectionMethod]> = [
  ['the webhook', InjectionMethod.datadogWebhook()],
  ['Kyverno', InjectionMethod.kyverno()],
  ['old Kyverno', InjectionMethod.kyverno({ version: '1.16' })],
  ['a MutatingAdmissionPolicy', InjectionMethod.mutatingAdmissionPolicy()],
];

beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => jest.restoreAllMocks());

interface Case extends Partial<SidecarInjectionOptions> {
  readonly via: InjectionMethod;
  /** Labels that the user writes on the pods of the namespace `fargate`. */
  readonly labels?: object;
  /** The injection puts its labels on them. */
  readonly label?: boolean;
  readonly instrument?: boolean;
  readonly pod?: object;
  readonly props?: Partial<DatadogChartProps>;
}

/** EC2 nodes with an Agent each, and the namespace `fargate` on AWS Fargate, whose pods get theirs when they are made. */
function mixed({ via, labels = {}, label, instrument, pod, props, ...options }: Case) {
  const app = new App();
  const datadog = new DatadogChart(app, 'datadog', {
    platform: Platform.eks({ kubernetesVersion: '1.36', fargateProfiles: [{ name: 'serverless', selectors: [{ namespace: 'fargate' }] }] }),
    clusterName: 'prod',
    credentials: DatadogCredentials.existingSecret(),
    ...props,
    features: { admissionController: { enabled: true }, ...props?.features },
  });
  const [redis, web] = [['fargate', 'redis', labels, pod], ['nodes', 'web', {}, {}]].map(([namespace, name, more, spec]: any) => {
    const chart = new Chart(app, namespace, { namespace });
    const resources = { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } };
    return new ApiObject(chart, name, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: { template: { metadata: { labels: { app: name, ...more } }, spec: { containers: [{ name, image: name, resources }], ...spec } } },
    });
  });
  const injection = datadog.injectAtAdmission({ via, namespaces: ['fargate'], podLabels: LABEL, serviceAccounts: [{ namespace: 'fargate', name: 'default' }], ...options });
  datadog.instrument(web);
  if (label) injection.label(redis);
  if (instrument) datadog.instrument(redis);
  app.synth();
  return { datadog, pods: [redis, web].map(object => object.toJson().spec.template) };
}

describe.each(METHODS)('by %s', (_, via) => {
  test('a workload with the label of Datadog gets its Agent when its pods are made', () => {
    const { pods: [redis, web] } = mixed({ via, labels: LABEL });
    expect(redis.spec.containers).toHaveLength(1);
    expect(web.spec.volumes).toEqual([expect.objectContaining({ hostPath: expect.anything() })]);
  });

  test('so does one with another label', () => {
    expect(mixed({ via, podLabels: { app: 'redis' } }).pods[0].spec.containers).toHaveLength(1);
  });

  test('so does one that the injection labels', () => {
    expect(mixed({ via, podLabels: { agent: 'injected' }, label: true }).pods[0].metadata.labels).toEqual({ app: 'redis', agent: 'injected' });
  });

  test('the ports of the node Agents are open beside it', () => {
    const features = { apm: { portEnabled: true }, dogstatsd: { portEnabled: true } };
    expect(mixed({ via, labels: LABEL, props: { features } }).pods[0].spec.containers).toHaveLength(1);
  });

  test('the profiles of the platform choose its pods, written once', () => {
    const { datadog } = mixed({ via, podLabels: { app: 'redis' }, namespaces: undefined, platformProfiles: true });
    expect(datadog.summary()).toContain('pods: in fargate with app=redis\n  of the Fargate profiles: serverless;');
  });

  test('rejects a workload that is instrumented as well, and says that the injection is enough', () => {
    const text = /sidecar-injection\/(one-way|no-webhook-label)|sidecar\/injected-once/;
    expect(() => mixed({ via, podLabels: { app: 'redis' }, instrument: true })).toThrow(text);
  });

  test('rejects a workload that nothing covers, and names both ways', () => {
    expect(() => mixed({ via, podLabels: { app: 'other' } })).toThrow(/placement\/covered-once: .* Give it to datadog\.instrument\(\.\.\.\), or choose its pods with datadog\.injectAtAdmission\(\.\.\.\)/);
  });

  test('rejects a workload with resources of the pod as a whole, in one finding', () => {
    const pod = { resources: { requests: { cpu: '1', memory: '1Gi' } } };
    expect(() => mixed({ via, labels: LABEL, pod })).toThrow(/^[^]*sidecar-injection\/injected-has-room: Deployment fargate\/redis: (?![^]*covered-once)/);
  });
});

test('sockets of the node Agents that are off are no matter of the webhook', () => {
  const features = { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { socketEnabled: false, portEnabled: true } };
  expect(() => mixed({ via: InjectionMethod.datadogWebhook(), labels: LABEL, props: { features } })).not.toThrow();
});

test.each<[string, Partial<SidecarInjectionOptions>, Partial<DatadogChartProps>, RegExp]>([
  ['where the platform declares none', { platformProfiles: true, namespaces: undefined }, { platform: Platform.eksFargate({ kubernetesVersion: '1.36' }) }, /platform-profiles: .*declares none/],
  ['beside others', { platformProfiles: true, namespaces: undefined, fargateProfiles: [{ name: 'a', selectors: [{ namespace: 'fargate' }] }] }, {}, /platform-profiles: .*names some beside it/],
])('rejects profiles of the platform %s', (_, options, props, text) => {
  expect(() => mixed({ via: InjectionMethod.kyverno(), props, ...options })).toThrow(text);
});
