import { ClusterModel } from '../../model/cluster-model';
import { envOf } from '../../parts/container-env';
import { requireRemoteConfigurationSite } from '../../requirements/remote-configuration';
import { feature, FeatureContext } from '../feature';
import { CHART, DOCUMENTED } from '../shared/sources';

const NAME = 'DD_REMOTE_CONFIGURATION_ENABLED';
const ENV = { [NAME]: CHART } as const;
const { flag } = envOf(ENV);

function resolve({ given: { remoteConfiguration }, site }: FeatureContext): boolean {
  if (!remoteConfiguration?.enabled) return false;
  requireRemoteConfigurationSite(site);
  return true;
}

/** On by default in the Agent. */
const env = ({ features }: ClusterModel) => [flag(NAME, features.remoteConfiguration)];

const EVERYWHERE = { [NAME]: true } as const;

/** Configuration of Agents from Datadog's site. */
export const REMOTE_CONFIGURATION = feature({
  name: 'remoteConfiguration',
  env: ENV,
  resolve,
  nodeAgent: model => ({ env: { every: env(model) } }),
  sidecar: model => ({ env: env(model) }),
  clusterAgent: model => ({ env: env(model) }),
  runners: () => ({ env: [flag(NAME, false)] }),
  operator: {
    spec: ({ features }) => ({ features: { remoteConfiguration: { enabled: features.remoteConfiguration } } }),
    env: { 'agent': EVERYWHERE, 'trace-agent': EVERYWHERE, 'system-probe': EVERYWHERE, 'cluster-agent': EVERYWHERE },
  },
  helm: {
    keys: [
      { keys: ['remoteConfiguration.enabled'], ...DOCUMENTED },
      {
        keys: ['clusterAgent.admissionController.remoteInstrumentation.enabled'],
        source: 'Datadog Helm chart 3.240.0: _helpers.tpl: clusterAgent-remoteConfiguration-enabled',
        checkedOn: '2026-11-30',
      },
    ],
    values: ({ features: { remoteConfiguration: enabled } }) => ({
      remoteConfiguration: { enabled },
      // The chart gives the Cluster Agent remote configuration only for a use of it, and this one takes the least.
      ...enabled && { clusterAgent: { admissionController: { remoteInstrumentation: { enabled: true } } } },
    }),
    env: {
      agent: EVERYWHERE,
      traceAgent: EVERYWHERE,
      systemProbe: EVERYWHERE,
      clusterAgent: {
        ...EVERYWHERE,
        DD_ADMISSION_CONTROLLER_AUTO_INSTRUMENTATION_PATCHER_ENABLED: ({ model }) => model.features.remoteConfiguration,
      },
      clusterChecksRunner: EVERYWHERE,
    },
    notes: {
      '': { difference: 'the chart gives it to the Cluster Agent together with library injection by remote configuration, for which the Cluster Agent may patch workloads where the admission controller is on' },
    },
  },
  docs: {
    defaults: [{ what: 'Remote configuration', chart: 'on, for node Agents', reason: 'configuration from outside the cluster is for the user to turn on' }],
    sidecars: 'yes',
    nodeAgents: 'yes',
    clusterAgent: 'yes',
  },
});
