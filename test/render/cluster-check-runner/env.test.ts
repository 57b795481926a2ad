import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { helmValues } from '../../../src/render/helm-values/values';
import { components } from '../components';
import { delivered } from '../helm-values/delivered';
import { clusterModel } from '../models';

const OFF = {
  DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED: 'false',
  DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED: 'false',
  DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED: 'false',
};
const named = (env: any[]) => Object.fromEntries(env.map(({ name, value }) => [name, value]));

test('a runner watches no processes and no containers, and the deprecated setting does not turn containers on', () => {
  const [, runner] = components().filter(m => m.kind === 'Deployment');
  const env = named(runner.spec.template.spec.containers[0].env);
  expect(env).toMatchObject(OFF);
  expect(Object.keys(env).filter(name => ['DD_PROCESS_AGENT_ENABLED', 'DD_PROCESS_CONFIG_ENABLED'].includes(name))).toEqual([]);
});

test('by the chart, which sets the deprecated name to false, the name that comes first says it', () => {
  const { clusterChecksRunner } = helmValues(delivered(clusterModel()));
  expect(named(clusterChecksRunner.env)).toMatchObject({ ...OFF, DD_PROCESS_CONFIG_ENABLED: 'disabled' });
});

describe('by the chart, pods are held to what the plain manifests hold them to', () => {
  const restricted = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true };
  const seccompProfile = { type: 'RuntimeDefault' };

  test.each([
    ['Fargate', PLATFORMS.eksFargate, { runAsNonRoot: true, runAsUser: 100, runAsGroup: 0, fsGroup: 0, seccompProfile }],
    ['OpenShift, which gives pods their user', PLATFORMS.openShift4, { runAsNonRoot: true, seccompProfile }],
  ])('%s', (_, fact, pod) => {
    const model = clusterModel({ platform: { fact }, clusterCheckRunners: { enabled: true } });
    const { clusterAgent, clusterChecksRunner } = helmValues(delivered(model));
    expect(clusterAgent.securityContext).toEqual(pod);
    const [initContainers, container] = [{ securityContext: restricted }, { securityContext: restricted }];
    expect(clusterAgent.containers).toEqual({ clusterAgent: container, initContainers });
    expect(clusterChecksRunner.securityContext).toEqual(pod);
    expect(clusterChecksRunner.containers).toEqual({ agent: container, initContainers });
  });
});

test('by the chart, remote configuration goes to the Cluster Agent too', () => {
  const values = (enabled: boolean) =>
    helmValues(delivered(clusterModel({ platform: { fact: PLATFORMS.eks }, features: { remoteConfiguration: { enabled } } })));
  expect(values(true)).toMatchObject({
    remoteConfiguration: { enabled: true }, clusterAgent: { admissionController: { remoteInstrumentation: { enabled: true } } },
  });
  expect(values(false).remoteConfiguration).toEqual({ enabled: false });
  expect(values(false).clusterAgent.admissionController).not.toHaveProperty('remoteInstrumentation');
});
