import { App, Chart } from 'cdk8s';
import { Findings } from '../../src';
import { acknowledgementsOf } from '../../src/injection/acknowledgement';
import { ALL_RULES } from '../../src/rules/all-rules';
import { violationOf } from '../requirements/violations';

const chart = () => new Chart(new App(), 'shop');

test('a rule that does not exist is refused, with those that do', () => {
  const construct = chart();
  expect(() => Findings.acknowledge(construct, 'fargate/no-such-rule', 'why not')).toThrow(/^\[shop\] findings\/acknowledgement: /);
  const violation = violationOf(() => Findings.acknowledge(construct, 'fargate/no-such-rule', 'why not'));
  expect(violation.reason).toBe("there is no rule 'fargate/no-such-rule'");
  for (const { id } of ALL_RULES) expect(violation.remedy).toContain(id);
  expect(construct.node.metadata).toEqual([]);
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
