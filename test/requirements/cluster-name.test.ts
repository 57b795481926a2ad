import { violationOf } from './violations';
import { clusterNameFault, clusterNameRemedy, requireClusterName } from '../../src/requirements/cluster-name';

const OLD = '7.77.3';
const NEW = '7.78.0';

describe.each<[name: string, old: boolean, current: boolean]>([
  ['prod-tokyo', true, true],
  ['prod.tokyo', true, true],
  ['p', true, true],
  ['a'.repeat(80), true, true],
  ['a'.repeat(81), false, false],
  ['1prod', false, true],
  ['prod.1st', false, true],
  ['prod_tokyo', false, true],
  ['Prod', false, false],
  ['-prod', false, false],
  ['prod-', false, false],
  ['_prod', false, false],
  ['prod_', false, false],
  ['prod..tokyo', false, false],
  ['.prod', false, false],
  ['prod.', false, false],
  ['prod tokyo', false, false],
  ['prod\n', false, false],
  ['東京', false, false],
  ['', false, false],
])('the name %j', (name, old, current) => {
  test.each([[OLD, old], [NEW, current], ['7.100.0', current]])('Agent %s: %s', (version, accepted) => {
    expect(clusterNameFault(name, version) === undefined).toBe(accepted);
    if (accepted) expect(requireClusterName(name, version)).toBe(name);
    else expect(violationOf(() => requireClusterName(name, version)).rule).toBe('cluster/name-is-valid');
  });
});

test('the error says what the Agent of that version takes', () => {
  expect(violationOf(() => requireClusterName('prod_tokyo', OLD)).reason)
    .toMatch(/^the Agent 7\.77\.3 ignores the cluster name 'prod_tokyo': it takes .* each part beginning with a letter/);
  expect(violationOf(() => requireClusterName('a'.repeat(81), NEW)).reason).toMatch(/ has 81 characters, and the Agent ignores one of more than 80$/);
});

test.each([
  ['Prod_Tokyo', 'prod-tokyo'],
  ['1-prod', 'prod'],
  ['prod.', 'prod'],
  ['-Prod Tokyo-', 'prod-tokyo'],
  ['prod.1st', 'prod.st'],
  ['東京', 'prod-tokyo'],
  ['', 'prod-tokyo'],
  ['a'.repeat(90), 'a'.repeat(80)],
  [`${'a'.repeat(79)}-b`, 'prod-tokyo'],
])('the remedy for %j is a name that every version takes: %j', (name, suggestion) => {
  expect(clusterNameRemedy(name)).toBe(`Write the name in that form, for example '${suggestion}'`);
  for (const version of [OLD, NEW]) expect(clusterNameFault(suggestion, version)).toBeUndefined();
});
