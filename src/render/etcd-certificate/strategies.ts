import { copyCommand } from './by-hand';
import { externalSecretManifests } from './external-secret';
import { firstJobCommand, jobManifests } from './job';
import { kyvernoManifests } from './kyverno';
import { Manifest } from '../../manifest/manifest';
import { CertificateCopy, EtcdCertificateModel } from '../../model/etcd-certificate';

/** One way to bring the certificate to the namespace of the Agents. */
interface Strategy<Copy extends CertificateCopy> {
  /** No object of ours is that Secret or asks for it, so rules take it as promised. */
  readonly promised?: true;
  /** Objects that do it. */
  manifests(model: EtcdCertificateModel, copy: Copy): Manifest[];
  /** Shell commands (bash) for what they leave to people: the copy itself, or the first one without waiting. */
  commands?(model: EtcdCertificateModel): string[];
}

/** Every strategy, by the kind of its data in the model. */
const STRATEGIES: { readonly [Kind in CertificateCopy['kind']]: Strategy<Extract<CertificateCopy, { readonly kind: Kind }>> } = {
  externalSecrets: { manifests: externalSecretManifests },
  kyverno: { manifests: kyvernoManifests, promised: true },
  job: { manifests: jobManifests, commands: model => [firstJobCommand(model)] },
  byHand: { manifests: () => [], commands: model => [copyCommand(model)], promised: true },
};

export function strategyOf({ copy }: EtcdCertificateModel): Strategy<CertificateCopy> {
  return STRATEGIES[copy.kind];
}
