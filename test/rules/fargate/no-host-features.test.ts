import { HOST_FEATURES } from '../../../src/facts/host-features';
import { requireNoHostFeatures } from '../../../src/requirements/host-features';
import { check, finding, instrumented } from '../fixtures';

const RULE = 'fargate/no-host-features';

test('an Agent without them, or with all of them off', () => {
  const off = Object.fromEntries(HOST_FEATURES.map(({ env }) => [env, 'false']));
  expect(check(RULE, [instrumented('shop/web'), instrumented('shop/api', { env: off })])).toEqual([]);
});

test('Workload Protection without eBPF', () => {
  const env = { DD_RUNTIME_SECURITY_CONFIG_ENABLED: 'true', DD_RUNTIME_SECURITY_CONFIG_EBPFLESS_ENABLED: 'true' };
  expect(check(RULE, [instrumented('shop/web', { env })])).toEqual([]);
});

test.each(HOST_FEATURES)('$name: $env', ({ env, name }) => {
  const web = instrumented('shop/web', { env: { [env]: 'true' } });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, `in the container 'datadog-agent-injected', ${env} turns on ${name}`)]);
});

test('in the options of the sidecar it is refused at once', () => {
  expect(requireNoHostFeatures({ DD_LOG_LEVEL: 'debug' })).toEqual({ DD_LOG_LEVEL: 'debug' });
  expect(() => requireNoHostFeatures({ DD_SYSTEM_PROBE_NETWORK_ENABLED: '1' })).toThrow(/^fargate\/no-host-features: DD_SYSTEM_PROBE_NETWORK_ENABLED turns on Cloud Network Monitoring/);
});
