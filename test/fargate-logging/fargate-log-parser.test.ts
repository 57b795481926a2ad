import { FargateLogParser } from '../../src';
import { fluentBitConf } from '../../src/render/fargate-logging/conf';
import { violationOf } from '../requirements/violations';

const lines = (parser: FargateLogParser) => fluentBitConf([parser._section]).trimEnd().split('\n').map(line => line.trim());

test('the parser for the lines of container runtimes reads them', () => {
  const [head, name, format, regex] = lines(FargateLogParser.containerLines());
  expect([head, name, format]).toEqual(['[PARSER]', 'Name crio', 'Format regex']);
  const line = '2026-11-21T08:15:30.123456789+00:00 stdout F {"level":"info"}';
  expect(new RegExp(regex.replace(/^Regex /, '')).exec(line)?.groups).toEqual({
    time: '2026-11-21T08:15:30.123456789+00:00', stream: 'stdout', logtag: 'F', log: '{"level":"info"}',
  });
});

test('each format', () => {
  expect(lines(FargateLogParser.regex('web', '^(?<code>\\d+)$', { timeKey: 'time', timeFormat: '%s', timeKeep: true, types: { code: 'integer', size: 'integer' } })))
    .toEqual(['[PARSER]', 'Name web', 'Format regex', 'Regex ^(?<code>\\d+)$', 'Time_Key time', 'Time_Format %s', 'Time_Keep On', 'Types code:integer size:integer']);
  expect(lines(FargateLogParser.json('app', { parameters: { Time_Offset: '+0900' } }))).toEqual(['[PARSER]', 'Name app', 'Format json', 'Time_Offset +0900']);
  expect(lines(FargateLogParser.logfmt('app'))).toEqual(['[PARSER]', 'Name app', 'Format logfmt']);
  expect(lines(FargateLogParser.ltsv('app'))).toEqual(['[PARSER]', 'Name app', 'Format ltsv']);
});

test.each([
  ['fargate-logging/entry-is-one-line', () => FargateLogParser.json('')],
  ['fargate-logging/entry-is-one-line', () => FargateLogParser.regex('web', 'a\nb')],
  ['fargate-logging/one-word', () => FargateLogParser.json('web', { types: { 'a b': 'integer' } })],
  ['fargate-logging/no-env-vars', () => FargateLogParser.json('web', { timeFormat: '${FORMAT}' })],
])('%s', (rule, make) => {
  expect(violationOf(make)).toMatchObject({ rule });
});
