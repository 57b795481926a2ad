import { FILTERS, logging, OUTPUT, section } from './logging';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/match-reaches-logs';
const matching = (pattern: string) => logging({ 'output.conf': OUTPUT.replace('kube.*', pattern) });

test.each(['*', 'kube.*', 'kube.*_shop_*', '*_shop_*', 'kube.var.log.containers.web-*', 'kube.var.log.containers.web-0_shop_web-1.log'])('%s takes logs', pattern => {
  expect(check(RULE, [matching(pattern)])).toEqual([]);
});

test.each(['kubernetes.*', 'app.*', 'kube', 'kube.var.log.pods.*'])('%s takes none', pattern => {
  expect(check(RULE, [matching(pattern)])).toEqual([finding(RULE, matching(pattern), `matches '${pattern}', and on Fargate the tags of container logs begin with 'kube.var.log.containers.'`)]);
});

test('a filter that takes none', () => {
  const odd = logging({ 'filters.conf': section('FILTER', 'Name grep', 'Match app.*', 'Exclude log x') });
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, "the FILTER 'grep' matches 'app.*'")]);
  expect(check(RULE, [logging({ 'filters.conf': section('FILTER', 'Match app.*') })])).toHaveLength(1);
});

test('where tags are rewritten, they may be any', () => {
  const filter = section('FILTER', 'Name rewrite_tag', 'Match kube.*', 'Rule $log ^x app.x false');
  expect(check(RULE, [logging({ 'output.conf': OUTPUT.replace('kube.*', 'app.*'), 'filters.conf': FILTERS + filter })])).toEqual([]);
});
