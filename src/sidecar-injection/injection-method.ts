
import { InjectionViaDescription } from '../model/sidecar-injection';
import { entryPoint } from '../requirements/entry-point';
import { requireOptions } from '../requirements/options';

/** Kyverno on the cluster. */
export interface KyvernoMethodOptions {
  /**
   * Version of Kyverno, as major.minor. Before 1.17 a `ClusterPolicy` is made, which later versions deprecate.
   *
   * @default - 1.17 or newer, for which a `MutatingPolicy` is made
   */
  readonly version?: string;
}

/** Kubernetes's own policies. */
export interface MutatingAdmissionPolicyMethodOptions {
  /**
   * Whether the API server of Kubernetes 1.34 or 1.35 runs with the feature gate `MutatingAdmissionPolicy` and with
   * `admissionregistration.k8s.io/v1beta1` in its runtime configuration. Amazon EKS offers neither.
   *
   * @default false
   */
  readonly featureGate?: boolean;
}

/** Who adds the Agent when a pod is made. */
@entryPoint
export class InjectionMethod {
  /**
   * The webhook of the Cluster Agent. It needs `features.admissionController`, the Secret `datadog-secret`, and one selector;
   * it leaves pods their ServiceAccount.
   *
   * @see https://docs.datadoghq.com/integrations/eks_fargate/?tab=admissioncontroller
   */
  public static datadogWebhook(): InjectionMethod {
    return new InjectionMethod({ kind: 'datadogWebhook' });
  }

  /**
   * A policy of Kyverno, which must run on the cluster.
   *
   * @param options which Kyverno
   * @see https://kyverno.io/docs/policy-types/mutating-policy/
   */
  public static kyverno(options: KyvernoMethodOptions = {}): InjectionMethod {
    options = requireOptions('KyvernoMethodOptions', options);
    return new InjectionMethod({ kind: 'kyverno', version: options.version });
  }

  /**
   * A policy of Kubernetes itself, stable since 1.36: no webhook, and nothing else to run.
   *
   * @param options for older versions
   * @see https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/
   */
  public static mutatingAdmissionPolicy(options: MutatingAdmissionPolicyMethodOptions = {}): InjectionMethod {
    options = requireOptions('MutatingAdmissionPolicyMethodOptions', options);
    return new InjectionMethod({ kind: 'mutatingAdmissionPolicy', featureGate: options.featureGate });
  }

  /** @internal */
  public readonly _description: InjectionViaDescription;

  private constructor(description: InjectionViaDescription) {
    this._description = description;
  }
}
