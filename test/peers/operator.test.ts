import type { EnvVar } from 'kubernetes-types/core/v1';
import { OPERATOR_CLUSTER } from './operator-cluster';
import { OPERATOR_WRITES } from './operator.facts';
import { CLUSTER_AGENT, CLUSTER_CHECK_RUNNER } from '../../src/facts/cluster-agent';
import { NODE_AGENT } from '../../src/facts/node-agent';
import { clusterAgentDeployment } from '../../src/render/cluster-agent/deployment';
import { runnerDeployment } from '../../src/render/cluster-check-runner/deployment';
import { nodeAgentDaemonSet } from '../../src/render/node-agent/daemon-set';
import { wholePart } from '../../src/render/node-agent/whole-part';
import { datadogAgent } from '../../src/render/operator/datadog-agent';
import { podOf } from '../../src/render/operator/pod-override';
import { clusterModel } from '../render/models';

const model = clusterModel(OPERATOR_CLUSTER);
const nodeAgent = model.nodeAgent!;
const { override } = datadogAgent({ model, nodeParts: [], runnerParts: [], labels: {} }).spec as any;

/** What of the plain manifests is another with the Operator, and does the same. */
const REASONS: { readonly [name: string]: string } = {
  DD_HEALTH_PORT: 'the Operator asks every Agent at one port, and these are different pods',
  DD_CLUSTER_AGENT_SERVICE_ACCOUNT_NAME: 'the name itself, in place of the field that has it',
  DD_CLUSTER_AGENT_TOKEN_NAME: 'the name of the ConfigMap with the event cursor, for which the Operator grants permissions',
  DD_EXTRA_CONFIG_PROVIDERS: 'the same two in another order',
  DD_EXTRA_LISTENERS: 'the same two in another order',
};

const PODS = [
  ...podOf(nodeAgentDaemonSet(model, nodeAgent, wholePart(model, nodeAgent))).containers.map(c => ({ container: c, writes: c.name, component: 'nodeAgent' })),
  { container: podOf(clusterAgentDeployment(model)).containers[0], writes: CLUSTER_AGENT.containerName, component: 'clusterAgent' },
  { container: podOf(runnerDeployment(model, model.clusterCheckRunners!)).containers[0], writes: CLUSTER_CHECK_RUNNER.component, component: 'clusterChecksRunner' },
];

function text({ value, valueFrom }: EnvVar): string | undefined {
  const { fieldRef, secretKeyRef } = valueFrom ?? {};
  return fieldRef?.fieldPath ?? (secretKeyRef ? `${secretKeyRef.name}/${secretKeyRef.key}` : value);
}

test.each(PODS)('what the plain manifests tell $writes arrives by the Operator too', ({ container, writes, component }) => {
  const said: EnvVar[] = override[component].containers[container.name].env ?? [];
  const arrives = (name: string) => said.some(e => e.name === name) ? text(said.find(e => e.name === name)!) : OPERATOR_WRITES[writes][name];
  const plain = container.env ?? [];
  expect(plain.length).toBeGreaterThan(10);
  const different = plain.filter(e => arrives(e.name) !== text(e));
  expect(different.filter(e => arrives(e.name) === undefined || !REASONS[e.name]).map(e => [e.name, text(e), arrives(e.name)])).toEqual([]);
});

test('nothing is said that the Operator writes by itself', () => {
  const twice = PODS.flatMap(({ container, writes, component }) => (override[component].containers[container.name].env ?? [])
    .filter((e: EnvVar) => OPERATOR_WRITES[writes][e.name] === text(e)).map((e: EnvVar) => `${writes} ${e.name}`));
  expect(twice).toEqual([]);
});

test('no reason is needless', () => {
  const other = PODS.flatMap(({ container, writes }) => (container.env ?? [])
    .filter(e => ![undefined, text(e)].includes(OPERATOR_WRITES[writes][e.name])));
  expect(Object.keys(REASONS).filter(name => !other.some(e => e.name === name))).toEqual([]);
  expect(NODE_AGENT.healthPort).toBe(Number(OPERATOR_WRITES.agent.DD_HEALTH_PORT));
});
