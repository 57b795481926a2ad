import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import {
  DatadogChart, DatadogCredentials, FargateLogFilter, FargateLogging, FargateLoggingProps, FargateLogOutput, FargateLogParser, Platform,
} from '../../src';
import { parseFluentBitConf } from '../../src/manifest/fluent-bit-conf';
import { violationOf } from '../requirements/violations';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

const CLOUDWATCH = FargateLogOutput.cloudWatchLogs({ region: 'ap-northeast-1', logGroupName: '/eks/prod' });
const CLUSTER = { platform: Platform.eksFargate(), clusterName: 'prod' };

function logging(props: Partial<FargateLoggingProps> = {}) {
  return new FargateLogging(new Chart(Testing.app(), 'chart'), 'logging', { ...CLUSTER, outputs: [CLOUDWATCH], ...props });
}

function objects(props: Partial<FargateLoggingProps> = {}): any[] {
  return Chart.of(logging(props)).toJson();
}

const dataOf = (props: Partial<FargateLoggingProps> = {}) => objects(props).at(-1).data;
const namesIn = (text: string) => parseFluentBitConf(text).sections.map(({ entries }) => entries[0].value);

test('the namespace with its label, and the ConfigMap in it', () => {
  const [namespace, configMap] = objects();
  expect(namespace).toMatchObject({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'aws-observability', labels: { 'aws-observability': 'enabled' } } });
  expect(namespace.metadata).not.toHaveProperty('namespace');
  expect(configMap).toMatchObject({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'aws-logging', namespace: 'aws-observability', labels: { 'app.kubernetes.io/name': 'datadog' } } });
  expect(Object.keys(configMap.data).sort()).toEqual(['filters.conf', 'flb_log_cw', 'output.conf', 'parsers.conf']);
  expect(objects({ createNamespace: false }).map(object => object.kind)).toEqual(['ConfigMap']);
});

test('a chart with a namespace leaves both where they belong', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'shop' });
  new FargateLogging(chart, 'logging', { ...CLUSTER, outputs: [CLOUDWATCH] });
  expect(chart.toJson().map(({ metadata }) => metadata.namespace)).toEqual([undefined, 'aws-observability']);
});

test('without filters of the user, lines of container runtimes are parsed and get metadata', () => {
  const data = dataOf();
  expect(namesIn(data['filters.conf'])).toEqual(['parser', 'kubernetes']);
  expect(namesIn(data['parsers.conf'])).toEqual(['crio']);
  expect(data.flb_log_cw).toBe('false');
});

test('filters and parsers of the user, in their order; the parser of container lines comes along where it is asked for', () => {
  const json = FargateLogParser.json('json');
  const crio = FargateLogParser.containerLines();
  const parse = FargateLogFilter.parser({ parsers: ['crio', 'json'] });
  const grep = FargateLogFilter.grep({ exclude: [{ field: 'log', pattern: 'health' }] });
  expect(namesIn(dataOf({ filters: [parse, grep], parsers: [json] })['filters.conf'])).toEqual(['parser', 'grep']);
  expect(namesIn(dataOf({ filters: [parse, grep], parsers: [json] })['parsers.conf'])).toEqual(['crio', 'json']);
  expect(namesIn(dataOf({ filters: [parse], parsers: [json, crio] })['parsers.conf'])).toEqual(['json', 'crio']);
  expect(Object.keys(dataOf({ filters: [grep] })).sort()).toEqual(['filters.conf', 'flb_log_cw', 'output.conf']);
  expect(Object.keys(dataOf({ filters: [] })).sort()).toEqual(['flb_log_cw', 'output.conf']);
});

test('several outputs', () => {
  const outputs = [CLOUDWATCH, FargateLogOutput.firehose({ region: 'ap-northeast-1', deliveryStream: 'datadog' })];
  expect(namesIn(dataOf({ outputs, processLogs: true })['output.conf'])).toEqual(['cloudwatch_logs', 'kinesis_firehose']);
  expect(dataOf({ outputs, processLogs: true }).flb_log_cw).toBe('true');
});

test('the IAM policy is JSON for this configuration', () => {
  const policy = logging({ awsAccount: '123456789012', processLogs: true, eksClusterName: 'Prod', awsRegion: 'eu-west-1' }).executionRolePolicy();
  expect(policy).toMatch(/^\{\n {2}"Version": "2012-10-17"[^]*\}\n$/);
  expect(JSON.parse(policy).Statement.map((s: any) => s.Resource)).toEqual([[
    'arn:aws:logs:ap-northeast-1:123456789012:log-group:/eks/prod:*', 'arn:aws:logs:eu-west-1:123456789012:log-group:Prod-fluent-bit-logs:*',
  ]]);
});

