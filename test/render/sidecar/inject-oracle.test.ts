import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SIDECAR, SOCKETS, WEBHOOK_LABEL } from '../../../src/facts/sidecar';
import { injectSidecar } from '../../../src/render/sidecar/inject';
import { clusterModel, leaves } from '../models';

/** What Datadog's own webhook makes of a pod. */
const WEBHOOKS_POD = parse(readFileSync(join(__dirname, '../../fixtures/fargate-injected-pod.expected.yaml'), 'utf8'));

const NO_LOGS = 'logs through the kubelet API are a choice of their own, which this pod does not make';
const NO_TLS_CHECK = 'checking the certificate of the Cluster Agent is a choice of its own, which this pod does not make';
const NO_REMOTE_CONFIGURATION = 'the Agent has it on by default, and here it is a choice of the user';
const RESTRICTED = 'the level restricted of the Pod Security Standards asks for it, and the webhook leaves it out';
const AGENT = '.spec.containers[datadog-agent-injected]';
const LOGS_PATH = '/opt/datadog-agent/run';
const CA_PATH = '/etc/datadog-agent/certificates';

/** Every difference between the two pods: the webhook's value, ours, and why. */
const DIFFERENCES: ReadonlyArray<readonly [path: string, webhooks: unknown, ours: unknown, reason: string]> = [
  ['.metadata.labels.agent.datadoghq.com/sidecar', 'fargate', undefined, 'it asks the webhook for an Agent, and this pod has one'],

  [`${AGENT}.env[DD_LOGS_ENABLED].name`, 'DD_LOGS_ENABLED', undefined, NO_LOGS],
  [`${AGENT}.env[DD_LOGS_ENABLED].value`, 'true', undefined, NO_LOGS],
  [`${AGENT}.env[DD_LOGS_CONFIG_K8S_CONTAINER_USE_KUBELET_API].name`, 'DD_LOGS_CONFIG_K8S_CONTAINER_USE_KUBELET_API', undefined, NO_LOGS],
  [`${AGENT}.env[DD_LOGS_CONFIG_K8S_CONTAINER_USE_KUBELET_API].value`, 'true', undefined, NO_LOGS],
  [`${AGENT}.env[DD_LOGS_CONFIG_RUN_PATH].name`, 'DD_LOGS_CONFIG_RUN_PATH', undefined, NO_LOGS],
  [`${AGENT}.env[DD_LOGS_CONFIG_RUN_PATH].value`, LOGS_PATH, undefined, NO_LOGS],
  [`${AGENT}.volumeMounts[${LOGS_PATH}].name`, 'agent-option', undefined, NO_LOGS],
  [`${AGENT}.volumeMounts[${LOGS_PATH}].mountPath`, LOGS_PATH, undefined, NO_LOGS],
  ['.spec.volumes[agent-option].name', 'agent-option', undefined, NO_LOGS],
  ['.spec.volumes[agent-option].emptyDir', {}, undefined, NO_LOGS],

  [
    `${AGENT}.env[DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION].name`,
    'DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION', undefined, NO_TLS_CHECK,
  ],
  [`${AGENT}.env[DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION].value`, 'true', undefined, NO_TLS_CHECK],
  [`${AGENT}.env[DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH].name`, 'DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH', undefined, NO_TLS_CHECK],
  [`${AGENT}.env[DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH].value`, `${CA_PATH}/ca.crt`, undefined, NO_TLS_CHECK],
  [`${AGENT}.volumeMounts[${CA_PATH}].name`, 'agent-ca-cert', undefined, NO_TLS_CHECK],
  [`${AGENT}.volumeMounts[${CA_PATH}].mountPath`, CA_PATH, undefined, NO_TLS_CHECK],
  [`${AGENT}.volumeMounts[${CA_PATH}].readOnly`, true, undefined, NO_TLS_CHECK],
  ['.spec.volumes[agent-ca-cert].name', 'agent-ca-cert', undefined, NO_TLS_CHECK],
  ['.spec.volumes[agent-ca-cert].configMap.name', 'datadog-ca-cert', undefined, NO_TLS_CHECK],

  [`${AGENT}.env[DD_REMOTE_CONFIGURATION_ENABLED].name`, undefined, 'DD_REMOTE_CONFIGURATION_ENABLED', NO_REMOTE_CONFIGURATION],
  [`${AGENT}.env[DD_REMOTE_CONFIGURATION_ENABLED].value`, undefined, 'false', NO_REMOTE_CONFIGURATION],

  [`${AGENT}.securityContext.allowPrivilegeEscalation`, undefined, false, RESTRICTED],
  [`${AGENT}.securityContext.capabilities.drop[0]`, undefined, 'ALL', RESTRICTED],
  [`${AGENT}.securityContext.runAsNonRoot`, undefined, true, RESTRICTED],
  [`${AGENT}.securityContext.runAsUser`, undefined, 100, 'the user of the image, which starts as root unless it is told'],
  [`${AGENT}.securityContext.runAsGroup`, undefined, 0, 'the group that owns what this user must read and write'],
  [`${AGENT}.securityContext.seccompProfile.type`, undefined, 'RuntimeDefault', RESTRICTED],
];

/** The pod as the user wrote it, before anybody added an Agent. */
function before(): any {
  const pod = structuredClone(WEBHOOKS_POD);
  delete pod.metadata.labels[WEBHOOK_LABEL.name];
  delete pod.metadata.annotations;
  delete pod.spec.shareProcessNamespace;
  delete pod.spec.volumes;
  pod.spec.containers = pod.spec.containers.filter((c: any) => c.name !== SIDECAR.containerName);
  for (const app of pod.spec.containers) {
    delete app.env;
    delete app.volumeMounts;
  }
  return pod;
}

function injected(): Map<string, unknown> {
  const pod = before();
  const model = clusterModel({ clusterName: 'golang-cluster' });
  return leaves({ ...pod, ...injectSidecar(pod, model, { runsToCompletion: false, defaultServiceAccount: 'datadog-agent' }) });
}

test('the pod before has nothing of the Agent', () => {
  const text = JSON.stringify(before());
  for (const trace of ['datadog', 'DD_', SOCKETS.volumeName]) expect(text).not.toContain(trace);
});

test('the pod is the one that the webhook makes, but for the differences with a reason', () => {
  const webhooks = leaves(WEBHOOKS_POD);
  const ours = injected();
  const paths = new Set([...webhooks.keys(), ...ours.keys()]);
  const found = [...paths]
    .filter(path => JSON.stringify(webhooks.get(path)) !== JSON.stringify(ours.get(path)))
    .map(path => [path, webhooks.get(path), ours.get(path)]);
  const byPath = (list: unknown[][]) => [...list].sort((a, b) => String(a[0]) < String(b[0]) ? -1 : 1);
  expect(byPath(found)).toEqual(byPath(DIFFERENCES.map(([path, theirs, own]) => [path, theirs, own])));
});

test('what both have is most of it', () => {
  const webhooks = leaves(WEBHOOKS_POD);
  const same = [...injected()].filter(([path, value]) => webhooks.has(path) && JSON.stringify(webhooks.get(path)) === JSON.stringify(value));
  expect(same.length).toBeGreaterThan(45);
});
