import { delivered } from './helm-values/delivered';
import { fullDescription, fullNodeDescription } from './helm-values/full-models';
import { clusterModel, EXISTING } from './models';
import { delivered as deliveredByOperator, fullNodes } from './operator/full-models';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { envValue } from '../../src/manifest/containers';
import { ClusterDescription } from '../../src/model/cluster-description';
import { byName, override } from '../../src/parts/container-env';
import { roleAndBinding } from '../../src/parts/rbac';
import { clusterAgentManifests } from '../../src/render/cluster-agent/manifests';
import { runnerManifests } from '../../src/render/cluster-check-runner/manifests';
import { helmValues } from '../../src/render/helm-values/values';
import { nodeAgentManifests } from '../../src/render/node-agent/manifests';
import { datadogAgent } from '../../src/render/operator/datadog-agent';
import { sorted } from '../../src/render/plain';
import { agentContainer } from '../../src/render/sidecar/agent-container';

/** `A_FIRST` would move if users' env vars were sorted among ours, and `INTAKE` refers to one of ours. */
const ENV = { A_FIRST: 'a', INTAKE: 'https://intake.$(DD_SITE)', Z_LAST: 'z' };
const SECRET_ENV = [{ name: 'B_PASSWORD', secretName: 'db', secretKey: 'password' }];
const USERS = ['A_FIRST', 'INTAKE', 'Z_LAST', 'B_PASSWORD'];
const given = { env: ENV, secretEnv: SECRET_ENV };

/** The cluster, with env vars of the user in every pod. */
const withUsers = ({ clusterAgent, clusterCheckRunners, nodeAgent, sidecar, ...rest }: ClusterDescription) => ({
  ...rest,
  clusterAgent: { ...clusterAgent, ...given },
  clusterCheckRunners: { ...clusterCheckRunners, enabled: true, ...given },
  ...nodeAgent && { nodeAgent: { ...nodeAgent, ...given } },
  sidecar: { ...sidecar, env: ENV },
});

const NODES = clusterModel(withUsers(fullNodeDescription()));
const FARGATE = clusterModel(withUsers(fullDescription()));
const DEFAULTS = clusterModel(withUsers({ platform: { fact: PLATFORMS.eks }, clusterName: 'prod-tokyo', credentials: EXISTING, nodeAgent: {} }));
const { sidecar: _, ...operated } = withUsers(fullNodes());

const manifests = [NODES, FARGATE, DEFAULTS].flatMap(model =>
  [...clusterAgentManifests(model), ...runnerManifests(model), ...model.nodeAgent ? nodeAgentManifests(model) : []]);
const values = [NODES, FARGATE, DEFAULTS].map(model => helmValues(delivered(model)));
const operator = [datadogAgent(deliveredByOperator(operated))];
const sidecars = [NODES, FARGATE, DEFAULTS].flatMap(model => [true, false].map(ends => agentContainer(model, [], ends)));

/** Every object in the data whose field of this name is a list. */
function having(field: string, json: any): any[] {
  if (typeof json !== 'object' || json === null) return [];
  return [...Array.isArray(json[field]) ? [json] : [], ...Object.values(json).flatMap(item => having(field, item))];
}

test.each([
  ['the manifests', manifests, 12], ['the sidecars', sidecars, 6], ['the values of the chart', values, 12], ['the DatadogAgent', operator, 7],
])('env vars of %s: ours by name, and those of the user behind them', (__, made, atLeast) => {
  const lists: string[][] = having('env', made).map(({ env }) => env.map((e: any) => e.name));
  expect(lists.length).toBeGreaterThanOrEqual(atLeast);
  expect(lists.some(names => names.includes('Z_LAST'))).toBe(true);
  for (const names of lists) {
    const ours = names.filter(name => !USERS.includes(name));
    expect(names).toEqual([...ours.sort(), ...USERS.filter(name => names.includes(name))]);
  }
});

