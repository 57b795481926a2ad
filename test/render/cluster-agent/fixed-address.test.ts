import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { clusterAgentDeployment } from '../../../src/render/cluster-agent/deployment';
import { clusterAgentManifests } from '../../../src/render/cluster-agent/manifests';
import { clusterModel } from '../models';

const cluster = (serviceCidr?: string, more: Partial<ClusterDescription> = {}) =>
  clusterModel({ platform: { fact: PLATFORMS.eksFargate, serviceCidr }, ...more });
const services = (model: ReturnType<typeof cluster>) => clusterAgentManifests(model).filter(m => m.kind === 'Service');
const TLS = { clusterAgentTls: { secretName: 'ca' } };

function urlIn(model: ReturnType<typeof cluster>): unknown {
  const [container] = clusterAgentDeployment(model).spec.template.spec.containers;
  return container.env.find((e: any) => e.name === 'DD_CLUSTER_AGENT_URL')?.value;
}

test('a Service of its own has the address, and leads to the same pods and port', () => {
  const [usual, fixed] = services(cluster('172.20.0.0/16'));
  expect(usual.metadata?.name).toBe('datadog-cluster-agent');
  expect(usual.spec).not.toHaveProperty('clusterIP');
  expect(fixed.metadata).toMatchObject({ name: 'datadog-cluster-agent-fixed', namespace: 'datadog' });
  expect(fixed.spec).toEqual({ ...usual.spec, clusterIP: '172.20.0.251', ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4'] });
});

test('with IPv6 too', () => {
  expect(services(cluster('fd00::/108'))[1].spec).toMatchObject({ clusterIP: 'fd00::fb', ipFamilies: ['IPv6'] });
});

test('it is not there where no address is known', () => {
  expect(services(cluster())).toHaveLength(1);
});

test('Kubernetes before 1.21 is not told of IP families, which it does not know', () => {
  const model = cluster(undefined, { platform: { fact: PLATFORMS.openShift3, serviceCidr: '172.30.0.0/16' } });
  const { clusterIP, ...spec } = services(model)[1].spec;
  expect(clusterIP).toBe('172.30.0.251');
  expect(Object.keys(spec).filter(key => key.startsWith('ip'))).toEqual([]);
});

test('where Agents check the certificate, the Cluster Agent signs one for the address', () => {
  expect(urlIn(cluster('172.20.0.0/16', TLS))).toBe('https://172.20.0.251:5005');
  expect(urlIn(cluster('fd00::/108', TLS))).toBe('https://[fd00::fb]:5005');
});

test('and it is told of none otherwise', () => {
  expect(urlIn(cluster('172.20.0.0/16'))).toBeUndefined();
  expect(urlIn(cluster(undefined, TLS))).toBeUndefined();
});
