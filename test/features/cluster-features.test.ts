import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../src/model/cluster-description';
import { CredentialsModel, SecretSource } from '../../src/model/credentials-model';
import { clusterModel, EXISTING } from '../render/models';
import { violationOf } from '../requirements/violations';

const on = { enabled: true };
const credentials = (source: SecretSource): CredentialsModel => ({ ...EXISTING, source });
const STORE = { kind: 'external', store: { kind: 'SecretStore', name: 's' }, refreshInterval: '1h', apiKey: { key: 'a' }, token: { key: 't' } } as const;
const literal = (appKey?: string) => credentials({ kind: 'literal', values: () => ({ apiKey: 'a', token: 't', appKey }) });
const resource = (group: string, version: string, name: string): Partial<ClusterDescription> =>
  ({ features: { orchestratorExplorer: { customResources: [{ group, version, resource: name }] } } });

test.each<[refused: string, given: Partial<ClusterDescription>, rule: string, reason: string]>([
  ['external metrics without an application key in the store', { credentials: credentials(STORE), features: { externalMetrics: on } }, 'external-metrics/has-app-key', 'have none'],
  ['external metrics without a literal application key', { credentials: literal(), features: { externalMetrics: on } }, 'external-metrics/has-app-key', 'have none'],
  ['sockets of nodes on Fargate', { features: { admissionController: { ...on, configMode: 'socket' } } }, 'admission-controller/config-mode', 'hostPath'],
  ['the address of a node on Fargate', { features: { admissionController: { ...on, configMode: 'hostip' } } }, 'admission-controller/config-mode', 'no such Agent'],
  ['a wildcard for custom resources', resource('argoproj.io', 'v1alpha1', '*'), 'orchestrator-explorer/custom-resource', 'argoproj.io/v1alpha1/*'],
  ['a wildcard for API groups', resource('*', 'v1', 'rollouts'), 'orchestrator-explorer/custom-resource', '*/v1/rollouts'],
  ['a subresource', resource('argoproj.io', 'v1alpha1', 'rollouts/status'), 'orchestrator-explorer/custom-resource', 'rollouts/status'],
  ['too many custom resources', { features: { orchestratorExplorer: { customResources: Array(101).fill({ group: 'a.b', version: 'v1', resource: 'c' }) } } }, 'orchestrator-explorer/custom-resource-count', '101'],
  ['endpoints for Prometheus without cluster checks', { features: { clusterChecks: { enabled: false }, prometheusScrape: { ...on, serviceEndpoints: true } } }, 'prometheus-scrape/needs-cluster-checks', 'are off'],
  ['remote configuration for the US government', { site: 'ddog-gov.com', features: { remoteConfiguration: on } }, 'remote-configuration/site', 'ddog-gov.com'],
  ['types of bundled events', { features: { events: { collectedTypes: [{ kind: 'Pod' }] } } }, 'events/types-are-unbundled', 'bundled'],
  ['filtered events on an old Agent', { agentVersion: '7.56.0', features: { events: { filtering: true } } }, 'agent/has-feature', 'filtering of Kubernetes events'],
])('%s are refused', (_, given, rule, reason) => {
  expect(violationOf(() => clusterModel(given))).toMatchObject({ rule, reason: expect.stringContaining(reason) });
});

test.each<[taken: string, given: CredentialsModel]>([
  ['from a store', credentials({ ...STORE, appKey: { key: 'k' } })],
  ['in a Secret that exists', credentials({ kind: 'existing', appKey: true })],
  ['in the Secret that Reflector copies', credentials({ kind: 'reflector', from: { kind: 'existing', appKey: true } })],
  ['in the code', literal('k')],
])('external metrics take an application key %s', (_, given) => {
  expect(clusterModel({ credentials: given, features: { externalMetrics: on } }).features.externalMetrics).toEqual({ useDatadogMetrics: false });
});

test('what is off is absent, and defaults are filled in', () => {
  const { kubeStateMetrics, ...defaults } = clusterModel().features;
  expect(defaults).toEqual({
    apm: { socket: true, port: false },
    dogstatsd: { socket: true, port: false, originDetection: false },
    liveProcesses: false,
    liveContainers: true,
    processDiscovery: true,
    containerLifecycle: true,
    containerImageCollection: true,
    tags: { podLabels: {}, podAnnotations: {}, nodeLabels: {}, namespaceLabels: {} },
    networkMonitoring: false,
    universalServiceMonitoring: false,
    serviceDiscovery: false,
    clusterChecks: true,
    events: { filtering: false },
    orchestratorExplorer: { customResources: [] },
    remoteConfiguration: false,
  });
  const nodes = { fact: PLATFORMS.eks };
  const admission = (given: Partial<ClusterDescription>) =>
    clusterModel({ features: { admissionController: on }, ...given }).features.admissionController;
  expect(admission({})).toEqual({ mutateUnlabelled: false, failurePolicy: 'Ignore', configMode: 'none' });
  expect(admission({ platform: nodes })).toEqual({ mutateUnlabelled: false, failurePolicy: 'Ignore', configMode: 'socket' });
});

describe('on OpenShift the webhook', () => {
  const told = (features: ClusterDescription['features'], configMode?: string, nodeAgent?: ClusterDescription['nodeAgent']) => () => clusterModel({
    platform: { fact: PLATFORMS.openShift4 }, nodeAgent, features: { ...features, admissionController: { ...on, configMode } },
  }).features.admissionController?.configMode;
  const SOCKETS = { apm: { socketEnabled: true }, dogstatsd: { socketEnabled: true } };
  const SHUT = { apm: { socketEnabled: true, portEnabled: false }, dogstatsd: { socketEnabled: true, portEnabled: false } };

  test('points pods at ports, also where the Agents listen on sockets as well', () => {
    expect(told({})()).toBe('hostip');
    expect(told(SOCKETS)()).toBe('hostip');
    expect(told({}, 'service', { hostPorts: { apm: false, dogstatsd: false } })()).toBe('service');
    expect(told({ apm: { enabled: false }, dogstatsd: { enabled: false } })()).toBe('none');
  });

  test('gives no sockets to all pods', () => {
    expect(violationOf(told(SOCKETS, 'socket'))).toMatchObject({
      rule: 'admission-controller/config-mode',
      reason: expect.stringContaining('on OpenShift a pod that is not privileged may have no folder of its node'),
      remedy: expect.stringContaining("'admission.datadoghq.com/config.mode: socket'"),
      link: 'https://docs.datadoghq.com/containers/kubernetes/distributions/#Openshift',
    });
  });

  test('never says to set a mode that is refused', () => {
    const { rule, remedy } = violationOf(told(SHUT));
    expect(rule).toBe('node-agent/config-mode-has-a-way');
    expect(remedy).toBe("Turn on what the mode needs: 'portEnabled' of the feature, with its host port");
    expect(violationOf(told({}, undefined, { hostPorts: { apm: false } })).remedy).toContain("Set 'features.admissionController.configMode' to 'service'");
    expect(told(SHUT, 'none')()).toBe('none');
  });
});
