import { INTAKE_HOSTS } from '../../../src/facts/intake-hosts';
import { check, finding, object } from '../fixtures';

const RULE = 'istio/service-entry-has-all-hosts';
const entry = (hosts: string[], name = 'mesh/datadog') => object('networking.istio.io/v1', 'ServiceEntry', name, { spec: { hosts } });
const hosts = (site: string) => INTAKE_HOSTS.filter(({ product }) => !product).map(({ prefix }) => `${prefix}.${site}`);

test.each(['datadoghq.com', 'us3.datadoghq.com', 'datadoghq.eu'])('warns of an entry with the hosts of metrics alone, of %s', site => {
  const manifest = entry([`*.agent.${site}`]);
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, `'process.${site}'`)]);
});

test('names those that are missing alone', () => {
  const [found] = check(RULE, [entry(['trace.agent.datadoghq.com', ...hosts('datadoghq.com').slice(1)])]);
  expect(found.reason).toContain("no ServiceEntry of the app names '*.agent.datadoghq.com':");
});

test.each<[string, any[]]>([
  ['all hosts', [entry(hosts('datadoghq.com'))]],
  ['all hosts, in two entries', [entry(hosts('datadoghq.com').slice(0, 4)), entry(hosts('datadoghq.com').slice(4), 'mesh/more')]],
  ['a star for all', [entry(['*.agent.datadoghq.com', '*.datadoghq.com'])]],
  ['an application that uses the API', [entry(['api.datadoghq.com'])]],
  ['other hosts', [entry(['example.org']), object('other.io/v1', 'ServiceEntry', 'mesh/x', { spec: { hosts: ['*.agent.datadoghq.com'] } })]],
])('accepts %s', (_, manifests) => {
  expect(check(RULE, manifests)).toEqual([]);
});
