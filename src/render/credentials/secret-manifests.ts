import { externalSecretManifests } from './external-secret';
import { literalSecret } from './literal-secret';
import { SecretRequest } from './secret-request';
import { Manifest } from '../../manifest/manifest';
import { CredentialsModel } from '../../model/credentials-model';

/** Objects that make the Secret in the namespace; none where somebody else makes it. */
export function secretManifests({ secret, source }: CredentialsModel, request: SecretRequest): Manifest[] {
  switch (source.kind) {
    case 'existing': return [];
    case 'external': return externalSecretManifests(secret, source, request);
    case 'literal': return [literalSecret(secret, source, request)];
  }
}
