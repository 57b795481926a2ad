import { apm } from './apm';
import { containers } from './containers';
import { dogstatsd } from './dogstatsd';
import { languageDetection } from './language-detection';
import { logs } from './logs';
import { networkMonitoring } from './network-monitoring';
import { orchestratorExplorer } from './orchestrator-explorer';
import { otlp } from './otlp';
import { ownSockets } from './own-sockets';
import { processes } from './processes';
import { serviceDiscovery } from './service-discovery';
import { tagSources } from './tag-sources';
import { universalServiceMonitoring } from './universal-service-monitoring';
import { ClusterModel } from '../../../model/cluster-model';
import { NodeAgentPart } from '../part';

/** What each feature adds to the pod of the node Agent; nothing where it is off. */
export const FEATURE_PARTS: ReadonlyArray<(model: ClusterModel) => NodeAgentPart> = [
  apm,
  dogstatsd,
  ownSockets,
  otlp,
  logs,
  processes,
  containers,
  tagSources,
  orchestratorExplorer,
  languageDetection,
  networkMonitoring,
  universalServiceMonitoring,
  serviceDiscovery,
];
