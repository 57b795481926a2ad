import { describeViolation, ViolationError } from '../../src/base/violation';

const VIOLATION = { rule: 'datadog/tag-key', reason: 'it is so', remedy: 'Write it otherwise', link: 'https://example.com/page' } as const;

test('a violation is told as rule, reason, remedy and page', () => {
  expect(describeViolation(VIOLATION)).toBe('datadog/tag-key: it is so. Write it otherwise. See https://example.com/page');
});

test('the error says where, if it is told', () => {
  expect(new ViolationError(VIOLATION).message).toBe(describeViolation(VIOLATION));
  expect(new ViolationError(VIOLATION, 'shop/web').message).toBe(`[shop/web] ${describeViolation(VIOLATION)}`);
});

test('the error carries the violation', () => {
  expect(new ViolationError(VIOLATION)).toMatchObject({ name: 'ViolationError', violation: VIOLATION });
});
