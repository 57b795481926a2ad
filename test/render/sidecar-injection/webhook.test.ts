import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { webhookModel } from './injection-models';
import { SIDECAR, SOCKETS, WEBHOOK_LABEL } from '../../../src/facts/sidecar';
import { injectSidecar } from '../../../src/render/sidecar/inject';
import { sidecarWebhookEnv } from '../../../src/render/sidecar-injection/webhook-env';
import { leaves } from '../models';

/** What Datadog's own webhook makes of a pod. */
const WEBHOOKS_POD = parse(readFileSync(join(__dirname, '../../fixtures/fargate-injected-pod.expected.yaml'), 'utf8'));

const CLUSTER = {
  clusterName: 'golang-cluster',
  features: { logs: { enabled: true } },
  clusterAgentTls: { secretName: 'tls' },
};

function envOf(...args: Parameters<typeof webhookModel>): { [name: string]: any } {
  const env = sidecarWebhookEnv(webhookModel(...args));
  return Object.fromEntries(env.map(({ name, value }) => [name.replace('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_', ''), value]));
}

/** The container with what the webhook applies last: env vars by name, resources where they have limits, the security context. */
function withProfile(container: any, { env, resources, securityContext }: any): any {
  const names = env.map((e: any) => e.name);
  const kept = container.env.filter((e: any) => !names.includes(e.name));
  return { ...container, env: [...kept, ...env], ...resources.limits && { resources }, securityContext };
}

/** The pod as the user wrote it. */
function before(): any {
  const pod = structuredClone(WEBHOOKS_POD);
  delete pod.metadata.annotations;
  delete pod.spec.shareProcessNamespace;
  delete pod.spec.volumes;
  pod.spec.containers = pod.spec.containers.filter((c: any) => c.name !== SIDECAR.containerName).map(({ env, volumeMounts, ...app }: any) => app);
  return pod;
}

test('the settings of the Cluster Agent', () => {
  const { SELECTORS, PROFILES, ...others } = envOf({}, CLUSTER);
  expect(others).toEqual({
    ENABLED: 'true',
    PROVIDER: 'fargate',
    CLUSTER_AGENT_ENABLED: 'true',
    CLUSTER_AGENT_TLS_VERIFICATION_ENABLED: 'true',
    KUBELET_API_LOGGING_ENABLED: 'true',
    CONTAINER_REGISTRY: 'registry.datadoghq.com',
    IMAGE_NAME: 'agent',
    IMAGE_TAG: '7.81.1',
  });
  expect([JSON.parse(SELECTORS), JSON.parse(PROFILES)].map(list => list.length)).toEqual([1, 1]);
});

test.each([
  ['7.70.2', undefined, undefined],
  ['7.77.3', undefined, 'false'],
  ['7.78.0', 'false', 'false'],
])('an Agent %s has no setting that it does not know', (agentVersion, tls, logs) => {
  const env = envOf({}, { agentVersion });
  expect([env.CLUSTER_AGENT_TLS_VERIFICATION_ENABLED, env.KUBELET_API_LOGGING_ENABLED]).toEqual([tls, logs]);
});

test('the selector names namespaces, and leaves pods of Datadog out', () => {
  expect(JSON.parse(envOf().SELECTORS)).toEqual([{
    namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop'] }] },
    objectSelector: { matchLabels: { team: 'shop' }, matchExpressions: [{ key: 'agent.datadoghq.com/component', operator: 'DoesNotExist' }] },
  }]);
  expect(JSON.parse(envOf({ podLabels: undefined }).SELECTORS)[0].objectSelector).toEqual({
    matchExpressions: [{ key: 'agent.datadoghq.com/component', operator: 'DoesNotExist' }],
  });
});

test('the profile has what the webhook would not write itself, and resources with limits', () => {
  const [profile] = JSON.parse(envOf({}, { sidecar: { cpu: '300m', env: { DD_LOG_LEVEL: 'warn', DD_DOGSTATSD_TAGS: 'a:b' } }, tags: { env: 'prod' } }).PROFILES);
  expect(profile.env.map((e: any) => e.name)).toEqual(['DD_REMOTE_CONFIGURATION_ENABLED', 'DD_TAGS', 'DD_DOGSTATSD_TAGS', 'DD_LOG_LEVEL']);
  const resources = { cpu: '300m', memory: '256Mi' };
  expect(profile.resources).toEqual({ requests: resources, limits: resources });
  expect(profile.securityContext.runAsUser).toBe(100);
});

test('an address of the Cluster Agent, which the webhook does not know, is in the profile', () => {
  const [profile] = JSON.parse(envOf({ clusterAgentUrl: 'https://172.20.0.99:5005' }).PROFILES);
  expect(profile.env).toContainEqual({ name: 'DD_CLUSTER_AGENT_URL', value: 'https://172.20.0.99:5005' });
});

/** Between the pod of the webhook and the one that the app makes, with the reason that the mechanism has. */
const FORCED: ReadonlyArray<readonly [path: RegExp, reason: string]> = [
  [/^\.metadata\.annotations\.cluster-autoscaler/, 'the webhook notes the volume of sockets alone, and the app every emptyDir of the Agent'],
];

test("with the profile, the webhook's pod is the one that the app makes", () => {
  const model = webhookModel({}, CLUSTER);
  const { PROFILES } = envOf({}, CLUSTER);
  const webhooks = structuredClone(WEBHOOKS_POD);
  webhooks.spec.containers = webhooks.spec.containers.map((c: any) => c.name === SIDECAR.containerName ? withProfile(c, JSON.parse(PROFILES)[0]) : c);
  const pod = before();
  const ours = { ...pod, ...injectSidecar(pod, model.cluster, { runsToCompletion: false, defaultServiceAccount: 'datadog-agent' }) };
  const [theirs, own] = [leaves(webhooks), leaves(ours)];
  const paths = [...new Set([...theirs.keys(), ...own.keys()])];
  const different = paths.filter(path => JSON.stringify(theirs.get(path)) !== JSON.stringify(own.get(path)));
  const forced = (path: string) => FORCED.find(([pattern]) => pattern.test(path));
  expect(different.filter(path => !forced(path))).toEqual([]);
  expect(different.map(path => forced(path)![1])).toEqual(FORCED.map(([, reason]) => reason));
  expect(own.get('.metadata.annotations.cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes')).toContain(SOCKETS.volumeName);
  expect(own.get(`.metadata.labels.${WEBHOOK_LABEL.name}`)).toBe('fargate');
});
