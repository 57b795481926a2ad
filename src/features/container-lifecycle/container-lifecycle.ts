import { envOf } from '../../parts/container-env';
import { AGENT } from '../../parts/node-agent-containers';
import { feature } from '../feature';
import { SETTINGS, VALUES } from '../shared/sources';

const ENV = { DD_CONTAINER_LIFECYCLE_ENABLED: SETTINGS } as const;
const { flag } = envOf(ENV);

/** Ends of containers, which the core Agent knows from the container runtime. */
export const CONTAINER_LIFECYCLE = feature({
  name: 'containerLifecycle',
  env: ENV,
  resolve: ({ given }) => given.containerLifecycle?.enabled ?? true,
  nodeAgent: ({ features }) => ({ env: { [AGENT]: [flag('DD_CONTAINER_LIFECYCLE_ENABLED', features.containerLifecycle)] } }),
  // On by default in the Agent.
  sidecar: ({ features }) => features.containerLifecycle ? {} : { env: [flag('DD_CONTAINER_LIFECYCLE_ENABLED', false)] },
  helm: {
    keys: [{ keys: ['datadog.containerLifecycle.enabled'], ...VALUES }],
    values: ({ nodeAgent, features }) => nodeAgent ? { datadog: { containerLifecycle: { enabled: features.containerLifecycle } } } : {},
    env: { agent: { DD_CONTAINER_LIFECYCLE_ENABLED: true } },
  },
  docs: { defaults: [{ what: 'Container lifecycle', chart: 'on' }], sidecars: 'yes', nodeAgents: 'yes' },
});
