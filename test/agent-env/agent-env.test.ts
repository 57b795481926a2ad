import { EnvUse, envUses, envUsesOfValues, faultOf, faultsOf } from './known-env';
import { DELIVERIES } from '../../src/facts/deliveries';
import { ENV } from '../../src/facts/env';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { FEATURE_ENV } from '../../src/features/registry';
import { ClusterDescription } from '../../src/model/cluster-description';
import { clusterAgentManifests } from '../../src/render/cluster-agent/manifests';
import { runnerManifests } from '../../src/render/cluster-check-runner/manifests';
import { helmValues } from '../../src/render/helm-values/values';
import { connectToNodeAgent } from '../../src/render/node-agent/application';
import { nodeIntakes } from '../../src/render/node-agent/intakes';
import { nodeAgentManifests } from '../../src/render/node-agent/manifests';
import { datadogAgent } from '../../src/render/operator/datadog-agent';
import { injectSidecar } from '../../src/render/sidecar/inject';
import { sidecarWebhookEnv } from '../../src/render/sidecar-injection/webhook-env';
import { delivered, webhook } from '../render/helm-values/delivered';
import { clusterModel, EXISTING } from '../render/models';
import { webhookModel } from '../render/sidecar-injection/injection-models';

const on = { enabled: true };

/** Everything that has a switch. */
const EVERYTHING: Partial<ClusterDescription> = {
  platform: { fact: PLATFORMS.eks, fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop', labels: {} }] }] },
  tags: { team: 'platform' },
  credentials: { ...EXISTING, source: { kind: 'existing', appKey: true } },
  clusterAgentTls: { secretName: 'authority' },
  clusterCheckRunners: { enabled: true, logLevel: 'debug' },
  clusterAgent: { logLevel: 'debug' },
  nodeAgent: { kubeletTlsVerify: true, kubeletCaPath: '/etc/kubernetes/ca.crt', logLevel: 'debug', ignoreAutoConf: ['redisdb'] },
  sidecar: { probes: true, readOnlyRootFilesystem: true },
  features: {
    apm: { portEnabled: true, instrumentation: { enabled: true, languageDetection: true, libVersions: { java: 'v1' }, enabledNamespaces: ['shop'] } },
    dogstatsd: { portEnabled: true, originDetection: true, tagCardinality: 'low' },
    otlp: on,
    logs: on,
    liveProcesses: on,
    networkMonitoring: on,
    universalServiceMonitoring: on,
    serviceDiscovery: on,
    externalMetrics: on,
    admissionController: on,
    remoteConfiguration: on,
    prometheusScrape: { enabled: true, serviceEndpoints: true, checks: [{ configurations: [{}] }] },
    tags: { podLabelsAsTags: { app: 'app' }, podAnnotationsAsTags: { a: 'b' }, nodeLabelsAsTags: { a: 'b' }, namespaceLabelsAsTags: { a: 'b' } },
  },
};

function usesOf(description: Partial<ClusterDescription>): EnvUse[] {
  const model = clusterModel(description);
  const pod = { spec: { containers: [{ name: 'web', image: 'shop/web:1' }] } };
  const templates = [
    injectSidecar(pod, model, { runsToCompletion: true, defaultServiceAccount: 'datadog-agent' }),
    connectToNodeAgent(pod, model, nodeIntakes(model)),
  ];
  return envUses([
    ...clusterAgentManifests(model, model.features.admissionController && webhook()),
    ...runnerManifests(model),
    ...nodeAgentManifests(model),
    ...templates.map((template, at) => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: `web-${at}` }, spec: { template } })),
  ]);
}

