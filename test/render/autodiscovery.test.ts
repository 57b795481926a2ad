import * as fc from 'fast-check';
import { autodiscoveryAnnotations as read } from '../../src/manifest/autodiscovery';
import { jsonFaults } from '../../src/manifest/autodiscovery-json';
import { AutodiscoveryModel, CheckModel } from '../../src/model/autodiscovery-model';
import { autodiscoveryAnnotations } from '../../src/render/autodiscovery';
import { annotate } from '../../src/render/autodiscovery-annotate';

const check = (name: string, ...instances: object[]): CheckModel => ({ name, initConfig: {}, instances });
const model = (changes: Partial<AutodiscoveryModel>): AutodiscoveryModel => ({ version: 'v2', checks: [], logs: [], ...changes });
const REDIS = check('redisdb', { port: 6379, host: '%%host%%' });
const TCP = check('tcp_check', { host: 'a' }, { host: 'b' });

test('the second version: one annotation, every field in the order in which it was given', () => {
  expect(autodiscoveryAnnotations('redis', model({ checks: [REDIS, TCP] }))).toEqual({
    'ad.datadoghq.com/redis.checks': '{"redisdb":{"init_config":{},"instances":[{"port":6379,"host":"%%host%%"}]},"tcp_check":{"init_config":{},"instances":[{"host":"a"},{"host":"b"}]}}',
  });
});

test('the first version: three lists, with a list in the list where a check has several instances', () => {
  expect(autodiscoveryAnnotations('redis', model({ version: 'v1', checks: [REDIS, TCP] }))).toEqual({
    'ad.datadoghq.com/redis.check_names': '["redisdb","tcp_check"]',
    'ad.datadoghq.com/redis.init_configs': '[{},{}]',
    'ad.datadoghq.com/redis.instances': '[{"port":6379,"host":"%%host%%"},[{"host":"a"},{"host":"b"}]]',
  });
});

test('logs, and how endpoints are handed out, are annotations of their own', () => {
  expect(autodiscoveryAnnotations('endpoints', model({ logs: [{ source: 'redis', service: undefined }], resolve: 'ip' }))).toEqual({
    'ad.datadoghq.com/endpoints.logs': '[{"source":"redis"}]',
    'ad.datadoghq.com/endpoints.resolve': 'ip',
  });
});

test('whatever is written can be read by the Agent', () => {
  const json = fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<any>);
  const one = fc.record({ name: fc.string({ minLength: 1 }), initConfig: json, instances: fc.array(json, { minLength: 1 }) });
  const checks = fc.uniqueArray(one, { selector: c => c.name });
  fc.assert(fc.property(checks, fc.constantFrom('v1' as const, 'v2' as const), fc.array(json), (given, version, logs) => {
    const written = autodiscoveryAnnotations('redis', model({ version, checks: given, logs }));
    expect(jsonFaults(read(written))).toEqual([]);
  }));
});

describe('into annotations that are there', () => {
  const add = (written: any, ...models: AutodiscoveryModel[]) => annotate(written, models.map(m => ({ identifier: 'redis', model: m })));

  test('what the user wrote stays', () => {
    expect(add({ 'team': 'shop', 'ad.datadoghq.com/redis.exclude': 'false' }, model({ logs: [{}] }))).toEqual({
      'team': 'shop',
      'ad.datadoghq.com/redis.exclude': 'false',
      'ad.datadoghq.com/redis.logs': '[{}]',
    });
    expect(add(null, model({ logs: [{}] }))).toEqual({ 'ad.datadoghq.com/redis.logs': '[{}]' });
  });

  test('several requests make one set', () => {
    expect(add(undefined, model({ checks: [REDIS], logs: [{ a: 1 }] }), model({ checks: [TCP], logs: [{ b: 2 }], resolve: 'ip' })))
      .toEqual(autodiscoveryAnnotations('redis', model({ checks: [REDIS, TCP], logs: [{ a: 1 }, { b: 2 }], resolve: 'ip' })));
  });

  test('both versions go side by side', () => {
    expect(Object.keys(add({}, model({ checks: [REDIS] }), model({ checks: [REDIS], version: 'v1' })))).toHaveLength(4);
  });

  test('the same once more changes nothing', () => {
    const once = add({}, model({ checks: [REDIS] }));
    expect(add(once, model({ checks: [REDIS] }))).toEqual(once);
  });

  test('a check that is asked for twice is refused', () => {
    expect(() => add({}, model({ checks: [REDIS] }), model({ checks: [REDIS] }))).toThrow(/^autodiscovery\/check-once: the check 'redisdb' is asked for twice for 'redis'/);
  });

  test.each(['checks', 'check_names', 'instances'])('checks of the user in %s are in the way', field => {
    expect(() => add({ [`ad.datadoghq.com/redis.${field}`]: '{}' }, model({ checks: [REDIS] }))).toThrow(
      `autodiscovery/annotation-is-free: the annotation 'ad.datadoghq.com/redis.${field}' is written already, and Autodiscovery would write 'ad.datadoghq.com/redis.checks' for the checks 'redisdb'.`,
    );
  });

  test('logs are not in the way of checks, nor checks of logs', () => {
    expect(() => add({ 'ad.datadoghq.com/redis.logs': '[]' }, model({ checks: [REDIS] }))).not.toThrow();
    expect(() => add({ 'ad.datadoghq.com/redis.checks': '{}' }, model({ logs: [{}] }))).not.toThrow();
    expect(() => add({ 'ad.datadoghq.com/redis.logs': '[]' }, model({ logs: [{}] }))).toThrow("would write 'ad.datadoghq.com/redis.logs' for the logs");
  });
});
