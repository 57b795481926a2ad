import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { violationOf } from './violations';
import { DatadogChart, DatadogChartProps, DatadogCredentials, DatadogSite, ExternalSecretStore, FargateLogOutput, Platform, WorkloadSelector } from '../../src';
import { requireOptions } from '../../src/requirements/options';
import { CLUSTER } from '../datadog-chart/program';

const reasonOf = (given: unknown) => violationOf(() => requireOptions('ClusterAgentOptions', given)).reason;

test('returns a copy of what is of its types', () => {
  const given = { replicas: 2, env: { A: 'b' }, affinity: { nodeAffinity: {} }, tolerations: [{ operator: 'Exists' }], secretEnv: [{ name: 'A', secretName: 'b', secretKey: 'c' }] };
  expect(requireOptions('ClusterAgentOptions', given)).toEqual(given);
});

test('null is left to its default', () => {
  expect(requireOptions('ClusterAgentOptions', { cpu: null, fixedAddress: { enabled: true, clusterIp: null } })).toEqual({ fixedAddress: { enabled: true } });
});

test.each<[string, unknown, string]>([
  ['a text', 'x', "'options' is a string, and it has to be an object"],
  ['a list', [], "'options' is a list, and it has to be an object"],
  ['a Date', new Date(0), "'options' is a Date, and it has to be an object"],
  ['a number for a text', { cpu: 1 }, "'cpu' is a number, and it has to be a string"],
  ['NaN in JSON', { affinity: { a: NaN } }, "'affinity.a' is NaN, and it has to be something that JSON can hold"],
  ['a function in JSON', { tolerations: [{ a: () => 1 }] }, "'tolerations[0].a' is a function, and it has to be something that JSON can hold"],
  ['a BigInt', { replicas: 2n }, "'replicas' is a bigint, and it has to be a number"],
  ['an object in a map', { env: { A: {} } }, "'env.A' is an object, and it has to be a string"],
  ['null in a list', { secretEnv: [null] }, "'secretEnv[0]' is null, and it has to be an object"],
  ['a missing part', { secretEnv: [{ name: 'A' }] }, "'secretEnv[0].secretKey' and 'secretEnv[0].secretName' are required and are not given"],
  ['a getter that fails', { get cpu() { throw new Error('no'); } }, "'cpu' fails when it is read"],
])('%s is refused', (_, given, reason) => {
  expect(reasonOf(given)).toBe(reason);
});

test('what is part of itself is refused', () => {
  const affinity: any = {};
  affinity.self = affinity;
  expect(reasonOf({ affinity })).toMatch(/^'affinity(\.self)+[.a-z]*\.\.\.' is deeper than anything in Kubernetes, or part of itself/);
});

test('the value of a key is not shown', () => {
  const { rule, reason } = violationOf(() => DatadogCredentials.unsafeLiteral({ apiKey: { key: 'hidden' } as any, token: 'x' }));
  expect([rule, reason]).toEqual(['options/types', "'apiKey' is an object, and it has to be a string"]);
});

test.each<[string, () => unknown, string]>([
  ['a factory without options', () => FargateLogOutput.firehose(null as any), "'deliveryStream' and 'region' are required"],
  ['a class of another kind', () => DatadogCredentials.externalSecrets({ store: DatadogSite.EU1 as any, apiKey: { key: 'a' }, token: { key: 'b' } }), "'store' is"],
  ['a name that is an object', () => WorkloadSelector.named({} as any), "'names[0]' is an object"],
  ['options of a platform', () => Platform.kubeadm('1.33' as any), "'options' is a string"],
])('%s is refused', (_, work, reason) => {
  const violation = violationOf(work);
  expect([violation.rule, violation.reason.startsWith(reason)]).toEqual(['options/types', true]);
});

test('the name of a store is one that there can be, and a store has one provider', () => {
  expect(violationOf(() => ExternalSecretStore.fromSecretStore('No Name')).rule).toBe('credentials/store-name');
  expect(() => ExternalSecretStore.fromSecretStore('aws.shop')).not.toThrow();
  expect(violationOf(() => ExternalSecretStore.fromProvider({ vault: {}, aws: {} })).reason).toContain('is 2 providers');
});

test('the rows are those of the public surface', () => {
  const { written, TARGET } = jest.requireActual('../../scripts/option-shapes.js');
  const assembly = join(__dirname, '../../.jsii');
  expect(existsSync(assembly)).toBe(true);
  // Out of date? After a compilation: node scripts/option-shapes.js
  expect(readFileSync(TARGET, 'utf8')).toBe(written(JSON.parse(readFileSync(assembly, 'utf8'))));
});

test('a class is known by the name that jsii gave it, where an app is bundled with shorter ones', () => {
  class a {}
  Object.defineProperty(a, Symbol.for('jsii.rtti'), { value: { fqn: 'cdk8s-datadog.ArgoCdSource' } });
  expect(requireOptions('DatadogArgoCdProps', { sources: [new a()] } as any)).toMatchObject({ sources: [{}] });
  class b {}
  Object.defineProperty(b, Symbol.for('jsii.rtti'), { value: { fqn: 'cdk8s-datadog.ArgoCdClusters' } });
  expect(violationOf(() => requireOptions('DatadogArgoCdProps', { sources: [new b()] } as any)).rule).toBe('options/types');
});

describe('a subclass of the user', () => {
  class TeamChart extends DatadogChart {
    constructor(scope: App, id: string, props: DatadogChartProps & { readonly team?: string }) {
      super(scope, id, props);
    }
  }

  test('is told to take its own options out before super', () => {
    const { reason, remedy } = violationOf(() => new TeamChart(new App(), 'datadog', { ...CLUSTER, team: 'web' }));
    expect(reason).toBe("unknown option 'team'. The library would not read it");
    expect(remedy).toContain("'const { team, ...rest } = props; super(scope, id, rest)'");
    expect(violationOf(() => new DatadogChart(new App(), 'datadog', { ...CLUSTER, ...{ team: 'web' } })).remedy).not.toContain('super');
    expect(() => new TeamChart(new App(), 'datadog', { ...CLUSTER, team: undefined })).not.toThrow();
  });
});

test('options of a prototype and of getters are read, and not dropped by a copy', () => {
  class Options { public get cpu() { return '1'; } }
  expect(requireOptions('ClusterAgentOptions', Object.assign(Object.create({ replicas: 3 }), { memory: '1Gi' }))).toEqual({ memory: '1Gi', replicas: 3 });
  expect(requireOptions('ClusterAgentOptions', new Options())).toEqual({ cpu: '1' });
  expect(reasonOf(Object.create({ replica: 3 }))).toContain("did you mean 'replicas'?");
});

test('an option that belongs elsewhere is shown its place', () => {
  const place = (given: object) => violationOf(() => requireOptions('DatadogChartProps', { ...CLUSTER, ...given })).reason;
  expect(place({ replicas: 3 })).toContain("did you mean 'clusterAgent.replicas' or 'clusterCheckRunners.replicas'?");
  expect(place({ clusterAgent: { features: {} } })).toContain("unknown option 'clusterAgent.features': did you mean 'features'?");
  expect(place({ cluster_name: 'x' })).toContain("did you mean 'clusterName'?");
});
