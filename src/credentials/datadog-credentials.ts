import { ClusterExternalSecretOptions, KyvernoCloneOptions, KyvernoPolicyKind, ReflectorOptions } from './copied-secret-options';
import { ExternalSecretsOptions } from './external-secrets-options';
import { ExistingSecretOptions, SecretOptions, UnsafeLiteralOptions } from './secret-options';
import { APP_KEY_SECRET_SUFFIX, DATADOG_SECRET } from '../facts/secrets';
import { CredentialsModel, ExternalSource, PlainSource, SecretKeys, SecretSource } from '../model/credentials-model';
import { requireClusterStore, requirePlainSource } from '../requirements/credentials';
import { entryPoint } from '../requirements/entry-point';
import { requireRefreshInterval, requireRemoteKeys } from '../requirements/external-secret';
import { refuseIdle } from '../requirements/idle-options';
import { requireLiteral } from '../requirements/literal';
import { requireOptions } from '../requirements/options';
import { requireSecretKey, requireSecretName } from '../requirements/secret';
import { requireToken } from '../requirements/token';

/**
 * The API key and the Cluster Agent token. One object feeds the Cluster Agent and every sidecar, so they cannot differ.
 * It never shows a value.
 */
@entryPoint
export class DatadogCredentials {
  /**
   * A Secret that exists in the Cluster Agent's namespace and in every namespace with a sidecar.
   * `TokenReplicator.commands` lists how to make them.
   */
  public static existingSecret(options: ExistingSecretOptions = {}): DatadogCredentials {
    options = requireOptions('ExistingSecretOptions', options);
    refuseAppKeyNames(options, options.appKey ?? true);
    return new DatadogCredentials(options, { kind: 'existing', appKey: options.appKey });
  }

  /**
   * Secrets that the External Secrets Operator makes, in every namespace that needs one.
   *
   * @throws when a remote key is empty, or the interval is no duration of Go
   * @see https://external-secrets.io/latest/api/externalsecret/
   */
  public static externalSecrets(options: ExternalSecretsOptions): DatadogCredentials {
    options = requireOptions('ExternalSecretsOptions', options);
    refuseAppKeyNames(options, options.appKey);
    return new DatadogCredentials(options, externalSource(options));
  }

  /**
   * One ClusterExternalSecret of the External Secrets Operator for all namespaces but the Cluster Agent's. That has an
   * ExternalSecret of its own, which may hold the application key too.
   *
   * @throws when the store does not serve the whole cluster
   * @see https://external-secrets.io/latest/api/clusterexternalsecret/
   */
  public static clusterExternalSecret(options: ClusterExternalSecretOptions): DatadogCredentials {
    options = requireOptions('ClusterExternalSecretOptions', options);
    refuseAppKeyNames(options, options.appKey);
    const from = externalSource(options);
    requireClusterStore(from.store);
    return new DatadogCredentials(options, {
      kind: 'clusterExternal',
      from,
      ...options.namespaceSelectors && { namespaceSelectors: options.namespaceSelectors },
    });
  }

  /**
   * A policy of Kyverno that copies the Secret of the Cluster Agent's namespace to the others and keeps the copies as it
   * is. The copy has every key, so the application key is in a Secret of its own.
   *
   * @throws when the source is more than the Secret of one namespace
   * @see https://kyverno.io/docs/policy-types/generating-policy/
   */
  public static kyvernoClone(options: KyvernoCloneOptions = {}): DatadogCredentials {
    options = requireOptions('KyvernoCloneOptions', options);
    const from = plainSource('kyvernoClone', options.source);
    return DatadogCredentials.copied(options.source, {
      kind: 'kyverno',
      from,
      policy: options.policy ?? KyvernoPolicyKind.GENERATING_POLICY,
    });
  }

  /**
   * Annotations by which Reflector copies the Secret of the Cluster Agent's namespace to the others. The copy has every
   * key, so the application key is in a Secret of its own. Annotations of a Secret that exists are among
   * `TokenReplicator.commands`.
   *
   * @throws when the source is more than the Secret of one namespace
   * @see https://github.com/emberstack/kubernetes-reflector
   */
  public static reflector(options: ReflectorOptions = {}): DatadogCredentials {
    options = requireOptions('ReflectorOptions', options);
    return DatadogCredentials.copied(options.source, { kind: 'reflector', from: plainSource('reflector', options.source) });
  }

  /**
   * Values that stand in the code. Whoever reads the code or the manifests has them: for a scratch cluster.
   * Every synthesis warns of it.
   *
   * @throws when a key is blank, or the token has whitespace or fewer than 32 characters
   */
  public static unsafeLiteral(options: UnsafeLiteralOptions): DatadogCredentials {
    options = requireOptions('UnsafeLiteralOptions', options);
    const { apiKey, token, appKey } = options;
    requireLiteral('apiKey', apiKey);
    if (appKey !== undefined) requireLiteral('appKey', appKey);
    requireToken(requireLiteral('token', token));
    refuseAppKeyNames(options, appKey);
    return new DatadogCredentials(options, { kind: 'literal', values: () => ({ apiKey, token, appKey }) });
  }

  private static copied(source: DatadogCredentials | undefined, copied: SecretSource): DatadogCredentials {
    const { secret, revision } = (source ?? DatadogCredentials.existingSecret())._model;
    return new DatadogCredentials({
      secretName: secret.name,
      apiKeyKey: secret.apiKey,
      appKeyKey: secret.appKey,
      tokenKey: secret.token,
      appKeySecretName: secret.appKeySecret ?? `${secret.name}${APP_KEY_SECRET_SUFFIX.value}`,
      revision,
    }, copied);
  }

  /** Name of the Secret in every namespace. */
  public readonly secretName: string;

  /** @internal */
  public readonly _model: CredentialsModel;

  private constructor(options: SecretOptions, source: SecretSource) {
    const { secretName = DATADOG_SECRET.name, appKeySecretName = secretName } = options;
    const secret: SecretKeys = {
      name: requireSecretName('secretName', secretName),
      apiKey: requireSecretKey('apiKeyKey', options.apiKeyKey ?? DATADOG_SECRET.apiKey),
      appKey: requireSecretKey('appKeyKey', options.appKeyKey ?? DATADOG_SECRET.appKey),
      token: requireSecretKey('tokenKey', options.tokenKey ?? DATADOG_SECRET.token),
      ...appKeySecretName !== secretName && { appKeySecret: requireSecretName('appKeySecretName', appKeySecretName) },
    };
    this.secretName = secret.name;
    this._model = { secret, source, ...options.revision !== undefined && { revision: options.revision } };
  }
}

/** Names for an application key that is not there. */
function refuseAppKeyNames({ appKeyKey, appKeySecretName }: SecretOptions, appKey: unknown): void {
  if (appKey) return;
  refuseIdle({
    options: { appKeyKey, appKeySecretName },
    because: 'these credentials have no application key',
    instead: "Leave it out, or give 'appKey'",
    link: 'https://docs.datadoghq.com/account_management/api-app-keys/',
  });
}

function externalSource({ store, apiKey, token, appKey, refreshInterval }: ExternalSecretsOptions): ExternalSource {
  requireRemoteKeys({ apiKey, token, appKey }, ['apiKey', 'token']);
  return { kind: 'external', store: store._model, refreshInterval: requireRefreshInterval(refreshInterval ?? '1h'), apiKey, token, appKey };
}

function plainSource(copier: string, credentials?: DatadogCredentials): PlainSource {
  return requirePlainSource(copier, credentials?._model.source ?? { kind: 'existing' });
}
