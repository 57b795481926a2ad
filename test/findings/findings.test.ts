import { App, Chart } from 'cdk8s';
import { Findings } from '../../src';
import { acknowledgementsOf } from '../../src/injection/acknowledgement';
import { ALL_RULES } from '../../src/rules/all-rules';
import { violationOf } from '../requirements/violations';

const chart = () => new Chart(new App(), 'shop');

test.each([
  ['fargate/no-hostpath', /^Write 'fargate\/no-host-path'$/],
  ['fargte/no-host-path', /^Write 'fargate\/no-host-path'$/],
  ['no-host-path', /^Write 'fargate\/no-host-path'$/],
  ['fargate/every-pod-is-blue', /^Write one of 'fargate\/': no-daemon-set, /],
  ['zzz', /^Write an id of https:\S+rules\.md; ids begin with 'app\/', /],
])('acknowledging the rule %s is refused, with the nearest ids', (rule, remedy) => {
  const construct = chart();
  const violation = violationOf(() => Findings.acknowledge(construct, rule, 'why not'));
  expect(violation).toMatchObject({ rule: 'findings/acknowledgement', reason: `there is no rule '${rule}'`, remedy: expect.stringMatching(remedy) });
  expect(violation.remedy.length).toBeLessThan(500);
  expect(construct.node.metadata).toEqual([]);
});

test('a rule that is checked at once cannot be acknowledged', () => {
  expect(violationOf(() => Findings.acknowledge(chart(), 'agent/version-is-exact', 'why not')).reason).toMatch(/^'agent\/version-is-exact' is checked at once/);
});

test.each(['', ' ', '\n'])('the reason %j is none', because => {
  const construct = chart();
  expect(violationOf(() => Findings.acknowledge(construct, 'fargate/no-host-path', because)).reason).toContain("no reason is given for accepting 'fargate/no-host-path'");
  expect(construct.node.metadata).toEqual([]);
});

test.each(ALL_RULES.map(({ id }) => [id]))('%s can be acknowledged', id => {
  const construct = chart();
  Findings.acknowledge(construct, id, 'it is all right here');
  expect(acknowledgementsOf(construct, id)).toEqual([{ rule: id, because: 'it is all right here' }]);
  expect(acknowledgementsOf(construct, 'another/rule')).toEqual([]);
});

test('of two reasons the one nearest to the root is given', () => {
  const construct = chart();
  const below = new Chart(construct, 'below');
  Findings.acknowledge(below, 'fargate/no-host-path', 'below');
  Findings.acknowledge(construct, 'fargate/no-host-path', 'above');
  expect([construct, below].map(c => acknowledgementsOf(c, 'fargate/no-host-path')[0].because)).toEqual(['above', 'above']);
});
