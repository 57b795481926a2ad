import { Fact } from './fact';

const CHECK = { source: 'https://docs.datadoghq.com/integrations/istio/', checkedOn: '2026-11-21' };
const ANNOTATIONS = { source: 'https://istio.io/latest/docs/reference/config/annotations/', checkedOn: '2026-11-21' };

/** How Istio carries the traffic of pods: by a proxy in each, or by one on each node. */
export type IstioDataPlaneName = 'sidecar' | 'ambient';

/**
 * By these labels Istio adds a proxy to a pod. A namespace with the first is in or out by its value, whatever revision it
 * names; one with a revision is in; in all others a pod is in that says so. None of them holds against a pod that says it is
 * out. The label of a pod took the place of an annotation of the same name in Istio 1.10.
 */
export const INJECTION = {
  namespace: 'istio-injection',
  enabled: 'enabled',
  revision: 'istio.io/rev',
  pod: 'sidecar.istio.io/inject',
  inside: 'true',
  outside: 'false',
  source: 'https://istio.io/latest/docs/reference/config/labels/; istio, manifests/charts/istio-control/istio-discovery/templates/mutatingwebhook.yaml',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** By this label, on a namespace or a pod, the proxies of nodes carry the traffic of pods. A pod's own wins. */
export const DATA_PLANE_MODE = {
  name: 'istio.io/dataplane-mode',
  inside: 'ambient',
  outside: 'none',
  source: 'https://istio.io/latest/docs/reference/config/labels/',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** The container of a proxy, which the injection adds, and which a gateway's manifest has. */
export const PROXY_CONTAINER: Fact & { readonly name: string } = {
  name: 'istio-proxy',
  source: 'istio, manifests/charts/istio-control/istio-discovery/files/injection-template.yaml',
  checkedOn: '2026-11-21',
};

/** A proxy with this mode takes no traffic by itself, so its pod needs no init container that changes the network. */
export const INTERCEPTION_MODE = { name: 'sidecar.istio.io/interceptionMode', none: 'NONE', ...ANNOTATIONS } as const satisfies Fact & Record<string, string>;

/** A gateway is a proxy and nothing else; it has no init container either. */
export const INJECTION_TEMPLATES = { name: 'inject.istio.io/templates', gateway: 'gateway', ...ANNOTATIONS } as const satisfies Fact & Record<string, string>;

/**
 * The init container that leads a pod's traffic to its proxy adds NET_ADMIN, which Fargate refuses: `Pod not supported on
 * Fargate: invalid SecurityContext fields: Capabilities added: NET_ADMIN`. The CNI plugin that would do in its place comes
 * by a DaemonSet.
 */
export const NO_PROXY_ON_FARGATE: Fact & { readonly seen: string } = {
  seen: 'https://github.com/aws/aws-app-mesh-roadmap/issues/158',
  source: 'https://github.com/aws/containers-roadmap/issues/682',
  checkedOn: '2026-11-21',
};

/** Datadog advises against a proxy in pods of the Agent. With one, and strict mutual TLS, the API server reaches no webhook of it. */
export const DATADOG_OUTSIDE_THE_MESH: Fact = {
  source: 'https://docs.datadoghq.com/integrations/istio/#disable-sidecar-injection-for-datadog-agent-pods',
  checkedOn: '2026-11-21',
};

/** The control plane: a Service for each revision, and one without a suffix where there are no revisions. */
export const ISTIOD = {
  namespace: 'istio-system',
  service: 'istiod',
  metrics: 'http://%%host%%:15014/metrics',
  source: 'istio, manifests/charts/istio-control/istio-discovery/templates/service.yaml',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** The check of Istio, which reads both the control plane and the proxies. */
export const ISTIO_CHECK: Fact & { readonly name: string } = { name: 'istio', ...CHECK };

/** A container with metrics of the data plane, and the option of the check's instance that takes their address. */
export interface ProxyFact extends Fact {
  /** File of the check. */
  readonly file: string;
  /** Names of images without registry and tag. */
  readonly adIdentifiers: readonly string[];
  readonly option: string;
  /** The proxy's agent serves it itself, so mutual TLS is not asked for. */
  readonly metrics: string;
}

const METRICS = 'http://%%host%%:15020/stats/prometheus';
const ENVOY = ['proxyv2', 'proxyv2-rhel8'] as const;

/** In ambient mode, what runs Envoy is a waypoint or a gateway. */
export const PROXIES = {
  sidecar: [{ file: 'istio', adIdentifiers: ENVOY, option: 'istio_mesh_endpoint', metrics: METRICS, ...CHECK }],
  ambient: [
    { file: 'istio', adIdentifiers: ENVOY, option: 'waypoint_endpoint', metrics: METRICS, ...CHECK },
    {
      file: 'istio-ztunnel',
      adIdentifiers: ['ztunnel'],
      option: 'ztunnel_endpoint',
      metrics: METRICS,
      source: 'https://github.com/DataDog/integrations-core/pull/22581; istio, manifests/charts/ztunnel/templates/daemonset.yaml',
      checkedOn: '2026-11-21',
    },
  ],
} as const satisfies Record<IstioDataPlaneName, readonly ProxyFact[]>;

/** Name and port of what leads out of the mesh to Datadog. The name of a TLS connection is matched; nothing is decrypted. */
export const SERVICE_ENTRY = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'ServiceEntry',
  name: 'datadog',
  location: 'MESH_EXTERNAL',
  portName: 'tls',
  protocol: 'TLS',
  /** Istio resolves no wildcard in this mode, nor anything else: connections go where their client resolved the name to. */
  resolution: 'NONE',
  source: 'https://istio.io/latest/docs/reference/config/networking/service-entry/',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** The proxies of nodes let everything out, whatever the mesh says of unknown destinations, and know no wildcards. */
export const AMBIENT_HAS_NO_EGRESS_RULES: Fact = {
  source: 'https://github.com/istio/istio/issues/54281',
  checkedOn: '2026-11-21',
};
