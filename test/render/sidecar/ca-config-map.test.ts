import { caConfigMap } from '../../../src/render/sidecar/ca-config-map';
import { clusterModel } from '../models';

const PEM = '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----';

test('the certificate of the authority, in the namespace of the pods', () => {
  expect(caConfigMap(clusterModel({ clusterAgentTls: { secretName: 'tls', caCertificate: PEM, configMapName: 'authority' } }), 'shop')).toEqual([{
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'authority', namespace: 'shop', labels: { 'app.kubernetes.io/name': 'datadog', 'app.kubernetes.io/managed-by': 'cdk8s-datadog' } },
    data: { 'ca.crt': PEM },
  }]);
});

test('none where it is there, and none where nothing is checked', () => {
  expect(caConfigMap(clusterModel({ clusterAgentTls: { secretName: 'tls', configMapName: 'authority' } }), 'shop')).toEqual([]);
  expect(caConfigMap(clusterModel(), 'shop')).toEqual([]);
});
