import { agent, APP, check, finding, instrumented, job, object } from '../fixtures';

const RULE = 'sidecar/job-can-end';
const EXITS = { DD_AUTO_EXIT_NOPROCESS_ENABLED: 'true' };

test('an Agent that looks for processes, and sees them', () => {
  expect(check(RULE, [job('shop/night', { shareProcessNamespace: true, containers: [APP, agent(EXITS)] })])).toEqual([]);
});

test.each([
  ['neither looks nor sees', {}, {}, "without 'DD_AUTO_EXIT_NOPROCESS_ENABLED=true' and 'shareProcessNamespace: true'"],
  ['does not look', {}, { shareProcessNamespace: true }, "without 'DD_AUTO_EXIT_NOPROCESS_ENABLED=true' the container"],
  ['does not see', EXITS, {}, "without 'shareProcessNamespace: true' the container"],
])('an Agent that %s', (_, vars, pod, reason) => {
  const night = job('shop/night', { containers: [APP, agent(vars)], ...pod });
  expect(check(RULE, [night])).toEqual([finding(RULE, night, reason)]);
});

test('a CronJob, and a Pod that does not start again', () => {
  const spec = { containers: [APP, agent()] };
  const cron = object('batch/v1', 'CronJob', 'shop/cron', { spec: { jobTemplate: { spec: { template: { spec } } } } });
  const pod = object('v1', 'Pod', 'shop/once', { spec: { ...spec, restartPolicy: 'Never' } });
  expect(check(RULE, [cron, pod]).map(f => f.path)).toEqual(['shop/cron', 'shop/once']);
});

test('an init container that always restarts does not keep a pod from ending', () => {
  expect(check(RULE, [job('shop/night', { initContainers: [agent({}, { restartPolicy: 'Always' })], containers: [APP] })])).toEqual([]);
});

test('a workload that is not meant to end', () => {
  expect(check(RULE, [instrumented('shop/web')])).toEqual([]);
});
