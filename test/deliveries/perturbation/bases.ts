import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { fullDescription, fullNodeDescription } from '../../render/helm-values/full-models';
import { EXISTING } from '../../render/models';
import { fullNodes } from '../../render/operator/full-models';

const SMALL = { clusterName: 'prod-tokyo', credentials: EXISTING };

/** A cluster whose options are changed one by one. */
export interface Base {
  readonly description: ClusterDescription;
  /** Only options whose path begins so are changed; absent for all. */
  readonly of?: readonly string[];
}

/** Every optional field is there in one of them, and absent in another. */
export function bases(): Base[] {
  const nodes = fullNodeDescription();
  const withInstrumentation = (instrumentation: object): Base => ({
    description: { ...nodes, features: { ...nodes.features, apm: { portEnabled: true, instrumentation: { enabled: true, ...instrumentation } } } },
    of: ['features.apm.'],
  });
  return [
    { description: { ...SMALL, platform: { fact: PLATFORMS.eks }, clusterAgent: { checks: [{ name: 'helm', instances: [{ collect_events: true }] }] } } },
    { description: { ...SMALL, platform: { fact: PLATFORMS.eksFargate } } },
    { description: fullDescription() },
    { description: nodes },
    { description: fullNodes() },
    withInstrumentation({ enabledNamespaces: ['shop'], libVersions: { java: 'v1' } }),
    withInstrumentation({ disabledNamespaces: ['batch'] }),
    withInstrumentation({ targets: [{ name: 'web', namespaceSelector: { matchNames: ['shop'] }, ddTraceVersions: { java: 'v1' } }] }),
    { description: { ...SMALL, platform: { fact: PLATFORMS.openShift3 }, clusterCheckRunners: { enabled: true } }, of: ['platform', 'features.', 'nodeAgent.enabled'] },
    {
      description: {
        ...SMALL,
        platform: { fact: PLATFORMS.aks },
        features: {
          admissionController: { enabled: true },
          apm: { portEnabled: true },
          dogstatsd: { portEnabled: true },
          logs: { enabled: true },
          processDiscovery: { enabled: false },
        },
        nodeAgent: { containerRuntime: 'docker' },
      },
      of: ['platform', 'nodeAgent.', 'features.apm.', 'features.dogstatsd.', 'features.logs.', 'features.admissionController.'],
    },
  ];
}
