import { Fact } from './fact';

/** Products of Datadog that have hosts of their own. */
export type IntakeProduct = 'database-monitoring' | 'network-device-monitoring' | 'network-path' | 'otlp-intake';

/** A host of a Datadog site that data goes to or comes from, all by HTTPS. */
export interface IntakeHostFact extends Fact {
  /** What stands before the domain of the site; `*` is any one label. */
  readonly prefix: string;
  /** What goes there. */
  readonly purpose: string;
  /** Only those who use this product need the host. */
  readonly product?: IntakeProduct;
}

const DOCS = { source: 'https://docs.datadoghq.com/agent/configuration/network/#destinations', checkedOn: '2026-11-21' };

export const INTAKE_HOSTS: readonly IntakeHostFact[] = [
  { prefix: '*.agent', purpose: 'metrics, events, checks, traces and flares, each version of the Agent to a name of its own', ...DOCS },
  { prefix: 'api', purpose: 'validity of keys, and external metrics', ...DOCS },
  { prefix: 'config', purpose: 'remote configuration', ...DOCS },
  { prefix: 'orchestrator', purpose: 'Kubernetes resources', ...DOCS },
  { prefix: 'contlcycle-intake', purpose: 'ends of containers and pods', ...DOCS },
  { prefix: 'contimage-intake', purpose: 'container images', ...DOCS },
  { prefix: 'sbom-intake', purpose: 'contents of container images', ...DOCS },
  { prefix: 'process', purpose: 'processes and containers', ...DOCS },
  { prefix: 'instrumentation-telemetry-intake', purpose: 'telemetry of tracers and Agents', ...DOCS },
  { prefix: 'intake.profile', purpose: 'profiles', ...DOCS },
  { prefix: 'agent-http-intake.logs', purpose: 'logs', ...DOCS },
  { prefix: 'dbm-metrics-intake', purpose: 'Database Monitoring', product: 'database-monitoring', ...DOCS },
  { prefix: 'dbquery-intake', purpose: 'Database Monitoring', product: 'database-monitoring', ...DOCS },
  { prefix: 'ndm-intake', purpose: 'Network Device Monitoring', product: 'network-device-monitoring', ...DOCS },
  { prefix: 'ndmflow-intake', purpose: 'Network Device Monitoring', product: 'network-device-monitoring', ...DOCS },
  { prefix: 'snmp-traps-intake', purpose: 'Network Device Monitoring', product: 'network-device-monitoring', ...DOCS },
  { prefix: 'netpath-intake', purpose: 'Network Path', product: 'network-path', ...DOCS },
  {
    prefix: 'otlp',
    purpose: 'OpenTelemetry of applications that send without an Agent',
    product: 'otlp-intake',
    source: 'https://docs.datadoghq.com/opentelemetry/setup/otlp_ingest/',
    checkedOn: '2026-11-21',
  },
];
