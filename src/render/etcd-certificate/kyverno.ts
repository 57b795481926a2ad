import { Manifest } from '../../manifest/manifest';
import { EtcdCertificateModel, KyvernoCopy } from '../../model/etcd-certificate';
import { cloneManifests } from '../credentials/kyverno-clone';

/** A policy for the Secret, and one for the ConfigMap with the authority where that is apart. */
export function kyvernoManifests({ source, namespace }: EtcdCertificateModel, { policy }: KyvernoCopy): Manifest[] {
  const place = { home: source.namespace, namespaces: [namespace] };
  return [
    ...cloneManifests({ ...place, kind: 'Secret', name: source.secretName }, policy),
    ...source.ca.configMapName === undefined ? [] : cloneManifests({ ...place, kind: 'ConfigMap', name: source.ca.configMapName }, policy),
  ];
}
