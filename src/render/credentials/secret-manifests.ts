import { clusterExternalSecret } from './cluster-external-secret';
import { externalSecretManifests } from './external-secret';
import { kyvernoCloneManifests } from './kyverno-clone';
import { literalSecretManifests } from './literal-secret';
import { Reach, SecretRequest } from './secret-request';
import { Manifest } from '../../manifest/manifest';
import { CredentialsModel, PlainSource, SecretKeys } from '../../model/credentials-model';

/** Objects that make the Secret in one namespace; none where somebody else makes it. */
export function secretManifests({ secret, source }: CredentialsModel, request: SecretRequest): Manifest[] {
  if (!('from' in source)) return plainManifests(secret, source, request);
  // Here one object brings the Secret everywhere else.
  if (request.namespace !== request.home) return [];
  return plainManifests(secret, source.from, { ...request, ownerless: source.kind === 'kyverno' });
}

function plainManifests(secret: SecretKeys, source: PlainSource, request: SecretRequest): Manifest[] {
  switch (source.kind) {
    case 'existing': return [];
    case 'external': return externalSecretManifests(secret, source, request);
    case 'literal': return literalSecretManifests(secret, source, request);
  }
}

/** Objects that bring the Secret to all namespaces but the Cluster Agent's; none where each namespace has its own. */
export function sharedSecretManifests({ secret, source }: CredentialsModel, reach: Reach): Manifest[] {
  switch (source.kind) {
    case 'clusterExternal': return [clusterExternalSecret(secret, source, reach)];
    case 'kyverno': return kyvernoCloneManifests(secret, source, reach);
    default: return [];
  }
}
