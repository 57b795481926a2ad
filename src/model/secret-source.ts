import { CredentialsModel, PlainSource, SecretKeys, SecretSource } from './credentials-model';

/** Where the Secret of the Cluster Agent's namespace comes from. */
export function homeSource(source: SecretSource): PlainSource {
  return 'from' in source ? source.from : source;
}

/** True where the Cluster Agent's namespace has the application key. A Secret that exists is taken to have it. */
export function hasAppKey({ source }: CredentialsModel): boolean {
  const home = homeSource(source);
  switch (home.kind) {
    case 'existing': return home.appKey ?? true;
    case 'external': return home.appKey !== undefined;
    case 'literal': return home.values().appKey !== undefined;
  }
}

/** Name of the Secret with the application key, in the Cluster Agent's namespace. */
export function appKeySecretOf(secret: SecretKeys): string {
  return secret.appKeySecret ?? secret.name;
}

/** What copies the Secret of the Cluster Agent's namespace to those that are known; undefined where nothing does. */
export function copierOf(source: SecretSource): string | undefined {
  switch (source.kind) {
    case 'kyverno': return 'Kyverno';
    case 'reflector': return 'Reflector';
    // With selectors, labels of the namespaces decide, and a rule looks at them.
    case 'clusterExternal': return source.namespaceSelectors ? undefined : 'ClusterExternalSecret';
    default: return undefined;
  }
}
