import type { EnvVar } from 'kubernetes-types/core/v1';
import { flag, value } from './container-env';
import { DogstatsdModel } from '../model/agent-features';

/** Tags of metrics by the container that sent them: by the process behind the socket, and by what the client says. */
export function originDetectionEnv({ originDetection, tagCardinality }: DogstatsdModel): EnvVar[] {
  return [
    ...originDetection ? [flag('DD_DOGSTATSD_ORIGIN_DETECTION', true), flag('DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT', true)] : [],
    ...tagCardinality === undefined ? [] : [value('DD_DOGSTATSD_TAG_CARDINALITY', tagCardinality)],
  ];
}
