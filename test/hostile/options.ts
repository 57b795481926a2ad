import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { oddText, oddValue } from './values';
import * as api from '../../src';
import { assemblyTypes, AssemblyType, Method, Property, TypeReference } from '../structure/assembly';

const TYPES = new Map(assemblyTypes().map(type => [type.fqn, type]));
const PACKAGE = 'cdk8s-datadog.';

/** It is a construct, and made in an app. */
function helmChart(): api.DatadogHelmChart {
  const credentials = api.DatadogCredentials.existingSecret();
  return new api.DatadogHelmChart(new App(), 'datadog', { platform: api.Platform.eks(), clusterName: 'prod-tokyo', credentials });
}

/** What somebody might well write for an option of this name; else a name. */
const PLAUSIBLE: { readonly [option: string]: readonly unknown[] } = {
  clusterName: ['prod-tokyo', 'a.b', 'c1'],
  namespace: ['datadog', 'shop', 'kube-system', 'monitoring'],
  agentVersion: ['7.81.1', '7.81.0', '7.70.0', '7.60.2', '7.45.0'],
  kubernetesVersion: ['1.33', '1.36', '1.28', '1.31'],
  openShiftVersion: ['4.14', '4.18', '4.20'],
  oldestKubeletVersion: ['1.31', '1.28', '1.33'],
  registry: ['public.ecr.aws/datadog', 'mirror.example.com:5000/datadog'],
  cpu: ['100m', '1', '0.25'],
  memory: ['256Mi', '1Gi'],
  cpuLimit: ['1', '2'],
  memoryLimit: ['1Gi', '2Gi'],
  replicas: [1, 2, 3],
  minReadySeconds: [0, 5],
  maxUnavailable: ['10%', '1', '25%'],
  retentionDays: [1, 7, 30],
  rate: [100],
  window: [5],
  serviceCidr: ['10.96.0.0/12', '172.20.0.0/16', 'fd00::/112'],
  clusterIp: ['10.96.0.20', '172.20.0.9'],
  datadogCidrs: ['3.233.144.0/20'],
  apiServerCidrs: ['10.0.0.0/16'],
  criSocketPath: ['/run/containerd/containerd.sock'],
  kubeletCaPath: ['/etc/kubernetes/pki/ca.crt'],
  caCertificate: ['-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n'],
  domain: ['datadoghq.eu', 'example.com'],
  token: ['0123456789abcdef0123456789abcdef', 'a'.repeat(32)],
  apiKey: ['a'.repeat(32)],
  appKey: ['b'.repeat(40)],
  region: ['ap-northeast-1', 'us-east-1'],
  awsRegion: ['ap-northeast-1'],
  awsAccount: ['123456789012'],
  roleArn: ['arn:aws:iam::123456789012:role/logs'],
  refreshInterval: ['1h'],
  schedule: ['0 3 * * *'],
  image: ['registry.example.com/tool:1'],
  url: ['https://%%host%%:2379/metrics', 'https://dca.datadog.svc:5005'],
  clusterAgentUrl: ['https://dca.example.com:5005'],
  addressUrl: ['https://10.0.0.5:5005'],
  version: ['1.18', '1', 'v1'],
  group: ['example.com'],
  resource: ['widgets'],
  host: ['search-logs-abc.ap-northeast-1.es.amazonaws.com'],
  bindAddress: ['0.0.0.0'],
  deliveryStream: ['logs'],
  logGroupName: ['/aws/logs'],
  timeFormat: ['%Y-%m-%d'],
  tolerations: [{ operator: 'Exists' }, { key: 'a', operator: 'Equal', value: 'b', effect: 'NoSchedule' }],
  volumes: [{ name: 'extra', emptyDir: {} }],
  volumeMounts: [{ name: 'extra', mountPath: '/extra' }],
  affinity: [{ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }] } } }],
  topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }],
  ports: [{ containerPort: 80 }],
  instances: [{ prometheus_url: 'http://%%host%%/metrics' }],
  logs: [{ type: 'file', path: '/var/log/a.log', source: 'a', service: 'b' }],
  adIdentifiers: ['nginx'],
  ignoreAutoConf: ['redisdb'],
  file: ['nginx.yaml'],
  kind: ['Pod'],
  revisions: ['1-24'],
  pattern: ['^a'],
  regex: ['^(?<time>.*)$'],
  priorityClassName: ['system-cluster-critical'],
  plugin: ['grep'],
  hostCertificate: [],
};

const KEYS = ['team', 'example.com/owner', 'DD_A', 'a'];

/** How much of what is made is hostile: of a hundred values, so many are odd. */
export interface Mood {
  readonly values: number;
  readonly texts: number;
  /** Of a hundred optional options, so many are given. */
  readonly given: number;
}

export const mood: fc.Arbitrary<Mood> = fc.constantFrom<Mood>(
  { values: 0, texts: 0, given: 5 }, { values: 0, texts: 0, given: 15 }, { values: 0, texts: 10, given: 5 }, { values: 0, texts: 3, given: 20 },
  { values: 2, texts: 0, given: 8 }, { values: 5, texts: 5, given: 20 },
);

