import { IstioModel } from '../../../src/model/istio';
import { controlPlaneChecks, proxyChecks } from '../../../src/render/istio/checks';
import { outsideTheMesh } from '../../../src/render/istio/outside-the-mesh';

const model = (changes: Partial<IstioModel> = {}): IstioModel => ({
  dataPlane: 'sidecar',
  controlPlane: { namespace: 'istio-system', services: ['istiod'] },
  proxies: { options: {} },
  ...changes,
});

test('the control plane is checked pod by pod, by the endpoints of its Service', () => {
  expect(controlPlaneChecks(model())).toEqual([{
    name: 'istio',
    file: 'istiod',
    instances: [{ istiod_endpoint: 'http://%%host%%:15014/metrics', use_openmetrics: true }],
    advancedAdIdentifiers: [{ kind: 'kube_endpoints', namespace: 'istio-system', name: 'istiod' }],
  }]);
});

test('each revision has a Service and a file', () => {
  const checks = controlPlaneChecks(model({ controlPlane: { namespace: 'mesh', services: ['istiod-1-30', 'istiod-1-31'] } }));
  expect(checks.map(({ file, advancedAdIdentifiers }) => [file, advancedAdIdentifiers![0].namespace, advancedAdIdentifiers![0].name]))
    .toEqual([['istiod-1-30', 'mesh', 'istiod-1-30'], ['istiod-1-31', 'mesh', 'istiod-1-31']]);
});

test('proxies are checked by their images, and the check that the Agent brings along is off', () => {
  expect(proxyChecks(model())).toEqual({
    ignoreAutoConf: ['istio'],
    checkFiles: {
      'istio.yaml': {
        ad_identifiers: ['proxyv2', 'proxyv2-rhel8'],
        init_config: {},
        instances: [{ istio_mesh_endpoint: 'http://%%host%%:15020/stats/prometheus', use_openmetrics: true, tag_by_endpoint: false }],
      },
    },
  });
});

test('in ambient mode they are the proxies of nodes, and waypoints', () => {
  const { checkFiles } = proxyChecks(model({ dataPlane: 'ambient' }));
  const url = 'http://%%host%%:15020/stats/prometheus';
  expect(Object.entries(checkFiles!).map(([file, { ad_identifiers, instances }]) => [file, ad_identifiers, instances])).toEqual([
    ['istio.yaml', ['proxyv2', 'proxyv2-rhel8'], [{ istio_mode: 'ambient', waypoint_endpoint: url, use_openmetrics: true, tag_by_endpoint: false }]],
    ['istio-ztunnel.yaml', ['ztunnel'], [{ istio_mode: 'ambient', ztunnel_endpoint: url, use_openmetrics: true, tag_by_endpoint: false }]],
  ]);
});

test('options of the user win', () => {
  const { checkFiles } = proxyChecks(model({ proxies: { options: { tag_by_endpoint: true, exclude_labels: ['source_principal'] } } }));
  expect(checkFiles!['istio.yaml'].instances).toEqual([expect.objectContaining({ tag_by_endpoint: true, exclude_labels: ['source_principal'] })]);
});

test('what is off leaves nothing behind', () => {
  expect(controlPlaneChecks(model({ controlPlane: undefined }))).toEqual([]);
  expect(proxyChecks(model({ proxies: undefined }))).toEqual({});
});

test('a label keeps pods out of each kind of mesh', () => {
  expect(outsideTheMesh('sidecar')).toEqual({ 'sidecar.istio.io/inject': 'false' });
  expect(outsideTheMesh('ambient')).toEqual({ 'istio.io/dataplane-mode': 'none' });
});
