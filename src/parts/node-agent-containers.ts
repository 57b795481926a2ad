/** Containers of the pod, as parts name them. */
export const AGENT = 'agent';
export const TRACE_AGENT = 'trace-agent';
export const SYSTEM_PROBE = 'system-probe';
export const AGENTS = [AGENT, TRACE_AGENT, SYSTEM_PROBE] as const;

/** Runs the image's own scripts; the only container that reads /conf.d. */
export const INIT_CONFIG = 'init-config';
