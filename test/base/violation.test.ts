import { inspect } from 'node:util';
import { describeViolation, ViolationError } from '../../src/base/violation';

const VIOLATION = { rule: 'datadog/tag-key', reason: 'it is so', remedy: 'Write it otherwise', link: 'https://example.com/page' } as const;
const LINES = 'datadog/tag-key: it is so.\n  Write it otherwise.\n  See https://example.com/page';

test('describes a violation in one line: rule, reason, remedy and page', () => {
  expect(describeViolation(VIOLATION)).toBe('datadog/tag-key: it is so. Write it otherwise. See https://example.com/page');
});

test('writes the message of an error in three lines, with the path in front', () => {
  expect(new ViolationError(VIOLATION).message).toBe(LINES);
  expect(new ViolationError(VIOLATION, 'shop/web').message).toBe(`[shop/web] ${LINES}`);
});

test('carries the violation, and does not print it a second time', () => {
  const error = new ViolationError(VIOLATION, 'shop/web');
  expect(error).toMatchObject({ name: 'ViolationError', violation: VIOLATION });
  expect(inspect(error)).toBe(error.stack);
  expect(inspect(error).split('it is so')).toHaveLength(2);
});

test('shows what could change a terminal as escapes', () => {
  const hostile = '\u001b[31mred\u001b[0m\r\nError: forged\u202e\u0007';
  const { message } = new ViolationError({ ...VIOLATION, reason: `'${hostile}' is so` }, hostile);
  const shown = '\\u001b[31mred\\u001b[0m\\r\\nError: forged\\u202e\\u0007';
  expect(message).toBe(`[${shown}] ${LINES.replace('it', `'${shown}'`)}`);
  expect(describeViolation({ ...VIOLATION, remedy: hostile })).not.toMatch(/[\n\r\u001b]/);
});

test('keeps the construct that is nearest to what is wrong, and the function that was called first', () => {
  const error = new ViolationError(VIOLATION);
  error.leave({ call: 'Inner.make()' }, text => text);
  error.leave({ call: 'Outer.make()' }, text => text);
  expect(error.message).toBe(`Outer.make(): ${LINES}`);
  error.leave({ path: 'tokyo/ClusterAgent' }, text => text);
  error.leave({ path: 'tokyo' }, text => text);
  expect(error.message).toBe(`[tokyo/ClusterAgent] ${LINES}`);
});