export type Draw = fc.GeneratorValue;

/** Makes values of the types of the public surface, as the assembly for other languages has them. */
export class Options {
  /** What was made of odd values, as a reader of a failure wants it. */
  public readonly odd: string[] = [];

  constructor(private readonly g: Draw, private readonly how: Mood) {}

  /** All properties of a struct, its bases' included. */
  public struct(name: string, path = name, depth = 0): any {
    const properties = propertiesOf(TYPES.get(PACKAGE + name)!);
    return Object.fromEntries(properties.flatMap(p => {
      if (p.optional && !this.chance(depth > 5 ? 2 : this.how.given)) return [];
      return [[p.name, this.value(p.type, p.name, `${path}.${p.name}`, depth + 1)]];
    }));
  }

  /** A value of a class with factories, by one of them. */
  public byFactory(name: string, path = name, depth = 0): any {
    const type = TYPES.get(PACKAGE + name)!;
    const made: any = (api as any)[name];
    const constants = (type.properties ?? []).filter(p => (p as any).static && p.type.fqn === type.fqn);
    const factories = (type.methods ?? []).filter(m => (m as any).static && m.returns?.type.fqn === type.fqn);
    if (name === 'DatadogHelmChart') return helmChart();
    const at = this.nat(constants.length + factories.length - 1);
    if (at < constants.length) return made[constants[at].name];
    const factory = factories[at - constants.length];
    return made[factory.name](...this.args(factory, `${path}.${factory.name}`, depth));
  }

  public args(method: Omit<Method, 'name'>, path: string, depth = 0): any[] {
    return (method.parameters ?? []).flatMap((p: any) => {
      if (p.optional && !this.chance(50)) return [];
      if (p.variadic) return [0, 1].slice(0, 1 + this.nat(1)).map(() => this.value(p.type, p.name.replace(/s$/, ''), `${path}(${p.name})`, depth + 1));
      return [this.value(p.type, p.name, `${path}(${p.name})`, depth + 1)];
    });
  }

  public value(type: TypeReference, name: string, path: string, depth: number): any {
    if (this.chance(this.how.values)) {
      const { what, make } = this.g(() => oddValue);
      this.odd.push(`${path}: ${what}`);
      return make();
    }
    if (type.collection) return this.collection(type, name, path, depth);
    if (type.primitive) return this.primitive(type.primitive, name, path);
    const known = TYPES.get(type.fqn!);
    if (!known) return new Chart(undefined as any, 'x');
    if (known.kind === 'enum') return (api as any)[known.name][this.of(known.members!).name];
    if (known.kind === 'interface') return this.struct(known.name, path, depth);
    return this.byFactory(known.name, path, depth);
  }

  public chance(percent: number): boolean {
    return percent > 0 && this.nat(999) < percent * 10;
  }

  public nat(max: number): number {
    return this.g(fc.nat, max);
  }

  public of<T>(list: readonly T[]): T {
    return list[this.nat(list.length - 1)];
  }

  private collection({ collection }: TypeReference, name: string, path: string, depth: number): any {
    const { elementtype, kind } = collection as { elementtype: TypeReference; kind: string };
    if (kind === 'array') {
      return Array.from({ length: depth > 5 ? 1 : this.nat(2) + (this.chance(90) ? 1 : 0) }, (_, at) => this.value(elementtype, PLAUSIBLE[name] ? name : name.replace(/s$/, ''), `${path}[${at}]`, depth + 1));
    }
    const made = {};
    for (let at = this.nat(2); at >= 0; at--) {
      const key = this.chance(this.how.texts) ? this.text(path) : this.of(KEYS);
      Object.defineProperty(made, key, { value: this.value(elementtype, 'value', `${path}.${key}`, depth + 1), enumerable: true, configurable: true, writable: true });
    }
    return made;
  }

  private primitive(primitive: string, name: string, path: string): any {
    if (primitive === 'boolean') return this.chance(50);
    const plausible = PLAUSIBLE[name];
    if (primitive === 'number') return plausible ? this.of(plausible) : 1 + this.nat(20);
    if (primitive === 'string' && this.chance(this.how.texts)) return this.text(path);
    if (plausible && plausible.length > 0) return structuredClone(this.of(plausible));
    if (primitive === 'string') return this.of([name.toLowerCase().replace(/[^a-z]/g, ''), 'web', 'shop']);
    return this.of<unknown>([{}, { a: 'b' }, [], 'x', 1, { 'list': [1, { on: 'on' }], '007': '1e3' }]);
  }

  private text(path: string): string {
    const text = this.g(() => oddText);
    this.odd.push(`${path}: ${JSON.stringify(text.length > 80 ? `${text.slice(0, 20)}... ${text.length} long` : text)}`);
    return text;
  }
}

function propertiesOf(type: AssemblyType): Property[] {
  const bases = (type.interfaces ?? []).flatMap(fqn => propertiesOf(TYPES.get(fqn)!));
  const own = type.properties ?? [];
  return [...bases.filter(b => !own.some(p => p.name === b.name)), ...own];
}
