import { externalSecretManifests } from './external-secret';
import { jobManifests } from './job';
import { Manifest } from '../../manifest/manifest';
import { EtcdCertificateModel } from '../../model/etcd-certificate';
import { cloneManifests } from '../credentials/kyverno-clone';

/** What brings the certificate to the namespace of the Agents; nothing where somebody does that by hand. */
export function certificateManifests(model: EtcdCertificateModel): Manifest[] {
  const { copy, source, namespace } = model;
  switch (copy.kind) {
    case 'externalSecrets': return externalSecretManifests(model, copy);
    case 'job': return jobManifests(model, copy);
    case 'kyverno': {
      const place = { home: source.namespace, namespaces: [namespace] };
      return [
        ...cloneManifests({ ...place, kind: 'Secret', name: source.secretName }, copy.policy),
        ...source.ca.configMapName === undefined ? [] : cloneManifests({ ...place, kind: 'ConfigMap', name: source.ca.configMapName }, copy.policy),
      ];
    }
    case 'byHand': return [];
  }
}
