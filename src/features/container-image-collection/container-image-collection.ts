import { envOf } from '../../parts/container-env';
import { AGENT } from '../../parts/node-agent-containers';
import { feature } from '../feature';
import { SETTINGS, VALUES } from '../shared/sources';

const ENV = { DD_CONTAINER_IMAGE_ENABLED: SETTINGS } as const;
const { flag } = envOf(ENV);

/** Images of containers, which the core Agent knows from the container runtime. */
export const CONTAINER_IMAGE_COLLECTION = feature({
  name: 'containerImageCollection',
  env: ENV,
  resolve: ({ given }) => given.containerImageCollection?.enabled ?? true,
  nodeAgent: ({ features }) => ({ env: { [AGENT]: [flag('DD_CONTAINER_IMAGE_ENABLED', features.containerImageCollection)] } }),
  // On by default in the Agent.
  sidecar: ({ features }) => features.containerImageCollection ? {} : { env: [flag('DD_CONTAINER_IMAGE_ENABLED', false)] },
  // The Operator always writes it as on.
  operator: { env: { agent: { DD_CONTAINER_IMAGE_ENABLED: () => true } } },
  helm: {
    keys: [{ keys: ['datadog.containerImageCollection.enabled'], ...VALUES }],
    values: ({ nodeAgent, features }) => nodeAgent ? { datadog: { containerImageCollection: { enabled: features.containerImageCollection } } } : {},
    env: { agent: { DD_CONTAINER_IMAGE_ENABLED: true } },
  },
  docs: { defaults: [{ what: 'Container images', chart: 'on' }], sidecars: 'yes', nodeAgents: 'yes' },
});
