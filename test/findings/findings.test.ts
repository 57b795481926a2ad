import { App, Chart } from 'cdk8s';
import { Findings } from '../../src';
import { acknowledgementOf } from '../../src/injection/acknowledgement';
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
  expect(acknowledgementOf(construct, id)).toBe('it is all right here');
  expect(acknowledgementOf(construct, 'another/rule')).toBeUndefined();
});

test('of two reasons the one nearest to the root is given', () => {
  const construct = chart();
  const below = new Chart(construct, 'below');
  Findings.acknowledge(below, 'fargate/no-host-path', 'below');
  Findings.acknowledge(construct, 'fargate/no-host-path', 'above');
  expect([acknowledgementOf(construct, 'fargate/no-host-path'), acknowledgementOf(below, 'fargate/no-host-path')]).toEqual(['above', 'above']);
});
