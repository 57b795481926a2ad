import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, Lazy, Testing, Yaml, YamlOutputType } from 'cdk8s';
import { filesIn } from './outputs';
import { packagesOn, RELEASES } from './releases';
import { DatadogChart, DatadogCredentials } from '../../src';
import { fastWriter, writeFast } from '../../src/injection/yaml-during-pass';
import { CLUSTER, deployment } from '../datadog-chart/program';

const SWITCH = 'CDK8S_DATADOG_YAML_WRITER';
const FILES = [0, 1, 2, 3] satisfies YamlOutputType[];
const cdk8sWrites = Yaml.stringify;
const served = () => fastWriter()?.served ?? 0;

afterEach(() => {
  delete process.env[SWITCH];
  expect(Yaml.stringify).toBe(cdk8sWrites);
});

function shopOn(yamlOutputType?: YamlOutputType) {
  const app = Testing.app({ yamlOutputType });
  const datadog = new DatadogChart(app, 'datadog', { ...CLUSTER, credentials: DatadogCredentials.existingSecret() });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  deployment(shop, 'web');
  datadog.instrument(shop);
  return { app, shop };
}

function bytes(yamlOutputType: YamlOutputType): { [file: string]: string } {
  const { app } = shopOn(yamlOutputType);
  app.synth();
  return Object.fromEntries(filesIn(app.outdir).map(file => [file, readFileSync(join(app.outdir, file), 'utf8')]));
}

test.each(FILES)('files of output type %s have the bytes of cdk8s', type => {
  const before = served();
  const ours = bytes(type);
  expect(served() - before).toBeGreaterThan(10);
  process.env[SWITCH] = 'cdk8s';
  const between = served();
  expect(ours).toEqual(bytes(type));
  expect(served()).toBe(between);
});

test('synthYaml has the bytes of cdk8s', () => {
  const ours = shopOn().app.synthYaml();
  process.env[SWITCH] = 'cdk8s';
  expect(ours).toBe(shopOn().app.synthYaml());
});

test('cdk8s writes again after a synthesis that failed', () => {
  const { app, shop } = shopOn();
  deployment(shop, 'api', { hostNetwork: true, containers: [{ name: 'app', image: 'api:1' }] });
  expect(() => app.synth()).toThrow('fargate/no-host-network');
  expect(Yaml.stringify).toBe(cdk8sWrites);
});

test('what users write themselves meanwhile, and a nested app, are left to cdk8s', () => {
  const { app, shop } = shopOn();
  const before: number[] = [];
  new ApiObject(shop, 'config', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'config' },
    data: {
      own: Lazy.any({
        produce: () => {
          before.push(served());
          const text = Yaml.stringify({ a: 1 });
          const nested = new App();
          new ApiObject(new Chart(nested, 'nested'), 'map', { apiVersion: 'v1', kind: 'ConfigMap' });
          nested.synthYaml();
          before.push(served());
          return text;
        },
      }),
    },
  });
  expect(app.synthYaml()).toContain('own: |\n    a: 1\n');
  expect(before[1]).toBe(before[0]);
});

test('another stringify whose bytes differ is asked for every document', () => {
  const own = jest.spyOn(Yaml, 'stringify').mockImplementation((...documents) => documents.map(d => JSON.stringify(d)).join('\n'));
  const lines = shopOn().app.synthYaml().split('\n');
  own.mockRestore();
  expect(JSON.parse(lines[0])).toHaveProperty('kind');
});

test('a stringify that is put there while a pass is open stays there', () => {
  const close = writeFast(() => true);
  const own = () => 'own';
  Yaml.stringify = own;
  close();
  expect(Yaml.stringify).toBe(own);
  Yaml.stringify = cdk8sWrites;
});

test('passes may close in any order', () => {
  const [one, other] = [{ kind: 'One' }, { kind: 'Other' }];
  const closeOne = writeFast(document => document === one);
  const closeOther = writeFast(document => document === other);
  closeOne();
  const before = served();
  expect(Yaml.stringify(one, undefined, other)).toBe('kind: One\n---\n\n---\nkind: Other\n');
  expect(served() - before).toBe(1);
  closeOther();
  closeOther();
});

test.each(RELEASES)('the %s cdk8s gives the same bytes with our writer', release => {
  const synthesize = () => {
    const { cdk8s, datadog } = packagesOn(release);
    const app = new cdk8s.App();
    new datadog.DatadogChart(app, 'datadog', {
      platform: datadog.Platform.eks(),
      clusterName: 'prod',
      credentials: datadog.DatadogCredentials.existingSecret(),
    });
    return app.synthYaml();
  };
  const ours = synthesize();
  process.env[SWITCH] = 'cdk8s';
  expect(synthesize()).toBe(ours);
});
