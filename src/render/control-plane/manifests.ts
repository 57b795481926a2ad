import { pausePods } from './pause-pods';
import { ownServices } from './services';
import { Manifest } from '../../manifest/manifest';
import { ControlPlaneModel } from '../../model/control-plane-model';
import { certificateManifests } from '../etcd-certificate/manifests';
import { forKubernetes } from '../older-kubernetes';

/** Objects of ours: Services that find components, pods that carry checks, and what copies the certificate. */
export function controlPlaneManifests(model: ControlPlaneModel, kubernetesVersion: string): Manifest[] {
  return [
    ...model.etcdCertificate ? certificateManifests(model.etcdCertificate) : [],
    ...ownServices(model),
    ...pausePods(model),
  ].map(manifest => forKubernetes(kubernetesVersion, manifest));
}
