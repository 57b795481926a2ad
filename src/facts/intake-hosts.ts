import { Fact } from './fact';

/** A host of a Datadog site that Agents send to or ask, all by HTTPS. */
export interface IntakeHostFact extends Fact {
  /** What stands before the domain of the site; `*` is any one label. */
  readonly prefix: string;
  /** What goes there. */
  readonly purpose: string;
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
  { prefix: 'dbm-metrics-intake', purpose: 'Database Monitoring', ...DOCS },
  { prefix: 'dbquery-intake', purpose: 'Database Monitoring', ...DOCS },
  { prefix: 'ndm-intake', purpose: 'Network Device Monitoring', ...DOCS },
  { prefix: 'ndmflow-intake', purpose: 'Network Device Monitoring', ...DOCS },
  { prefix: 'snmp-traps-intake', purpose: 'Network Device Monitoring', ...DOCS },
  { prefix: 'netpath-intake', purpose: 'Network Path', ...DOCS },
];
