import { DatadogSite } from '../../src';
import { SITES } from '../../src/facts/sites';
import { violationOf } from '../requirements/violations';

test('every site of the facts is a constant, and every constant a site of the facts', () => {
  const constants = Object.entries(DatadogSite).map(([name, site]) => [name, (site as DatadogSite).domain]);
  expect(Object.fromEntries(constants)).toEqual(Object.fromEntries(Object.entries(SITES).map(([name, { domain }]) => [name, domain])));
});

test.each([
  ['US1', 'datadoghq.com'], ['EU1', 'datadoghq.eu'], ['AP1', 'ap1.datadoghq.com'], ['US1_FED', 'ddog-gov.com'],
] as const)('%s is %s', (name, domain) => {
  expect(DatadogSite[name].domain).toBe(domain);
});

test.each(['new.datadoghq.com', 'proxy.example.co.jp', 'a1.b-2.test'])('%s may be a site of its own', domain => {
  expect(DatadogSite.custom(domain).domain).toBe(domain);
});

test.each(['https://datadoghq.eu', 'datadoghq.eu/', 'datadoghq', 'Datadoghq.eu', 'app datadoghq.eu', '.eu', 'datadoghq..eu', 'datadoghq.eu:443', '', 'a.1'])(
  '%j is no domain', domain => {
    expect(violationOf(() => DatadogSite.custom(domain))).toMatchObject({ rule: 'datadog/site-is-a-domain', reason: expect.stringContaining(`'${domain}'`) });
  });
