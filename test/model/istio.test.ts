import { IstioContext, resolveIstio } from '../../src/model/istio';
import { violationOf } from '../requirements/violations';

const WITH_NODES: IstioContext = { agentVersion: '7.81.1', features: { clusterChecks: true }, clusterAgent: true, nodeAgent: true };

test('by default everything is on that can be', () => {
  expect(resolveIstio({}, WITH_NODES)).toEqual({
    dataPlane: 'sidecar',
    controlPlane: { namespace: 'istio-system', services: ['istiod'] },
    proxies: { options: {} },
    egress: { namespaces: [], products: [] },
  });
});

test('without cluster checks and without node Agents, no check is', () => {
  expect(resolveIstio({}, { ...WITH_NODES, features: { clusterChecks: false }, nodeAgent: false }))
    .toEqual({ dataPlane: 'sidecar', egress: { namespaces: [], products: [] } });
});

test('in ambient mode there is no way out to open', () => {
  expect(resolveIstio({ dataPlane: 'ambient' }, WITH_NODES)).toEqual({
    dataPlane: 'ambient',
    controlPlane: { namespace: 'istio-system', services: ['istiod'] },
    proxies: { options: {} },
  });
  expect(violationOf(() => resolveIstio({ dataPlane: 'ambient', egress: true }, WITH_NODES)).rule).toBe('istio/egress-is-for-sidecars');
});

test('the check of ambient mode needs an Agent that has it', () => {
  const old = { ...WITH_NODES, agentVersion: '7.77.0' };
  expect(violationOf(() => resolveIstio({ dataPlane: 'ambient' }, old))).toMatchObject({ rule: 'agent/has-feature', reason: expect.stringContaining('7.78') });
  expect(resolveIstio({ dataPlane: 'ambient', proxyCheck: false }, old).proxies).toBeUndefined();
  expect(resolveIstio({}, old).proxies).toEqual({ options: {} });
});

test('the control plane is checked where there is a Cluster Agent to hand the check out', () => {
  const alone = { ...WITH_NODES, clusterAgent: false };
  expect(resolveIstio({}, alone).controlPlane).toBeUndefined();
  expect(violationOf(() => resolveIstio({ controlPlaneCheck: true }, alone)))
    .toMatchObject({ rule: 'istio/checks-have-an-agent', reason: expect.stringContaining("'controlPlaneCheck' is true") });
  expect(resolveIstio({ controlPlaneCheck: true }, WITH_NODES).controlPlane).toBeDefined();
  expect(resolveIstio({ controlPlaneCheck: false }, WITH_NODES).controlPlane).toBeUndefined();
});

test('proxies are checked where there are node Agents to do it', () => {
  expect(violationOf(() => resolveIstio({ proxyCheck: true }, { ...WITH_NODES, nodeAgent: false })))
    .toMatchObject({ rule: 'istio/checks-have-an-agent', reason: expect.stringContaining("'proxyCheck' is true") });
  expect(resolveIstio({ proxyCheck: true, proxyCheckOptions: { timeout: 5 } }, WITH_NODES).proxies).toEqual({ options: { timeout: 5 } });
});

test('each revision is a Service', () => {
  expect(resolveIstio({ controlPlaneNamespace: 'mesh', revisions: ['1-30', '1-31'] }, WITH_NODES).controlPlane)
    .toEqual({ namespace: 'mesh', services: ['istiod-1-30', 'istiod-1-31'] });
});

test.each(['', 'A', '1.31', '-1', '1-', 'x'.repeat(57)])("'%s' is no revision", revision => {
  expect(violationOf(() => resolveIstio({ revisions: [revision] }, WITH_NODES)).rule).toBe('istio/revision');
});

test.each(['controlPlaneNamespace', 'egressNamespaces'])('%s is checked', option => {
  const value = option === 'egressNamespaces' ? ['No_Name'] : 'No_Name';
  expect(violationOf(() => resolveIstio({ [option]: value }, WITH_NODES)).rule).toBe('kubernetes/namespace-name');
});

test('who sees the way out, and to which hosts', () => {
  expect(resolveIstio({ egressNamespaces: ['shop'], egressProducts: ['otlp-intake'] }, WITH_NODES).egress)
    .toEqual({ namespaces: ['shop'], products: ['otlp-intake'] });
  expect(resolveIstio({ egress: false }, WITH_NODES).egress).toBeUndefined();
});
