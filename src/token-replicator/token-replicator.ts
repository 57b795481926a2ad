import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { DatadogCredentials } from '../credentials/datadog-credentials';
import { ClusterChecks } from '../injection/cluster-checks';
import { addOwnObjects, idOf } from '../injection/own-object';
import { REFLECTOR_ANNOTATIONS, reflectorAnnotations } from '../render/credentials/reflector';
import { secretCommands, valueCommands } from '../render/credentials/secret-commands';
import { secretManifests, sharedSecretManifests } from '../render/credentials/secret-manifests';
import { entryPoint } from '../requirements/entry-point';
import { requireNamespace } from '../requirements/namespace';
import { requireArgument, requireOptions } from '../requirements/options';

/** Properties of a `TokenReplicator`. */
export interface TokenReplicatorProps {
  /** The API key and the Cluster Agent token. */
  readonly credentials: DatadogCredentials;
  /**
   * Namespace of the Cluster Agent, whose Secret holds the application key too.
   *
   * @default "datadog"
   */
  readonly namespace?: string;
  /**
   * Other namespaces that need the Secret.
   *
   * @default - none; `addNamespace` adds them
   */
  readonly namespaces?: string[];
  /**
   * Whether something needs the application key, so that `commands` lists it.
   *
   * @default - as `DatadogCredentials.existingSecret` says
   */
  readonly appKey?: boolean;
}

/**
 * The same API key and Cluster Agent token in every namespace that has an Agent.
 *
 * @see https://docs.datadoghq.com/integrations/eks_fargate/
 */
@entryPoint
export class TokenReplicator extends Construct {
  /** Name of the Secret in every namespace. */
  public readonly secretName: string;
  /** Namespace of the Cluster Agent. */
  public readonly namespace: string;

  private readonly credentials: DatadogCredentials;
  private readonly appKey: boolean;
  private readonly objects = new Map<string, ApiObject[]>();
  private shared?: ApiObject[];

  /** @throws when a namespace is no valid name */
  constructor(scope: Construct, id: string, props: TokenReplicatorProps) {
    super(scope, id);
    props = requireOptions('TokenReplicatorProps', props, new.target !== TokenReplicator);
    this.credentials = props.credentials;
    this.secretName = props.credentials.secretName;
    this.namespace = props.namespace ?? 'datadog';
    this.appKey = props.appKey ?? false;
    [this.namespace, ...props.namespaces ?? []].forEach(name => this.addNamespace(name));

    const { _model: model } = this.credentials;
    const checks = ClusterChecks.of(this);
    checks.promise(this, model, () => this.namespaces);
    checks.promiseCopies(this, model, () => this.otherNamespaces);
    // Labels select namespaces that this construct never hears of.
    if (model.source.kind === 'clusterExternal' && model.source.namespaceSelectors) this.addShared();
  }

  /**
   * Sees to it that a namespace has the Secret. A namespace that has it already is left as it is.
   *
   * @param name name of the namespace; it is not created
   * @throws when it is no valid name
   */
  public addNamespace(name: string): void {
    requireArgument('name', 'string', name);
    if (this.objects.has(requireNamespace(name))) return;
    const { _model: model } = this.credentials;
    const annotations = model.source.kind === 'reflector' && name === this.namespace && this.reflectorAnnotations();
    const manifests = secretManifests(model, { namespace: name, home: this.namespace, ...annotations && { annotations } });
    this.objects.set(name, addOwnObjects(new Construct(this, idOf(name)), manifests));
    if (name !== this.namespace) this.addShared();
  }

  /** Namespaces with the Secret, sorted. */
  public get namespaces(): string[] {
    return [...this.objects.keys()].sort();
  }

  /** The objects that make the Secrets. There are none for credentials of `DatadogCredentials.existingSecret`. */
  public get apiObjects(): ApiObject[] {
    return [...this.objects.values(), this.shared ?? []].flat();
  }

  /**
   * Shell commands for what must exist before the pods start: the Secrets that nothing makes, with the values in env
   * vars, and the annotations of one that Reflector copies. Empty where the objects of this construct see to it.
   */
  public get commands(): string[] {
    return secretCommands(this.credentials._model, { home: this.namespace, namespaces: this.namespaces, appKey: this.appKey });
  }

  /**
   * Shell commands that read what such Secrets have into the env vars of `commands`, but for the token.
   *
   * @internal
   */
  public get _valueCommands(): string[] {
    return valueCommands(this.credentials._model, { home: this.namespace, appKey: this.appKey });
  }

  /** Those that get what the Cluster Agent's namespace has. */
  private get otherNamespaces(): string[] {
    return this.namespaces.filter(name => name !== this.namespace);
  }

  /** The objects that are for all other namespaces at once, as they are known when the app is synthesized. */
  private addShared(): void {
    this.shared ??= addOwnObjects(this, sharedSecretManifests(this.credentials._model, {
      home: this.namespace,
      namespaces: Lazy.any({ produce: () => this.otherNamespaces }),
    }));
  }

  private reflectorAnnotations(): { [name: string]: any } {
    return Object.fromEntries(REFLECTOR_ANNOTATIONS
      .map(name => [name, Lazy.any({ produce: () => reflectorAnnotations(this.otherNamespaces)[name] })]));
  }
}
