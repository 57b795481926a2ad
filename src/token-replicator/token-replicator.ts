import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { DatadogCredentials } from '../credentials/datadog-credentials';
import { ClusterChecks } from '../injection/cluster-checks';
import { addOwnObjects } from '../injection/own-object';
import { secretCommand } from '../render/credentials/secret-command';
import { secretManifests } from '../render/credentials/secret-manifests';
import { requireNamespace } from '../requirements/namespace';

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
}

/**
 * The same API key and Cluster Agent token in every namespace that has an Agent.
 *
 * @see https://docs.datadoghq.com/integrations/eks_fargate/
 */
export class TokenReplicator extends Construct {
  /** Name of the Secret in every namespace. */
  public readonly secretName: string;
  /** Namespace of the Cluster Agent. */
  public readonly namespace: string;

  private readonly credentials: DatadogCredentials;
  private readonly objects = new Map<string, ApiObject[]>();

  /** @throws when a namespace is no valid name */
  constructor(scope: Construct, id: string, props: TokenReplicatorProps) {
    super(scope, id);
    this.credentials = props.credentials;
    this.secretName = props.credentials.secretName;
    this.namespace = props.namespace ?? 'datadog';
    [this.namespace, ...props.namespaces ?? []].forEach(name => this.addNamespace(name));
    ClusterChecks.of(this).promise(this, props.credentials._model, () => this.namespaces);
  }

  /**
   * Sees to it that a namespace has the Secret. A namespace that has it already is left as it is.
   *
   * @param name name of the namespace; it is not created
   * @throws when it is no valid name
   */
  public addNamespace(name: string): void {
    if (this.objects.has(requireNamespace(name))) return;
    const manifests = secretManifests(this.credentials._model, {
      namespace: name,
      home: this.namespace,
      withAppKey: name === this.namespace,
    });
    this.objects.set(name, addOwnObjects(new Construct(this, name), manifests));
  }

  /** Namespaces with the Secret, sorted. */
  public get namespaces(): string[] {
    return [...this.objects.keys()].sort();
  }

  /** The objects that make the Secrets; none for credentials of `DatadogCredentials.existingSecret`. */
  public get apiObjects(): ApiObject[] {
    return [...this.objects.values()].flat();
  }

  /**
   * Shell commands that make the Secrets which must exist before the pods start: one for each namespace, with the
   * values in env vars. Empty where the objects of this construct make them.
   */
  public get commands(): string[] {
    const { secret, source } = this.credentials._model;
    return source.kind === 'existing' ? this.namespaces.map(namespace => secretCommand(secret, namespace)) : [];
  }
}
