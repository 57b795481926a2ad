import { pods, service } from './annotated';
import { check, finding } from '../fixtures';

const RULE = 'autodiscovery/json-is-valid';
const V1 = { 'redis.check_names': '["redisdb"]', 'redis.init_configs': '[{}]', 'redis.instances': '[{"host":"%%host%%"}]' };

test.each<[string, { [name: string]: string }]>([
  ['the second version', { 'redis.checks': '{"redisdb":{"init_config":{},"instances":[{"host":"%%host%%","password":"ENC[redis]"}],"logs":[{"source":"redis"}]}}' }],
  ['the second version without instances', { 'redis.checks': '{"redisdb":{}}' }],
  ['the first version', V1],
  ['the first version, with lists of instances', { ...V1, 'redis.instances': '[[{"host":"a"},{"host":"b"}]]' }],
  ['logs, tags and what is no JSON at all', { 'redis.logs': '[]', 'redis.tags': '{"a":"b"}', 'tags': '{}', 'redis.exclude': 'true', 'redis.check.id': 'x' }],
])('%s', (_, annotations) => {
  expect(check(RULE, [pods(annotations)])).toEqual([]);
});

test.each<[string, { [name: string]: string }, string]>([
  ['no JSON', { 'redis.checks': '{"redisdb":{"instances":[{"port":%%port%%}]}}' }, "the annotation 'ad.datadoghq.com/redis.checks' is no JSON"],
  ['a list of checks', { 'redis.checks': '[]' }, "'ad.datadoghq.com/redis.checks' is not an object with one object for each check"],
  ['an instance that is no list', { 'redis.checks': '{"redisdb":{"instances":{}}}' }, 'whose instances are a list of objects'],
  ['a name in place of names', { ...V1, 'redis.check_names': '"redisdb"' }, "'ad.datadoghq.com/redis.check_names' is not a list of names"],
  ['an instance that is no object', { ...V1, 'redis.instances': '["x"]' }, "'ad.datadoghq.com/redis.instances' is not a list of objects, or of lists of them"],
  ['instances of one check too many', { ...V1, 'redis.instances': '[{},{}]' }, "the annotations 'ad.datadoghq.com/redis.*' have 1 check_names, 1 init_configs, 2 instances"],
  ['logs that are no list', { 'redis.logs': '{"source":"redis"}' }, "'ad.datadoghq.com/redis.logs' is not a list"],
  ['tags that are no object', { tags: '["a:b"]' }, "'ad.datadoghq.com/tags' is not an object"],
  ['two of the three', { 'redis.check_names': '["redisdb"]', 'redis.instances': '[{}]' }, "'ad.datadoghq.com/redis.check_names' stands there without 'ad.datadoghq.com/redis.init_configs'"],
])('%s is told', (_, annotations, reason) => {
  const web = pods(annotations);
  expect(check(RULE, [web])).toEqual([finding(RULE, web, reason)]);
});

test('a Service is read too', () => {
  const web = service({ 'service.checks': '{', 'endpoints.checks': '{}' });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "'ad.datadoghq.com/service.checks' is no JSON")]);
});

test('no value is ever shown', () => {
  const web = pods({ 'redis.checks': '{"redisdb":{"instances":[{"password":"hunter2"}]}' });
  expect(JSON.stringify(check(RULE, [web]))).not.toContain('hunter2');
});
