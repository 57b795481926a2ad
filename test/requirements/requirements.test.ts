import { violationOf } from './violations';
import { AGENT_FEATURES } from '../../src/facts/agent-versions';
import { KUBERNETES_FEATURES } from '../../src/facts/kubernetes-versions';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { requireAgentFeature } from '../../src/requirements/agent-feature';
import { requireAgentVersion } from '../../src/requirements/agent-version';
import { requirePlainEnv } from '../../src/requirements/env';
import { requireKubernetesFeature } from '../../src/requirements/kubernetes-feature';
import { requireKubernetesVersion } from '../../src/requirements/kubernetes-version';
import { requireNamespace } from '../../src/requirements/namespace';
import { requireReplicas } from '../../src/requirements/replicas';
import { requireTags } from '../../src/requirements/tags';
import { requireToken } from '../../src/requirements/token';

const onFargate = (version: string) => requireKubernetesVersion(version, PLATFORMS.eksFargate);
const replicas = (count: number) => requireReplicas('clusterAgent', count);

/** What each requirement refuses, with the id of its rule and the telling part of its reason; then what it takes. */
const REQUIREMENTS: ReadonlyArray<readonly [title: string, require: (value: any) => unknown, rule: string, refused: any[][], taken: any[]]> = [
  ['an exact Agent version', requireAgentVersion, 'agent/version-is-exact', [
    ['latest', "'latest' is no exact release"], ['7', "'7' "], ['7.81', "'7.81' "], ['', "'' "], ['7.81.1\n', 'no exact release'], ['v7.81.1', "'v7.81.1'"],
  ], ['7.81.1', '7.47.0', '7.81.1-rc.1', '8.0.0', '7.81.1-full']],
  ['a supported Agent version', requireAgentVersion, 'agent/version-is-supported', [
    ['7.46.9', 'the Agent 7.46.9 has no leader election by a Lease, which came with 7.47'], ['6.53.0', 'the Agent 6.53.0'],
  ], ['7.47.0']],
  ['a Kubernetes version', onFargate, 'platform/kubernetes-version', [
    ['1', "'1' is no Kubernetes version"], ['1.34.2', "'1.34.2'"], ['v1.34', "'v1.34'"], ['latest', "'latest'"], ['', "''"],
    ['1.3', 'Kubernetes 1.3 has no discovery.k8s.io/v1 EndpointSlice, which came with 1.21'], ['1.20', 'Kubernetes 1.20 has no'], ['0.99', 'Kubernetes 0.99'],
  ], ['1.21', '1.34', '1.36', '1.99', '2.0']],
  ['a namespace', requireNamespace, 'kubernetes/namespace-name', [
    ['', "'' is no name for a namespace"], ['Shop', "'Shop'"], ['-shop', "'-shop'"], ['shop-', "'shop-'"], ['a.b', "'a.b'"],
    ['a'.repeat(64), "'aaa"], ['shop\n', "'shop"],
  ], ['shop', '1', 'a'.repeat(63), 'a-b', '9to5']],
  ['a number of replicas', replicas, 'kubernetes/replicas', [
    [0, 'clusterAgent: 0 is no number of replicas'], [-1, '-1'], [1.5, '1.5'], [NaN, 'NaN'], [Infinity, 'Infinity'],
  ], [1, 2, 100]],
  ['tags', requireTags, 'datadog/tag-key', [
    [{ '1env': 'prod' }, "'1env' is no key"], [{ 'a:b': 'prod' }, "'a:b'"], [{ '': 'prod' }, "''"], [{ _env: 'prod' }, "'_env'"],
  ], [{}, { env: 'prod' }, { größe: 'a:b' }]],
  ['plain env vars', requirePlainEnv, 'credentials/no-secret-in-env', [
    [{ DD_API_KEY: 'k' }, 'DD_API_KEY would stand in every manifest in clear text'],
    [{ DD_LOG_LEVEL: 'info', DD_APP_KEY: 'k' }, 'DD_APP_KEY'],
    [{ DD_CLUSTER_AGENT_AUTH_TOKEN: 't' }, 'DD_CLUSTER_AGENT_AUTH_TOKEN'],
    [{ DD_PROXY_HTTPS: 'http://me:hunter2@proxy' }, 'DD_PROXY_HTTPS has a password in a URL in it'],
    [{ DD_LOGS_CONFIG_API_KEY: 'k' }, 'DD_LOGS_CONFIG_API_KEY has an API key in it'],
    [{ DD_ADDITIONAL_ENDPOINTS: `{"https://app.datadoghq.eu":["${'0123456789abcdef'.repeat(2)}"]}` }, 'DD_ADDITIONAL_ENDPOINTS has an API key in it'],
  ], [{}, { DD_LOG_LEVEL: 'debug' }, { DD_API_KEY: 'ENC[key]', DD_PROXY_HTTPS: 'ENC[proxy]' }, { DD_PROXY_HTTPS: 'http://proxy:3128' }]],
  ['a token', requireToken, 'credentials/token-length', [
    ['', 'the Cluster Agent token has 0 characters'], ['t'.repeat(31), 'has 31 characters and the Agents refuse one of fewer than 32'],
    [`${'t'.repeat(31)}\n`, 'has the end of a line in it'], [`${'t'.repeat(64)}\r\n`, 'has the end of a line in it'],
  ], ['ENC[token]', 't'.repeat(32), 't'.repeat(64)]],
  ['a feature of the Agent', v => requireAgentFeature(v, AGENT_FEATURES.kubeletLogs), 'agent/has-feature', [
    ['7.70.9', 'the Agent 7.70.9 has no log collection through the kubelet API, which came with 7.71'],
  ], ['7.71.0', '8.0.0']],
  ['a feature of Kubernetes', v => requireKubernetesFeature(v, KUBERNETES_FEATURES.nativeSidecars), 'kubernetes/has-feature', [
    ['1.28', 'Kubernetes 1.28 has no init containers with restartPolicy Always, which came with 1.29'],
  ], ['1.29', '1.34']],
];

describe.each(REQUIREMENTS)('%s', (_, require, rule, refused, taken) => {
  test.each(refused)('%j is refused', (value, reason) => {
    const violation = violationOf(() => require(value));
    expect(violation).toMatchObject({ rule, reason: expect.stringContaining(reason) });
    expect(violation.reason).toMatch(/[^.\s]$/);
    expect(violation.remedy).toMatch(/^[A-Z][^]*[^.\s]$/);
    expect(violation.link).toMatch(/^https:\/\/\S+$/);
  });

  test.each(taken.map(value => [value]))('%j is taken', value => {
    expect(() => require(value)).not.toThrow();
  });
});

test('tags come sorted by key, whatever their order', () => {
  expect(requireTags({ team: 'shop', env: 'prod' })).toEqual(['env:prod', 'team:shop']);
  expect(requireTags({ env: 'prod', team: 'shop' })).toEqual(['env:prod', 'team:shop']);
});

test.each(['', 'secret-of-31-characters-exactly'])('the error of a short token does not show it', token => {
  const shown = JSON.stringify(violationOf(() => requireToken(token || 'x')));
  expect(shown).not.toContain(token || '"x"');
});
