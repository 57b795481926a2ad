import { Fact } from './fact';

/** A feature of the Agent that looks into the kernel of its host by eBPF, to which a Fargate pod has no access. */
export interface HostFeatureFact extends Fact {
  readonly name: string;
  /** The env var that turns it on. */
  readonly env: string;
  /** The env var with which it does without eBPF. */
  readonly without?: string;
}

/** Fargate gives no access to the kernel of its host. The names of the env vars are in datadog-agent, pkg/config/setup/system_probe.go. */
const FARGATE = { source: 'https://docs.datadoghq.com/security/workload_protection/setup/fargate/', checkedOn: '2026-11-21' };

export const HOST_FEATURES: readonly HostFeatureFact[] = [
  { name: 'Cloud Network Monitoring', env: 'DD_SYSTEM_PROBE_NETWORK_ENABLED', ...FARGATE },
  { name: 'Universal Service Monitoring', env: 'DD_SYSTEM_PROBE_SERVICE_MONITORING_ENABLED', ...FARGATE },
  { name: 'the system-probe', env: 'DD_SYSTEM_PROBE_ENABLED', ...FARGATE },
  { name: 'the process check of the system-probe', env: 'DD_SYSTEM_PROBE_PROCESS_ENABLED', ...FARGATE },
  { name: 'service discovery', env: 'DD_DISCOVERY_ENABLED', ...FARGATE },
  { name: 'the OOM Kill check', env: 'DD_SYSTEM_PROBE_CONFIG_ENABLE_OOM_KILL', ...FARGATE },
  { name: 'the TCP Queue Length check', env: 'DD_SYSTEM_PROBE_CONFIG_ENABLE_TCP_QUEUE_LENGTH', ...FARGATE },
  {
    name: 'Workload Protection by eBPF',
    env: 'DD_RUNTIME_SECURITY_CONFIG_ENABLED',
    without: 'DD_RUNTIME_SECURITY_CONFIG_EBPFLESS_ENABLED',
    ...FARGATE,
  },
];
