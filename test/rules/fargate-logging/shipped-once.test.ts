import { FILTERS, logging, OUTPUT, section } from './logging';
import { agent, APP, check, finding, instrumented, job } from '../fixtures';

const RULE = 'fargate-logging/shipped-once';
const COLLECTS = { DD_LOGS_ENABLED: 'true' };
const ALL = { ...COLLECTS, DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL: 'true' };
const WEB = instrumented('shop/web', { env: ALL });
const firehose = section('OUTPUT', 'Name kinesis_firehose', 'Match *', 'region us-east-1', 'delivery_stream x');

function annotated(annotations: { [key: string]: string }, env = COLLECTS) {
  const { spec, ...rest } = instrumented('shop/web', { env });
  return { ...rest, spec: { template: { ...spec.template, metadata: { ...spec.template.metadata, annotations } } } };
}

test('one way alone', () => {
  expect(check(RULE, [WEB])).toEqual([]);
  expect(check(RULE, [logging(), instrumented('shop/web')])).toEqual([]);
  expect(check(RULE, [logging(), instrumented('shop/web', { env: { DD_LOGS_ENABLED: 'false', DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL: 'true' } })])).toEqual([]);
});

test('an Agent that collects the logs of all containers, and CloudWatch', () => {
  expect(check(RULE, [logging(), WEB])).toEqual([
    finding(RULE, WEB, "the Agent collects the logs of 'web', and the log router ships them too: with a Datadog Forwarder that subscribes to the log group, Datadog gets each line twice"),
  ]);
});

test('an Agent that collects the logs of a container that asks for it', () => {
  const asking = annotated({ 'ad.datadoghq.com/web.logs': '[{}]' });
  expect(check(RULE, [logging(), asking])).toEqual([finding(RULE, asking, "the Agent collects the logs of 'web'")]);
  expect(check(RULE, [logging(), annotated({ 'ad.datadoghq.com/other.logs': '[{}]' })])).toEqual([]);
  expect(check(RULE, [logging(), annotated({ 'ad.datadoghq.com/web.checks': '{}' })])).toEqual([]);
  expect(check(RULE, [logging(), annotated({ 'ad.datadoghq.com/web.logs': '[{}]' }, { DD_LOGS_ENABLED: 'false' })])).toEqual([]);
});

test('each way to Datadog is told once', () => {
  const both = logging({ 'output.conf': OUTPUT + firehose + firehose });
  expect(check(RULE, [both, WEB])).toEqual([finding(RULE, WEB, 'with a Datadog Forwarder that subscribes to the log group or a stream with Datadog as its destination, Datadog')]);
});

test('no way leads from OpenSearch, Kinesis Data Streams and what nobody knows to Datadog', () => {
  const es = section('OUTPUT', 'Name es', 'Match *', 'Host search.example') + section('OUTPUT', 'Name kinesis', 'Match *', 'region x', 'stream y') + section('OUTPUT', 'Name null', 'Match *');
  expect(check(RULE, [logging({ 'output.conf': es }), WEB])).toEqual([]);
});

test('an output for other pods', () => {
  const only = (match: string) => logging({ 'output.conf': OUTPUT.replace('kube.*', match) });
  expect(check(RULE, [only('kube.*_billing_*'), WEB])).toEqual([]);
  expect(check(RULE, [only('kube.*_shop_*'), WEB])).toHaveLength(1);
  expect(check(RULE, [only('kube.var.log.containers.web-*'), WEB])).toHaveLength(1);
});

test('a pod that keeps its logs out, where the filter heeds it', () => {
  const out = annotated({ 'fluentbit.io/exclude': 'true' }, ALL);
  expect(check(RULE, [logging(), out])).toHaveLength(1);
  expect(check(RULE, [logging({ 'filters.conf': `${FILTERS}    K8S-Logging.Exclude On\n` }), out])).toEqual([]);
  expect(check(RULE, [logging({ 'filters.conf': `${FILTERS}    K8S-Logging.Exclude On\n` }), WEB])).toHaveLength(1);
  const forOthers = section('FILTER', 'Name kubernetes', 'Match kube.*_billing_*', 'K8S-Logging.Exclude On');
  expect(check(RULE, [logging({ 'filters.conf': FILTERS + forOthers }), out])).toHaveLength(1);
});

test('a tag that is rewritten may go to any output', () => {
  const rewritten = logging({
    'output.conf': OUTPUT.replace('kube.*', 'app.*'),
    'filters.conf': FILTERS + section('FILTER', 'Match kube.*') + section('FILTER', 'Name rewrite_tag', 'Match kube.*', 'Rule $log x app.x false'),
  });
  expect(check(RULE, [rewritten, WEB])).toHaveLength(1);
});

test('pods without metadata, and a workload without any', () => {
  const night = job('shop/night', { containers: [APP, agent(ALL)] });
  expect(check(RULE, [logging({ 'filters.conf': `${FILTERS}    K8S-Logging.Exclude On\n` }), night])).toHaveLength(1);
  const { metadata, ...nameless } = night;
  expect(check(RULE, [logging(), nameless])).toHaveLength(1);
});
