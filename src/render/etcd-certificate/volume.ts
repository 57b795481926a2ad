import type { KeyToPath, Volume } from 'kubernetes-types/core/v1';
import { CERTIFICATE_FILES, EtcdCertificateModel } from '../../model/etcd-certificate';

/** The certificate as a folder with the same files, whatever its keys are called and wherever the authority is. */
export function certificateVolume(name: string, { secretName, keys, caConfigMap }: EtcdCertificateModel): Volume {
  const items: KeyToPath[] = [
    { key: keys.cert, path: CERTIFICATE_FILES.cert },
    { key: keys.key, path: CERTIFICATE_FILES.key },
    ...keys.ca === undefined ? [] : [{ key: keys.ca, path: CERTIFICATE_FILES.ca }],
  ];
  if (!caConfigMap) return { name, secret: { secretName, items } };
  return {
    name,
    projected: {
      sources: [
        { secret: { name: secretName, items } },
        { configMap: { name: caConfigMap.name, items: [{ key: caConfigMap.key, path: CERTIFICATE_FILES.ca }] } },
      ],
    },
  };
}
