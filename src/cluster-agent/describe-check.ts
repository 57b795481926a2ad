import { ClusterCheck } from './cluster-check';
import { ClusterCheckDescription } from '../model/cluster-check';

/** The check as plain data for the model. */
export function describeCheck({ name, file, instances, initConfig, advancedAdIdentifiers, byClusterAgent }: ClusterCheck): ClusterCheckDescription {
  return { name, file, instances, initConfig, advancedAdIdentifiers: advancedAdIdentifiers?.map(id => id._model), byClusterAgent };
}
