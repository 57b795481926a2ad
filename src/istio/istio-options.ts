/** What Datadog does on a cluster with Istio; `{}` for the defaults. */
export interface IstioOptions {
  /**
   * Whether Datadog does anything with Istio. Naming `istio` of a chart switches it on, and `false` switches it off; what stands beside it then waits.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * How the mesh carries the traffic of pods.
   *
   * @default IstioDataPlane.SIDECAR
   * @see https://istio.io/latest/docs/overview/dataplane-modes/
   */
  readonly dataPlane?: IstioDataPlane;
  /**
   * Namespace of the control plane.
   *
   * @default "istio-system"
   */
  readonly controlPlaneNamespace?: string;
  /**
   * Revisions of the control plane, each with a Service `istiod-<revision>`.
   *
   * @default - none: one control plane with the Service `istiod`
   * @see https://istio.io/latest/docs/setup/upgrade/canary/
   */
  readonly revisions?: string[];
  /**
   * Whether the control plane is checked: each of its pods, as a cluster check.
   *
   * @default - true where features.clusterChecks is on
   */
  readonly controlPlaneCheck?: boolean;
  /**
   * Whether node Agents check the proxies of the pods on their nodes, the gateways among them.
   *
   * @default - true where there are node Agents
   */
  readonly proxyCheck?: boolean;
  /**
   * Further options of the check of proxies, as the integration takes them, for example `{ exclude_labels: ['source_principal'] }`.
   *
   * @default - none
   * @see https://github.com/DataDog/integrations-core/blob/master/istio/datadog_checks/istio/data/conf.yaml.example
   */
  readonly proxyCheckOptions?: any;
  /**
   * Whether a ServiceEntry lets pods of the mesh out to Datadog. A mesh whose `outboundTrafficPolicy` is `REGISTRY_ONLY`
   * closes the way without one. It is for your own pods; Datadog's are outside the mesh.
   *
   * @default - true with IstioDataPlane.SIDECAR; the proxies of nodes close no way
   */
  readonly egress?: boolean;
  /**
   * Namespaces whose pods see the ServiceEntry.
   *
   * @default - all
   */
  readonly egressNamespaces?: string[];
  /**
   * Products of Datadog whose hosts the ServiceEntry has beside those that all others use.
   *
   * @default - none
   */
  readonly egressProducts?: DatadogProduct[];
}

/** Ways in which Istio carries the traffic of pods. */
export enum IstioDataPlane {
  /** A proxy in each pod. */
  SIDECAR = 'sidecar',
  /** A proxy on each node, and waypoints. Agent 7.78 or newer for its check. */
  AMBIENT = 'ambient',
}

/** Products of Datadog that send to hosts of their own. */
export enum DatadogProduct {
  /** Database Monitoring. */
  DATABASE_MONITORING = 'database-monitoring',
  /** Network Device Monitoring. */
  NETWORK_DEVICE_MONITORING = 'network-device-monitoring',
  /** Network Path. */
  NETWORK_PATH = 'network-path',
  /** OpenTelemetry of applications that send it to Datadog without an Agent. */
  OTLP_INTAKE = 'otlp-intake',
}
