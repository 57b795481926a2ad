import { SecretCertificateFact } from '../../../src/facts/control-plane/control-plane-fact';

/** The pair in a Secret and the authority in a ConfigMap: OpenShift 4.14 and newer. */
export const APART: SecretCertificateFact = {
  from: 'secret',
  namespace: 'openshift-etcd-operator',
  secretName: 'etcd-metric-client',
  cert: 'tls.crt',
  key: 'tls.key',
  ca: { configMapName: 'etcd-metric-serving-ca', key: 'ca-bundle.crt' },
};

/** All three in one Secret: OpenShift before 4.14. */
export const TOGETHER: SecretCertificateFact = {
  from: 'secret',
  namespace: 'openshift-monitoring',
  secretName: 'kube-etcd-client-certs',
  cert: 'etcd-client.crt',
  key: 'etcd-client.key',
  ca: { key: 'etcd-client-ca.crt' },
};
