import { CredentialsModel, PlainSource, SecretSource } from './credentials-model';

/** Where the Secret of the Cluster Agent's namespace comes from. */
export function homeSource(source: SecretSource): PlainSource {
  return 'from' in source ? source.from : source;
}

/** True where the Cluster Agent's namespace has the application key. */
export function hasAppKey({ source }: CredentialsModel): boolean {
  const home = homeSource(source);
  switch (home.kind) {
    case 'existing': return home.appKey;
    case 'external': return home.appKey !== undefined;
    case 'literal': return home.values().appKey !== undefined;
  }
}
