import { ADMISSION_CONTROLLER } from './admission-controller/admission-controller';
import { APM } from './apm/apm';
import { APM_INSTRUMENTATION } from './apm-instrumentation/apm-instrumentation';
import { CLUSTER_CHECKS } from './cluster-checks/cluster-checks';
import { CONTAINER_IMAGE_COLLECTION } from './container-image-collection/container-image-collection';
import { CONTAINER_LIFECYCLE } from './container-lifecycle/container-lifecycle';
import { DOGSTATSD } from './dogstatsd/dogstatsd';
import { EVENTS } from './events/events';
import { EXTERNAL_METRICS } from './external-metrics/external-metrics';
import { EnvFacts, Feature } from './feature';
import { KUBE_STATE_METRICS } from './kube-state-metrics/kube-state-metrics';
import { LIVE_CONTAINERS } from './live-containers/live-containers';
import { LIVE_PROCESSES } from './live-processes/live-processes';
import { LOGS } from './logs/logs';
import { NETWORK_MONITORING } from './network-monitoring/network-monitoring';
import { ORCHESTRATOR_EXPLORER } from './orchestrator-explorer/orchestrator-explorer';
import { OTLP } from './otlp/otlp';
import { PROCESS_DISCOVERY } from './process-discovery/process-discovery';
import { PROMETHEUS_SCRAPE } from './prometheus-scrape/prometheus-scrape';
import { REMOTE_CONFIGURATION } from './remote-configuration/remote-configuration';
import { SERVICE_DISCOVERY } from './service-discovery/service-discovery';
import { TAGS } from './tags/tags';
import { UNIVERSAL_SERVICE_MONITORING } from './universal-service-monitoring/universal-service-monitoring';
import { FeatureName } from '../model/features-model';
import { agreed } from '../parts/agreed';

/** All features, in the order of docs/features.md. */
export const FEATURES: ReadonlyArray<Feature<FeatureName>> = [
  APM,
  APM_INSTRUMENTATION,
  DOGSTATSD,
  OTLP,
  LOGS,
  LIVE_CONTAINERS,
  PROCESS_DISCOVERY,
  LIVE_PROCESSES,
  CONTAINER_LIFECYCLE,
  CONTAINER_IMAGE_COLLECTION,
  TAGS,
  NETWORK_MONITORING,
  UNIVERSAL_SERVICE_MONITORING,
  SERVICE_DISCOVERY,
  CLUSTER_CHECKS,
  KUBE_STATE_METRICS,
  EVENTS,
  ORCHESTRATOR_EXPLORER,
  EXTERNAL_METRICS,
  ADMISSION_CONTROLLER,
  PROMETHEUS_SCRAPE,
  REMOTE_CONFIGURATION,
];

/** The env vars of all features with their sources. */
export const FEATURE_ENV: EnvFacts = agreed('the env var', FEATURES.map(({ name, env = {} }) => ({ from: `the feature '${name}'`, values: env })));
