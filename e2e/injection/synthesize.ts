import { ApiObject, ApiObjectProps, App, Chart } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { LABELS, NAMESPACE } from './workloads';
import { KubeObject } from '../manifests';
import { DatadogChart, DatadogChartProps, DatadogCredentials, InjectionMethod, Platform, SidecarInjectionOptions, SidecarPlacement } from 'cdk8s-datadog';

/** The sidecar as it is asked for in every way. */
export const SIDECARS: Record<string, { sidecar?: DatadogChartProps['sidecar']; features?: DatadogChartProps['features'] }> = {
  'by default': {},
  'with logs, tags, probes and a read-only root': {
    features: { logs: { enabled: true, containerCollectAll: true } },
    sidecar: { readOnlyRootFilesystem: true, probes: true, serviceTags: { env: 'prod', service: 'shop' }, env: { DD_LOG_LEVEL: 'warn' }, cpu: '100m' },
  },
  'as a native sidecar, by ports': {
    features: { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { socketEnabled: false, portEnabled: true } },
    sidecar: { placement: SidecarPlacement.NATIVE },
  },
};

const cluster = (name: string): DatadogChartProps => ({
  platform: Platform.eksFargate({ kubernetesVersion: '1.36', serviceCidr: '10.96.0.0/16' }),
  clusterName: 'prod-tokyo',
  credentials: DatadogCredentials.unsafeLiteral({ apiKey: 'a'.repeat(32), token: 't'.repeat(32), revision: '1' }),
  ...SIDECARS[name],
});

/** The pod with the Agent that the app itself puts into it. */
export function atSynthesis(pod: KubeObject, sidecar: string): KubeObject {
  const app = new App();
  const chart = new Chart(app, 'shop');
  new ApiObject(chart, 'pod', structuredClone(pod) as ApiObjectProps);
  new DatadogChart(app, 'datadog', cluster(sidecar)).instrument(chart);
  return synthesized(app).find(({ kind, metadata }) => kind === 'Pod' && metadata.name === pod.metadata.name)!;
}

/** What brings the Agent to the pods of the workloads when they are made. */
export function atAdmission(via: InjectionMethod, sidecar: string, options: Partial<SidecarInjectionOptions> = {}): KubeObject[] {
  return admission({ via, namespaces: [NAMESPACE], podLabels: LABELS, ...options }, sidecar);
}

/** The same for CoreDNS. */
export function forCoreDns(via: InjectionMethod): KubeObject[] {
  return admission({
    via,
    name: 'coredns-sidecar',
    namespaces: ['kube-system'],
    podLabels: { 'eks.amazonaws.com/component': 'coredns' },
    serviceAccounts: [{ namespace: 'kube-system', name: 'coredns' }],
  }, 'by default');
}

function admission(options: SidecarInjectionOptions, sidecar: string): KubeObject[] {
  const app = new App();
  new DatadogChart(app, 'datadog', cluster(sidecar)).injectAtAdmission(options);
  return synthesized(app);
}

/** Without the warnings, such as those of credentials that stand in the code. */
export function synthesized(app: App): KubeObject[] {
  const write = process.stderr.write;
  process.stderr.write = () => true;
  try {
    return parseAllDocuments(app.synthYaml()).map((document) => document.toJS());
  } finally {
    process.stderr.write = write;
  }
}
