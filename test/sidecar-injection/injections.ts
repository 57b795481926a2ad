import { App, Chart } from 'cdk8s';
import { DatadogCredentials } from '../../src/credentials/datadog-credentials';
import { DatadogChart, DatadogChartProps } from '../../src/datadog-chart/datadog-chart';
import { Platform } from '../../src/platform/platform';
import { InjectionMethod } from '../../src/sidecar-injection/injection-method';
import { SidecarInjectionOptions } from '../../src/sidecar-injection/sidecar-injection-options';

export const CLUSTER = {
  platform: Platform.eksFargate({ kubernetesVersion: '1.36' }),
  clusterName: 'prod-tokyo',
  credentials: DatadogCredentials.existingSecret(),
};

export const WEB: SidecarInjectionOptions = {
  via: InjectionMethod.mutatingAdmissionPolicy(),
  namespaces: ['shop'],
  podLabels: { team: 'shop' },
};

/** By Datadog's webhook, with what that needs. */
export const BY_WEBHOOK: SidecarInjectionOptions = { ...WEB, via: InjectionMethod.datadogWebhook(), serviceAccounts: [{ namespace: 'shop', name: 'web' }] };
export const WEBHOOK_CLUSTER: Partial<DatadogChartProps> = { features: { admissionController: { enabled: true } } };

export function datadogChart(props: Partial<DatadogChartProps> = {}): DatadogChart {
  return new DatadogChart(new App(), 'datadog', { ...CLUSTER, ...props });
}

/** All manifests of the app. */
export function manifestsOf(chart: Chart): any[] {
  return chart.node.findAll().length > 0 ? (chart.toJson() as any[]) : [];
}

