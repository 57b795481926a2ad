import { App, Chart } from 'cdk8s';
import * as api from '../../src';
import { ViolationError } from '../../src/base/violation';
import { CLUSTER, program } from '../datadog-chart/program';
import { assemblyTypes } from '../structure/assembly';

const CLASSES = assemblyTypes().filter(type => type.kind === 'class');
const WRONG: ReadonlyArray<readonly [string, () => unknown]> = [
  ['undefined', () => undefined], ['null', () => null], ['an empty object', () => ({})], ['a string', () => 'x'], ['a number', () => 42], ['a list', () => [undefined]],
  ['a function', () => () => 1], ['a class of another kind', () => api.DatadogSite.EU1], ['an object of one wrong option', () => ({ zzz: 1, platform: {} })],
];

/** What is not refused with a rule is taken: nothing else is thrown. */
function faultOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof ViolationError ? undefined : `${(error as Error).name}: ${(error as Error).message}`;
  }
}

/** Arguments of their types, with no more in them than that. */
function sound(type: any, shop: Chart): unknown {
  if (type.collection) return type.collection.kind === 'array' ? [] : {};
  if (type.primitive) return type.primitive === 'string' ? 'x' : {};
  if (type.fqn === 'constructs.Construct') return new Chart(new App(), 'scope');
  if (type.fqn.startsWith('constructs.')) return shop;
  return {};
}

interface Call { readonly name: string; readonly parameters: readonly any[]; readonly call: (args: readonly unknown[]) => unknown }

const { datadog, shop } = program({ platform: api.Platform.eks({ fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop' }] }] }) });
const INSTANCES: { readonly [type: string]: any } = {
  DatadogChart: datadog,
  ClusterAgentStandalone: datadog.clusterAgent,
  DatadogFargateSidecar: datadog.sidecar,
  TokenReplicator: datadog.tokenReplicator,
  DatadogArgoCd: new api.DatadogArgoCd(new Chart(datadog.node.root as App, 'argo'), 'argo', {
    sources: [api.ArgoCdSource.git({ repoUrl: 'https://github.com/acme/clusters.git', path: 'prod' })],
  }),
  SidecarInjection: datadog.injectAtAdmission({ via: api.InjectionMethod.kyverno(), namespaces: ['shop'], podLabels: { team: 'a' } }),
  ArgoCdClusters: api.ArgoCdClusters.list([{ name: 'a', server: 'https://10.0.0.1' }]),
};

const CALLS = CLASSES.flatMap(({ name, methods = [], initializer }): Call[] => [
  ...methods.filter(m => (m.parameters ?? []).length > 0).map((m): Call => ({
    name: `${name}.${m.name}`,
    parameters: m.parameters!,
    call: args => (m as any).static ? (api as any)[name][m.name](...args) : INSTANCES[name][m.name](...args),
  })),
  ...initializer ? [{ name: `new ${name}`, parameters: initializer.parameters!.slice(2), call: (args: readonly unknown[]) => new (api as any)[name](new App(), 'made', ...args) }] : [],
]);

test('there is an instance of each class with methods', () => {
  const withArguments = CLASSES.filter(({ methods = [] }) => methods.some(m => !(m as any).static && (m.parameters ?? []).length > 0));
  expect(withArguments.map(({ name }) => name).sort()).toEqual(Object.keys(INSTANCES).sort());
});

test.each(CALLS.map(row => [row.name, row] as const))('%s refuses wrong arguments with a rule', (_, { call, parameters }) => {
  const faults = WRONG.flatMap(([what, make]) => [
    [`all are ${what}`, faultOf(() => call(parameters.map(make)))],
    ...parameters.map((p, at) => [`'${p.name}' is ${what}`, faultOf(() => call(parameters.map((other, i) => i === at ? make() : sound(other.type, shop))))]),
  ]).filter(([, fault]) => fault !== undefined);
  expect(faults).toEqual([]);
});

test.each<[string, () => unknown, string]>([
  ['no construct', () => api.Findings.acknowledge(undefined as any, 'fargate/no-host-path', 'why'), "'construct' is not given, and it has to be a construct"],
  ['no reason', () => api.Findings.acknowledge(shop, 'fargate/no-host-path', undefined as any), "'because' is not given, and it has to be a string"],
  ['no workload', () => api.Autodiscovery.ofContainer(undefined as any, 'web', {}), "'workload' is not given, and it has to be a construct"],
  ['a platform that is an object', () => api.EksAddOn.coreDns({ clusterName: 'prod', platform: {} as any }), "'platform' is an object, and it has to be a Platform"],
  ['no credentials', () => new api.DatadogChart(new App(), 'datadog', { ...CLUSTER, credentials: undefined as any }), "'credentials' is required and is not given"],
  ['a data plane that Istio does not have', () => api.DatadogIstio.outsideTheMesh('mesh' as any), "'dataPlane' is a string that is not a value of IstioDataPlane"],
  ['a selector that is an object', () => api.WorkloadSelector.anyOf({} as any), "'selectors' is an object, and it has to be a WorkloadSelector"],
  ['a patch that is an object', () => datadog.sidecar.patchAgent({ op: 'add' } as any), 'patchAgent(...) was given something that is not a JsonPatch'],
])('refuses %s by name', (_, work, reason) => {
  expect(work).toThrow(ViolationError);
  expect(work).toThrow(reason);
});
