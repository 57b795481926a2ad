import { strategyOf } from './strategies';
import { Manifest } from '../../manifest/manifest';
import { EtcdCertificateModel } from '../../model/etcd-certificate';

/** What brings the certificate to the namespace of the Agents; nothing where somebody does that by hand. */
export function certificateManifests(model: EtcdCertificateModel): Manifest[] {
  return strategyOf(model).manifests(model, model.copy);
}

/** True where the Secret comes by somebody who is none of our objects. */
export function isPromised(model: EtcdCertificateModel): boolean {
  return strategyOf(model).promised === true;
}
