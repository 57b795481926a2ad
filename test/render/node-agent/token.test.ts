import { nodeAgents } from './node-agents';
import { NODE_AGENT_TOKENS } from '../../../src/facts/node-agent-tokens';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { constraintManifests } from '../../../src/render/openshift/security-context-constraints';
import { violationOf } from '../../requirements/violations';

const PATH = '/var/run/secrets/kubernetes.io/serviceaccount';
const OWN = { volumes: [{ name: 'own', emptyDir: {} }], volumeMounts: [{ name: 'own', mountPath: `${PATH}/` }] };
const PROBED = { features: { networkMonitoring: { enabled: true } } };
/** An init container of a construct's. */
const COPIES = { initContainers: [{ name: 'copies', image: 'agent:1' }] };

const withToken = ({ pod }: ReturnType<typeof nodeAgents>): string[] => [...pod.initContainers, ...pod.containers]
  .filter((c: any) => (c.volumeMounts ?? []).some((m: any) => m.name === 'datadog-agent-token'))
  .map((c: any) => c.name);

test('mounts the token into the Agents that use it, read-only, and into no init container', () => {
  const view = nodeAgents(PROBED, [COPIES]);
  expect(view.names).toEqual(['init-volume', 'init-config', 'copies', 'seccomp-setup', 'agent', 'trace-agent', 'system-probe']);
  expect(withToken(view)).toEqual(['agent', 'trace-agent', 'system-probe']);
  expect(withToken(view)).toEqual(Object.keys(NODE_AGENT_TOKENS));
  expect(view.pod.automountServiceAccountToken).toBe(false);
  expect(view.mounts('agent')).toContain(`${PATH}: datadog-agent-token`);
});

test('projects what Kubernetes itself projects: a token that is renewed, the authority of the API server, and the namespace', () => {
  expect(nodeAgents().volume('datadog-agent-token')).toEqual({
    name: 'datadog-agent-token',
    projected: {
      defaultMode: 0o644,
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] } },
      ],
    },
  });
});

test('on OpenShift the authority of Services is there, too, and the constraints allow the type of the volume', () => {
  const view = nodeAgents({ platform: { fact: PLATFORMS.openShift4 } });
  expect(view.volume('datadog-agent-token').projected.sources.slice(3)).toEqual([
    { configMap: { name: 'openshift-service-ca.crt', items: [{ key: 'service-ca.crt', path: 'service-ca.crt' }] } },
  ]);
  expect(constraintManifests(view.daemonSet, '1.31')[0].volumes).toContain('projected');
});

test.each([
  ['Kubernetes before 1.21 has no projected tokens', { platform: { fact: PLATFORMS.rkeLegacy, kubernetesVersion: '1.20' } }],
  ['OpenShift 3 neither', { platform: { fact: PLATFORMS.openShift3 } }],
  ['the user mounts something in its place', { nodeAgent: OWN }],
])('leaves the token to Kubernetes: %s', (_, description) => {
  const view = nodeAgents(description);
  expect(withToken(view)).toEqual([]);
  expect(view.pod.automountServiceAccountToken).toBe(true);
  expect(view.volume('datadog-agent-token')).toBeUndefined();
});

test('has it from Kubernetes 1.21 on', () => {
  expect(withToken(nodeAgents({ platform: { fact: PLATFORMS.eks, kubernetesVersion: '1.21' } }))).toEqual(['agent', 'trace-agent']);
});

test('refuses a volume of the user with the name of the token', () => {
  const volumes = [{ name: 'datadog-agent-token', emptyDir: {} }];
  expect(violationOf(() => nodeAgents({ nodeAgent: { volumes } })).reason).toBe("the pod has a volume 'datadog-agent-token' already");
});
