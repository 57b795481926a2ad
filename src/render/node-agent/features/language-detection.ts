import { ClusterModel } from '../../../model/cluster-model';
import { flag } from '../../container-env';
import { AGENT } from '../names';
import { NodeAgentPart } from '../part';

/** Languages of processes, which the core Agent tells the Cluster Agent. Off by default in the Agent. */
export function languageDetection({ features: { apmInstrumentation } }: ClusterModel): NodeAgentPart {
  const on = apmInstrumentation?.languageDetection ?? false;
  return {
    env: {
      [AGENT]: [
        flag('DD_LANGUAGE_DETECTION_ENABLED', on),
        ...on ? [flag('DD_LANGUAGE_DETECTION_REPORTING_ENABLED', true)] : [],
      ],
    },
  };
}
