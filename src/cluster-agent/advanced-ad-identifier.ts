import { EndpointsResolve } from '../autodiscovery/autodiscovery-options';
import { AdIdentifierModel } from '../model/cluster-check';
import { entryPoint } from '../requirements/entry-point';
import { requireArgument, requireOptions } from '../requirements/options';

/** Who runs a check of endpoints. */
export interface KubeEndpointsOptions {
  /**
   * Who runs the check of an endpoint that is a pod. Agent 7.69 or newer.
   *
   * @default - EndpointsResolve.IP where all pods are on Fargate, and as the Agent does by itself elsewhere
   */
  readonly resolve?: EndpointsResolve;
}

/**
 * What a check file is for: a Service, or each endpoint of one. `%%host%%` and `%%port%%` in the check's instances are
 * those of the Service or of the endpoint. It needs no annotation on the Service, which may be somebody else's.
 *
 * @see https://docs.datadoghq.com/containers/guide/ad_identifiers/
 */
@entryPoint
export class AdvancedAdIdentifier {
  /**
   * A Service: one runner checks its address.
   *
   * @param namespace its namespace
   * @param name its name
   */
  public static kubeService(namespace: string, name: string): AdvancedAdIdentifier {
    requireArgument('namespace', 'string', namespace);
    requireArgument('name', 'string', name);
    return new AdvancedAdIdentifier({ kind: 'kube_service', namespace, name });
  }

  /**
   * Each endpoint of a Service.
   *
   * @param namespace namespace of the Service
   * @param name name of the Service
   * @param options who runs the check
   */
  public static kubeEndpoints(namespace: string, name: string, options: KubeEndpointsOptions = {}): AdvancedAdIdentifier {
    requireArgument('namespace', 'string', namespace);
    requireArgument('name', 'string', name);
    options = requireOptions('KubeEndpointsOptions', options);
    return new AdvancedAdIdentifier({ kind: 'kube_endpoints', namespace, name, resolve: options.resolve });
  }

  /** @internal */
  public readonly _model: AdIdentifierModel;

  private constructor(model: AdIdentifierModel) {
    this._model = model;
  }
}
