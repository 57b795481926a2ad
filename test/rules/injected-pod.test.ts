import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { clusterRole, clusterRoleBinding, FARGATE, manifestSet, secret, serviceAccount } from './fixtures';
import { runRules } from '../../src/rules/run-rules';

const POD = parse(readFileSync(join(__dirname, '../fixtures/fargate-injected-pod.expected.yaml'), 'utf8'));
const AROUND = [
  secret('fargate/datadog-secret'),
  clusterRole('datadog-agent-fargate', { apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }),
  clusterRoleBinding('datadog-agent-fargate', 'datadog-agent-fargate', serviceAccount('fargate', 'app-sa')),
];

function errors(pod: typeof POD, ...around: typeof AROUND) {
  return runRules({ ...FARGATE, manifests: manifestSet([pod, ...around]) }).filter(f => f.severity === 'error').map(f => f.rule);
}

test("the pod of Datadog's webhook keeps every rule, once its label is off and what the webhook leaves to others is there", () => {
  const { metadata, ...rest } = POD;
  expect(errors({ ...rest, metadata: { ...metadata, labels: { app: 'app' } } }, ...AROUND)).toEqual([]);
});

test('written down with its label, it would go through the webhook again', () => {
  expect(errors(POD, ...AROUND)).toEqual(['sidecar/not-also-by-webhook']);
});

test('the webhook brings neither Secret nor permissions', () => {
  expect(errors(POD)).toEqual(['credentials/secret-in-namespace', 'sidecar/not-also-by-webhook', 'sidecar/service-account-is-bound']);
});
