import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { components, difference, permissions } from '../components';

const ROLE = 'Role datadog-cluster-agent:';
const CLUSTER_ROLE = 'ClusterRole datadog-cluster-agent:';
const QUOTAS = `${CLUSTER_ROLE} quota.openshift.io/clusterresourcequotas list`;
const DEFINITIONS = 'apiextensions.k8s.io/customresourcedefinitions list,watch';
const off = { enabled: false };

const of = (description: Partial<ClusterDescription>) => permissions(components(description));

describe('the ConfigMap that is named like the Lease', () => {
  const lock = `${ROLE} configmaps[datadog-leader-election]`;
  const openShift3 = { platform: { fact: PLATFORMS.openShift3 } };

  test.each<readonly [string, Partial<ClusterDescription>, string[]]>([
    ['Agents before 7.70 get it, and end if they may not', { agentVersion: '7.69.4' }, [`${lock} get`]],
    ['so does the oldest Agent that is supported', { agentVersion: '7.47.0' }, [`${lock} get`]],
    ['Agents from 7.70 do not', { agentVersion: '7.70.0' }, []],
    ['nor does the default version', {}, []],
    ['Kubernetes without Leases has it for a lock, whatever the Agent is', { ...openShift3, agentVersion: '7.69.4' }, [`${lock} get,update`]],
    ['and with a newer Agent as well', openShift3, [`${lock} get,update`]],
  ])('%s', (_, description, expected) => {
    const found = of(description);
    expect(found.filter(line => line.startsWith(lock))).toEqual(expected);
    // It is made where it is missing.
    expect(found).toContain(`${ROLE} configmaps create`);
  });
});

test('the check of the API server, which every Cluster Agent runs, may list component statuses', () => {
  const features = { events: off, kubeStateMetrics: off, clusterChecks: off, orchestratorExplorer: off };
  for (const description of [{}, { features }, { agentVersion: '7.85.0', platform: { fact: PLATFORMS.eks, kubernetesVersion: '1.36' } }]) {
    expect(of(description).filter(line => line.includes('componentstatuses'))).toEqual([`${CLUSTER_ROLE} componentstatuses list`]);
  }
});

test.each([
  ['openShift3', true], ['openShift4', true], ['kubeadm', false], ['eks', false], ['eksFargate', false],
] as const)('quotas of a whole cluster are listed where OpenShift has them: %s %s', (platform, granted) => {
  expect(of({ platform: { fact: PLATFORMS[platform] } }).includes(QUOTAS)).toBe(granted);
});

describe('the check of kube-state-metrics finds custom resources by their definitions, whatever its collectors are', () => {
  const withDefinitions = (description: Partial<ClusterDescription>) => of(description).filter(line => line.endsWith(DEFINITIONS));
  const plain = { orchestratorExplorer: off };

  test.each<readonly [string, Partial<ClusterDescription>, string[]]>([
    ['runners run it', { features: plain }, [`ClusterRole datadog-cluster-checks: ${DEFINITIONS}`]],
    ['the Cluster Agent runs it', { features: plain, clusterCheckRunners: off }, [`${CLUSTER_ROLE} ${DEFINITIONS}`]],
    ['without cluster checks', { features: { ...plain, clusterChecks: off } }, [`${CLUSTER_ROLE} ${DEFINITIONS}`]],
    ['the check is off', { features: { ...plain, kubeStateMetrics: off } }, []],
  ])('%s', (_, description, expected) => expect(withDefinitions(description)).toEqual(expected));

  test('with Secrets, nothing but Secrets comes in', () => {
    const collectSecrets = { ...plain, kubeStateMetrics: { collectSecrets: true } };
    expect(difference(of({ features: plain }), of({ features: collectSecrets }))).toEqual(['+ ClusterRole datadog-cluster-checks: secrets list,watch']);
  });
});