describe('a cluster with everything on: every env var is known to its Agent, in the container that has it, with a value of its type', () => {
  test.each(['7.78.0', '7.81.1', '7.83.0'])('by plain manifests, Agent %s', agentVersion => {
    // These need 7.81.
    const without = agentVersion === '7.78.0' ? { networkMonitoring: { enabled: false }, universalServiceMonitoring: { enabled: false } } : {};
    const uses = usesOf({ ...EVERYTHING, agentVersion, features: { ...EVERYTHING.features, ...without } });
    expect(faultsOf(uses, agentVersion)).toEqual([]);
    expect(uses.length).toBeGreaterThan(150);
  });

  test('an older Agent, with what it has', () => {
    const agentVersion = '7.71.0';
    const uses = usesOf({ agentVersion, platform: { fact: PLATFORMS.eks }, features: { logs: on, liveProcesses: on } });
    expect(faultsOf(uses, agentVersion)).toEqual([]);
  });

  test.each([['7.77.0', 0], ['7.81.2', 1]])('the webhook that adds Agents %s', (agentVersion, count) => {
    const model = webhookModel({}, { agentVersion });
    const env = sidecarWebhookEnv(model);
    expect(faultsOf(env.map(({ name, value }) => ({ where: 'webhook', reader: 'cluster-agent' as const, name, value })), agentVersion)).toEqual([]);
    expect(env.filter(({ name }) => name.includes('TLS_VERIFICATION'))).toHaveLength(count);
  });

  test('by the Operator and the Helm chart', () => {
    const of = (delivery: typeof DELIVERIES.operator | typeof DELIVERIES.helm) => {
      const model = clusterModel({ ...EVERYTHING, delivery, clusterCheckRunners: on, clusterAgent: {} });
      return delivered(model, { webhook: webhook() });
    };
    const { agentVersion } = of(DELIVERIES.helm).model;
    expect(faultsOf(envUses([datadogAgent(of(DELIVERIES.operator))]), agentVersion)).toEqual([]);
    expect(faultsOf(envUsesOfValues(helmValues(of(DELIVERIES.helm))), agentVersion)).toEqual([]);
  });
});

test('every name that the library can write is one of an Agent or of a client', () => {
  const inSomeContainer = (name: string) => (['agent', 'cluster-agent', 'application', 'system-probe', 'runner', 'sidecar'] as const)
    .some(reader => ['7.77.0', '7.83.0'].some(version => faultOf({ where: '', reader, name }, version) === undefined));
  expect(Object.keys({ ...ENV, ...FEATURE_ENV }).filter(name => !inSomeContainer(name))).toEqual([]);
});

describe('what is wrong makes the test fail', () => {
  test.each<readonly [string, Omit<EnvUse, 'where'>, string, string]>([
    ['a misspelt name', { reader: 'agent', name: 'DD_LOGS_ENABLE', value: 'true' }, '7.81.1', 'DD_LOGS_ENABLE is not known to any Agent'],
    ['a letter too much', { reader: 'cluster-agent', name: 'DD_CLUSTER_CHECKS_ENABLEDD', value: 'true' }, '7.81.1', 'DD_CLUSTER_CHECKS_ENABLEDD is not known to any Agent'],
    ['an Agent that is too old', { reader: 'agent', name: 'DD_NETWORK_CONFIG_DIRECT_SEND', value: 'true' }, '7.59.1', 'DD_NETWORK_CONFIG_DIRECT_SEND is not known to the Agent 7.59.1, but from 7.77'],
    ['an Agent that dropped it', { reader: 'agent', name: 'DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED', value: 'true' }, '7.81.1', 'DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED is not known to the Agent 7.81.1, but until 7.77'],
    ['a container that does not read it', { reader: 'agent', name: 'DD_ADMISSION_CONTROLLER_ENABLED', value: 'true' }, '7.81.1', 'DD_ADMISSION_CONTROLLER_ENABLED is not for agent'],
    ['a flag that is a word', { reader: 'agent', name: 'DD_APM_ENABLED', value: 'yes' }, '7.81.1', "DD_APM_ENABLED is 'yes', which is not a boolean"],
    ['a port that is a text', { reader: 'sidecar', name: 'DD_HEALTH_PORT', value: 'http' }, '7.81.1', "DD_HEALTH_PORT is 'http', which is not a integer"],
    ['a setting of the Agent in an application', { reader: 'application', name: 'DD_LOGS_ENABLED', value: 'true' }, '7.81.1', 'DD_LOGS_ENABLED is not known to clients of the Agent'],
  ])('%s', (_, use, version, expected) => expect(faultOf({ where: '', ...use }, version)).toBe(expected));

  test('in the manifests themselves', () => {
    const [first, ...rest] = usesOf(EVERYTHING);
    expect(faultsOf([{ ...first, name: `${first.name.slice(0, -1)}` }, ...rest], '7.81.1')).toHaveLength(1);
  });
});
