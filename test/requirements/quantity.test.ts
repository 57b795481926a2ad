import { violationOf } from './violations';
import { requireCpu, requireMemory } from '../../src/requirements/quantity';
import { clusterModel } from '../render/models';

test.each(['0.2 cores', '-1', '', '0', '0m', '1 ', 'NaN', '200 m'])("the CPU '%s' is refused", cpu => {
  expect(violationOf(() => requireCpu('the sidecar', cpu))).toMatchObject({
    rule: 'kubernetes/quantity', reason: `'cpu' of the sidecar is '${cpu}', which is no amount of CPU above 0`,
  });
});

test.each(['1', '0.25', '250m', '1m', '1e3'])("the CPU '%s' is taken", cpu => {
  expect(requireCpu('the sidecar', cpu)).toBe(cpu);
});

test.each([
  ['256MB', 'which is no amount of memory'],
  ['', 'which is no amount of memory'],
  ['256 Mi', 'which is no amount of memory'],
  ['-1', 'which is -1 bytes'],
  ['256m', 'which is 1 bytes'],
  ['256', 'which is 256 bytes'],
  ['63Mi', 'in less than 64Mi'],
])("the memory '%s' is refused: %s", (memory, reason) => {
  expect(violationOf(() => requireMemory('the sidecar', memory))).toMatchObject({ rule: 'kubernetes/quantity', reason: expect.stringContaining(reason) });
});

test.each(['64Mi', '256M', '1Gi', '67108864'])("the memory '%s' is taken", memory => {
  expect(requireMemory('the sidecar', memory)).toBe(memory);
});

test.each(['sidecar', 'clusterAgent', 'clusterCheckRunners'] as const)('of %s both are looked at', part => {
  expect(violationOf(() => clusterModel({ [part]: { cpu: '0.2 cores' } })).reason).toMatch(new RegExp(`'cpu' of (the )?${part} `));
  expect(violationOf(() => clusterModel({ [part]: { memory: '256MB' } })).reason).toMatch(new RegExp(`'memory' of (the )?${part} `));
});
