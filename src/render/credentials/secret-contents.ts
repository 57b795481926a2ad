import { SecretContent, SecretRequest } from './secret-request';
import { SecretKeys } from '../../model/credentials-model';

/**
 * The Secrets of a namespace and their keys. The application key stays in the Cluster Agent's namespace, where it may be
 * in a Secret of its own; no Agent elsewhere reads it.
 */
export function secretContents(secret: SecretKeys, { namespace, home }: Pick<SecretRequest, 'namespace' | 'home'>, appKey: boolean): SecretContent[] {
  const shared: SecretContent['keys'] = ['apiKey', 'token'];
  if (!appKey || namespace !== home) return [{ name: secret.name, keys: shared }];
  return secret.appKeySecret === undefined
    ? [{ name: secret.name, keys: [...shared, 'appKey'] }]
    : [{ name: secret.name, keys: shared }, { name: secret.appKeySecret, keys: ['appKey'] }];
}
