import { COMMON_SOURCE } from '../../facts/control-plane/common';
import { controlPlaneConfigs } from '../../manifest/check-paths';
import { Rule } from '../rule';

export const keyIsBesideCertificate: Rule = {
  id: 'control-plane/key-is-beside-certificate',
  severity: 'error',
  title: 'A check of the control plane with a client certificate has its key, in a file of its own.',
  link: COMMON_SOURCE.source,
  check: ({ manifests }) => controlPlaneConfigs(manifests).flatMap(({ at, check, instances }) => instances.flatMap(instance => {
    const { tls_cert: cert, tls_private_key: key } = instance;
    if (typeof cert !== 'string' || (typeof key === 'string' && key !== cert)) return [];
    return [{
      at,
      reason: key === cert
        ? `the check '${check}' has the same file, ${cert}, for the certificate and for its key`
        : `the check '${check}' has 'tls_cert: ${cert}' and no 'tls_private_key'`,
      remedy: "Set 'tls_private_key' to the path of the key, for example the one whose name ends with -key.pem",
    }];
  })),
};
