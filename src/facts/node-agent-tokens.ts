import { Fact } from './fact';

/**
 * Containers of the node Agents' pod that use the token of its ServiceAccount, or that a release of the Agent has use it, and for what.
 * The init containers are not among them. They copy files and run the scripts below /etc/cont-init.d of the image (datadog-agent,
 * Dockerfiles/agent/cont-init.d: 01, 50, 51, 59, 60, 70 and 89, read on 2026-12-01): these test env vars and files, link, move, copy and
 * delete files below /etc/datadog-agent, and start services of s6. None opens a connection. A script that a user mounts there may need
 * the token, and does not have it.
 */
export const NODE_AGENT_TOKENS = {
  'agent': {
    use: 'the kubelet, the API server, checks of the control plane, and the secret backend that reads Secrets',
    source: 'https://docs.datadoghq.com/containers/kubernetes/',
    checkedOn: '2026-11-30',
  },
  /** Tags come from the core Agent. */
  'trace-agent': {
    use: 'the name of its host: where the core Agent does not answer within two seconds of its start, it runs `agent hostname`, which asks the kubelet',
    source: 'datadog-agent: comp/trace/config (acquireHostname, acquireHostnameFallback), cmd/trace-agent/subcommands/run (remote tagger)',
    checkedOn: '2026-11-30',
  },
  /**
   * Tags and workloads come from the core Agent. Current releases are built without the client of the kubelet; when the first of them
   * came is not known.
   */
  'system-probe': {
    use: 'the name of its host, on releases that are built with the client of the kubelet: where the core Agent does not answer, it asks the kubelet',
    source: 'datadog-agent: comp/core/hostname/remotehostnameimpl (getHostnameWithContextAndFallback), cmd/system-probe/subcommands/run (remote tagger and workloadmeta), tasks/build_tags.py (SYSTEM_PROBE_TAGS)',
    checkedOn: '2026-11-30',
  },
} as const satisfies Record<string, Fact & { readonly use: string }>;