test('an env var of the user finds the one of ours that it refers to above it', () => {
  const containers = having('env', [manifests, sidecars]).filter(({ env }) => ['INTAKE', 'DD_SITE'].every(name => env.some((e: any) => e.name === name)));
  expect([...new Set(containers.map(({ name }) => name))].sort()).toEqual(['agent', 'cluster-agent', 'datadog-agent-injected', 'system-probe', 'trace-agent']);
  for (const container of containers) expect(envValue(container, 'INTAKE')).toBe(`https://intake.${envValue(container, 'DD_SITE')}`);
});

test('the order of env vars does not depend on what adds them first', () => {
  const env = ['DD_SITE', 'DD_API_KEY', 'KUBERNETES', 'DD_LOG_LEVEL'].map(name => ({ name, value: name }));
  const names = ['DD_API_KEY', 'DD_LOG_LEVEL', 'DD_SITE', 'KUBERNETES'];
  expect([byName(env), byName([...env].reverse())].map(list => list.map(e => e.name))).toEqual([names, names]);
  expect(env[0].name).toBe('DD_SITE');
  expect(override(env, { B: 'b', DD_SITE: 'mine', A: 'a' }).map(e => `${e.name}=${e.value}`)).toEqual([
    'DD_API_KEY=DD_API_KEY', 'DD_LOG_LEVEL=DD_LOG_LEVEL', 'KUBERNETES=KUBERNETES', 'A=a', 'B=b', 'DD_SITE=mine',
  ]);
});

describe('rules of roles', () => {
  const key = ({ nonResourceURLs = [], apiGroups = [], resources = [], resourceNames = [] }: any) =>
    [nonResourceURLs, apiGroups, resources, resourceNames].map(names => names.join(' ')).join('\n');

  test('are in the order of their API groups and resources', () => {
    const roles = having('rules', manifests).filter(({ kind }) => ['Role', 'ClusterRole'].includes(kind));
    expect(roles.filter(({ rules }) => rules.length > 2).length).toBeGreaterThanOrEqual(4);
    for (const { metadata, rules } of roles) expect([metadata.name, rules.map(key)]).toEqual([metadata.name, rules.map(key).sort()]);
  });

  test('do not depend on what adds them first', () => {
    const RULES = [
      { apiGroups: [''], resources: ['nodes'], verbs: ['list'] },
      { apiGroups: [''], resources: ['secrets'], resourceNames: ['a'], verbs: ['get'] },
      { apiGroups: [''], resources: ['secrets'], resourceNames: ['b'], verbs: ['get'] },
      { apiGroups: ['apps'], resources: ['deployments'], verbs: ['list'] },
      { nonResourceURLs: ['/healthz'], verbs: ['get'] },
      { nonResourceURLs: ['/metrics'], verbs: ['get'] },
    ];
    const rulesOf = (rules: typeof RULES) => roleAndBinding({ name: 'x', labels: {}, rules, subjects: [] })[0].rules;
    expect(rulesOf([...RULES].reverse())).toEqual(RULES);
    expect(rulesOf([3, 5, 0, 2, 4, 1].map(at => RULES[at]))).toEqual(RULES);
  });
});

describe('values of the chart', () => {
  test('have their keys by name, at every depth', () => {
    const objects = (json: any): object[] => typeof json !== 'object' || json === null ? []
      : [...Array.isArray(json) ? [] : [json], ...Object.values(json).flatMap(objects)];
    for (const object of objects(values)) expect(Object.keys(object)).toEqual(Object.keys(object).sort());
  });

  test('keep the order of their lists', () => {
    const json = { b: [{ d: 1, c: null }, 'z', 'a'], a: { '-': true, 'B': 2 } };
    expect(JSON.stringify(sorted(json))).toBe('{"a":{"-":true,"B":2},"b":[{"c":null,"d":1},"z","a"]}');
  });
});
