import { apm } from './apm';
import { dogstatsd } from './dogstatsd';
import { logs } from './logs';
import { processes } from './processes';
import { ClusterModel } from '../../../model/cluster-model';
import { NodeAgentPart } from '../part';

/** What each feature adds to the pod of the node Agent; nothing where it is off. */
export const FEATURE_PARTS: ReadonlyArray<(model: ClusterModel) => NodeAgentPart> = [apm, dogstatsd, logs, processes];
