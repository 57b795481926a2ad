import { ViolationError } from '../base/violation';
import { StoreModel } from '../model/credentials-model';
import { entryPoint } from '../requirements/entry-point';
import { requireAwsRegion, requireProvider, requireRoleArn, requireStoreName } from '../requirements/external-secret';
import { requireArgument, requireOptions } from '../requirements/options';

const DEFAULT_NAME = 'datadog';
const ACCOUNT_NAME = 'datadog-external-secrets';

/** AWS Secrets Manager or Parameter Store as a store of the External Secrets Operator. */
export interface AwsStoreOptions {
  /** AWS region of the secrets, for example `ap-northeast-1`. */
  readonly region: string;
  /**
   * AWS service that holds them.
   *
   * @default AwsSecretService.SECRETS_MANAGER
   */
  readonly service?: AwsSecretService;
  /**
   * ARN of an IAM role that may read the secrets. A ServiceAccount that carries it (IRSA) is made beside the store.
   *
   * @default - no role: the account named by `serviceAccountName`, or the operator's own identity
   * @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
   */
  readonly roleArn?: string;
  /**
   * ServiceAccount with an IAM role (IRSA) that exists beside every store.
   *
   * @default - the one that is made for `roleArn`
   */
  readonly serviceAccountName?: string;
  /**
   * One ClusterSecretStore in place of a SecretStore in each namespace.
   *
   * @default false
   */
  readonly clusterWide?: boolean;
}

/** Services of AWS that hold secrets. */
export enum AwsSecretService {
  /** AWS Secrets Manager. */
  SECRETS_MANAGER = 'SecretsManager',
  /** AWS Systems Manager Parameter Store. */
  PARAMETER_STORE = 'ParameterStore',
}

/** How a store is made. */
export interface StoreOptions {
  /**
   * One ClusterSecretStore in place of a SecretStore in each namespace.
   *
   * @default false
   */
  readonly clusterWide?: boolean;
}

/**
 * Where the External Secrets Operator reads values from.
 *
 * @see https://external-secrets.io/latest/api/secretstore/
 */
@entryPoint
export class ExternalSecretStore {
  /**
   * Stores for AWS Secrets Manager or Parameter Store.
   *
   * @throws when both a role and an existing ServiceAccount are given, or the region or the ARN is none of AWS
   */
  public static aws(options: AwsStoreOptions): ExternalSecretStore {
    options = requireOptions('AwsStoreOptions', options);
    const { region, roleArn, serviceAccountName } = options;
    if (roleArn !== undefined && serviceAccountName !== undefined) {
      throw new ViolationError({
        rule: 'credentials/one-account-for-the-store',
        reason: `'roleArn' makes a ServiceAccount, and 'serviceAccountName' names one that exists ('${serviceAccountName}')`,
        remedy: 'Give one of the two',
        link: 'https://external-secrets.io/latest/provider/aws-secrets-manager/',
      });
    }
    requireAwsRegion(region);
    if (roleArn !== undefined) requireRoleArn(roleArn);
    const account = roleArn !== undefined ? ACCOUNT_NAME : serviceAccountName;
    return new ExternalSecretStore({
      kind: kindOf(options),
      name: DEFAULT_NAME,
      provider: {
        aws: {
          service: options.service ?? AwsSecretService.SECRETS_MANAGER,
          region,
          ...account !== undefined && { auth: { jwt: { serviceAccountRef: { name: account } } } },
        },
      },
      ...roleArn !== undefined && { account: { name: ACCOUNT_NAME, roleArn } },
    });
  }

  /**
   * Stores for any provider that the operator knows.
   *
   * @param provider `spec.provider` of a SecretStore, for example `{ vault: { ... } }`
   * @param options how the store is made
   * @throws when the provider is empty
   */
  public static fromProvider(provider: { [name: string]: any }, options: StoreOptions = {}): ExternalSecretStore {
    requireArgument('provider', '{any}', provider);
    options = requireOptions('StoreOptions', options);
    return new ExternalSecretStore({ kind: kindOf(options), name: DEFAULT_NAME, provider: requireProvider(provider) });
  }

  /**
   * A ClusterSecretStore that exists.
   *
   * @param name its name
   */
  public static fromClusterSecretStore(name: string): ExternalSecretStore {
    requireArgument('name', 'string', name);
    return new ExternalSecretStore({ kind: 'ClusterSecretStore', name: requireStoreName(name) });
  }

  /**
   * A SecretStore that exists in every namespace, under one name.
   *
   * @param name its name
   */
  public static fromSecretStore(name: string): ExternalSecretStore {
    requireArgument('name', 'string', name);
    return new ExternalSecretStore({ kind: 'SecretStore', name: requireStoreName(name) });
  }

  /** @internal */
  public readonly _model: StoreModel;

  private constructor(model: StoreModel) {
    this._model = model;
  }
}

function kindOf({ clusterWide }: StoreOptions): StoreModel['kind'] {
  return clusterWide ? 'ClusterSecretStore' : 'SecretStore';
}
