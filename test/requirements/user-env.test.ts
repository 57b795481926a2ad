import { violationOf } from './violations';
import { OWNED_ENV } from '../../src/facts/owned-env';
import { requirePodLabels } from '../../src/requirements/pod-labels';
import { clusterModel } from '../render/models';

const PARTS = ['sidecar', 'clusterAgent', 'clusterCheckRunners'] as const;
const DEPLOYMENTS = ['clusterAgent', 'clusterCheckRunners'] as const;
const withEnv = (part: string, env: object) => () => clusterModel({ [part]: { env } });
const withSecretEnv = (given: object) => () => clusterModel({ clusterAgent: { secretEnv: [{ name: 'A', secretName: 's', secretKey: 'k', ...given }] } });

describe.each(PARTS)('env of %s', part => {
  test.each(['', '1A', 'A B', 'A-B', 'A.B', 'A=B', 'A\n'])("'%s' is no name", name => {
    expect(violationOf(withEnv(part, { [name]: 'x' }))).toMatchObject({ rule: 'kubernetes/env', reason: expect.stringContaining(`'${name}' of`) });
  });

  test.each([[1, "Write '1'"], [true, "Write 'true'"], [undefined, 'Write a string, or leave it out'], [null, 'Write a string'], [{}, 'Write a string']])(
    '%j is no value', (value, remedy) => {
      expect(violationOf(withEnv(part, { A: value }))).toMatchObject({ rule: 'kubernetes/env', remedy: expect.stringContaining(remedy) });
    });

  test('names and values that are right are kept, and so is what moves a port', () => {
    const env = { _a1: '', DD_APM_RECEIVER_PORT: '9126', DD_EXPVAR_PORT: '6000', DD_CMD_PORT: '6001' };
    expect(clusterModel({ [part]: { env } })[part]).toMatchObject({ env });
  });

  test.each(['DD_SITE', 'DD_CLUSTER_NAME', 'DD_CLUSTER_AGENT_URL', 'DD_CLUSTER_AGENT_ENABLED', 'DD_HEALTH_PORT'])('%s is not to be replaced', name => {
    expect(violationOf(withEnv(part, { [name]: 'x' }))).toMatchObject({ rule: 'agent/env-is-free', reason: expect.stringContaining(name) });
  });
});

test.each(['DD_EKS_FARGATE', 'DD_KUBERNETES_KUBELET_NODENAME', 'DD_APM_RECEIVER_SOCKET', 'DD_DOGSTATSD_SOCKET'])('%s is of sidecars alone', name => {
  expect(violationOf(withEnv('sidecar', { [name]: 'x' })).rule).toBe('agent/env-is-free');
  expect(withEnv('clusterAgent', { [name]: 'x' })).not.toThrow();
});

test.each([
  'DD_CLUSTER_AGENT_CMD_PORT', 'DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME', 'DD_EXTERNAL_METRICS_PROVIDER_PORT', 'DD_ADMISSION_CONTROLLER_PORT', 'DD_CLC_RUNNER_HOST',
])('%s is of Deployments alone', name => {
  for (const part of DEPLOYMENTS) expect(violationOf(withEnv(part, { [name]: 'x' })).rule).toBe('agent/env-is-free');
  expect(withEnv('sidecar', { [name]: 'x' })).not.toThrow();
});

test('the remedy names what to write instead', () => {
  expect(violationOf(withEnv('sidecar', { DD_HEALTH_PORT: '1' })).remedy).toBe("Set 'probes' of the sidecar");
  expect(violationOf(withEnv('sidecar', { DD_SITE: 'x' })).remedy).toContain("'site'");
  for (const { instead } of OWNED_ENV) expect(instead).toMatch(/^[A-Z].*[^.]$/);
});

test.each([
  [{ name: 'A B' }, 'kubernetes/env'],
  [{ name: 'DD_SITE' }, 'agent/env-is-free'],
  [{ secretName: 'No Name' }, 'kubernetes/secret-name'],
  [{ secretKey: '' }, 'kubernetes/secret-key'],
])('an env var from a Secret: %j violates %s', (given, rule) => {
  expect(violationOf(withSecretEnv(given)).rule).toBe(rule);
});

describe('strings', () => {
  test.each(['podAnnotations', 'podLabels', 'nodeSelector', 'serviceAccountAnnotations'])('%s', option => {
    for (const part of DEPLOYMENTS) {
      expect(violationOf(() => clusterModel({ [part]: { [option]: { a: true } } }))).toMatchObject({
        rule: 'kubernetes/string-values', reason: expect.stringContaining(`'a' in '${option}' of ${part} is the boolean true`), remedy: "Write 'true'",
      });
    }
  });

  test('serviceTags and tags', () => {
    expect(violationOf(() => clusterModel({ sidecar: { serviceTags: { version: 2 as any } } }))).toMatchObject({ rule: 'kubernetes/string-values', remedy: "Write '2'" });
    expect(violationOf(() => clusterModel({ tags: { team: 7 as any } }))).toMatchObject({ rule: 'kubernetes/string-values', reason: expect.stringContaining("'team' in 'tags'") });
    expect(() => clusterModel({ sidecar: { serviceTags: { version: undefined } } })).not.toThrow();
  });
});

test("the label that keeps the webhook away from Datadog's own pods is not to be replaced", () => {
  expect(violationOf(() => requirePodLabels({ 'admission.datadoghq.com/enabled': 'true' }))).toMatchObject({
    rule: 'kubernetes/selector-label', reason: expect.stringContaining("'admission.datadoghq.com/enabled'"), remedy: 'Leave the label out',
  });
});