describe('the limit', () => {
  const lengthOf = (data: any) => Object.entries<string>(data).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const padded = (length: number) => dataOf({ filters: [FargateLogFilter.custom('grep', { Regex: `log ${'x'.repeat(length)}` })] });
  /** A configuration whose data has as many characters. */
  const ofSize = (size: number) => padded(1 + size - lengthOf(padded(1)));

  test('5,300 characters are taken, and 5,301 are refused at once', () => {
    expect(lengthOf(ofSize(5300))).toBe(5300);
    expect(violationOf(() => ofSize(5301))).toMatchObject({ rule: 'fargate-logging/fits', reason: 'its data has 5301 characters, and AWS takes 5300 at most' });
  });

  test('whatever the outputs, AWS gets no more than it takes', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,60}$/);
    fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 60 }), names => {
      const outputs = names.map(logGroupName => FargateLogOutput.cloudWatchLogs({ region: 'ap-northeast-1', logGroupName, match: `kube.*_${logGroupName}_*` }));
      try {
        expect(lengthOf(dataOf({ outputs }))).toBeLessThanOrEqual(5300);
      } catch (error: any) {
        const told = Number(/its data has (\d+) characters/.exec(error.message)?.[1]);
        expect(told).toBeGreaterThan(5300);
      }
    }), { numRuns: 60, seed: 1 });
  });
});

test.each<[string, string, any]>([
  ['fargate-logging/has-output', 'it has no output', { outputs: [] }],
  ['options/types', "'outputs' is required and is not given", { outputs: undefined }],
  ['options/types', "'outputs[1]' is an object, and it has to be a FargateLogOutput", { outputs: [CLOUDWATCH, { Name: 'es' }] }],
  ['options/types', "'filters[0]' is not given, and it has to be a FargateLogFilter", { filters: [undefined] }],
  ['options/types', "'parsers[0]' is a string, and it has to be a FargateLogParser", { parsers: ['crio'] }],
  ['fargate-logging/aws-name', "'awsAccount' is \"1234\"", { awsAccount: '1234' }],
  ['fargate-logging/aws-name', "'awsRegion' is \"tokyo\"", { awsRegion: 'tokyo' }],
  ['fargate-logging/on-fargate', 'no pod of this cluster runs on Fargate', { platform: Platform.eks() }],
  ['options/types', "'platform' is required", { platform: undefined }],
  ['cluster/name-is-valid', "cluster name ''", { clusterName: '' }],
])('%s: %s', (rule, reason, props) => {
  expect(violationOf(() => logging(props))).toMatchObject({ rule, reason: expect.stringContaining(reason) });
});

test('a cluster with nodes has the log router where a Fargate profile is declared', () => {
  const platform = Platform.eks({ fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop' }] }] });
  expect(objects({ platform })).toHaveLength(2);
});

test('a parser that nobody defines is an error of the synthesis', () => {
  const app = Testing.app();
  new FargateLogging(new Chart(app, 'chart'), 'logging', { ...CLUSTER, outputs: [CLOUDWATCH], filters: [FargateLogFilter.parser({ parsers: ['app'] })] });
  expect(() => app.synth()).toThrow("fargate-logging/parser-is-defined: ConfigMap aws-observability/aws-logging: the FILTER 'parser' names 'app'");
});

describe('in a DatadogChart', () => {
  const SHOP = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'nginx:1.29' }] } },
    },
  };

  function synth(match: string, containerCollectAll: boolean) {
    const app = new App({ outdir: Testing.app().outdir });
    const datadog = new DatadogChart(app, 'datadog', {
      ...CLUSTER,
      credentials: DatadogCredentials.existingSecret(),
      features: { logs: { enabled: containerCollectAll, containerCollectAll } },
      fargateLogging: { outputs: [FargateLogOutput.cloudWatchLogs({ region: 'ap-northeast-1', logGroupName: '/eks/prod', match })] },
    });
    const web = new ApiObject(new Chart(app, 'shop'), 'web', SHOP);
    datadog.instrument(web);
    app.synth();
    return datadog;
  }

  const warned = () => (process.stderr.write as unknown as jest.Mock).mock.calls.flat().join('').includes('fargate-logging/shipped-once');

  test('it is there, and gives the policy', () => {
    const datadog = synth('kube.*', false);
    expect(datadog.fargateLogging?.apiObjects.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['Namespace aws-observability', 'ConfigMap aws-logging']);
    expect(datadog.fargateLogging?.executionRolePolicy()).toContain('log-group:/eks/prod:*');
    expect(datadog.summary()).toContain('Namespace: 2');
    expect(warned()).toBe(false);
  });

  test('who ships logs both ways is warned', () => {
    synth('kube.*', true);
    expect(warned()).toBe(true);
  });

  test('who ships those of other namespaces is not', () => {
    synth('kube.*_billing_*', true);
    expect(warned()).toBe(false);
  });

  test('without the option there is none', () => {
    const datadog = new DatadogChart(Testing.app(), 'datadog', { ...CLUSTER, credentials: DatadogCredentials.existingSecret() });
    expect(datadog.fargateLogging).toBeUndefined();
  });
});
