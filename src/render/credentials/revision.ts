import { SECRET_REVISION_ANNOTATION } from '../../facts/labels';
import { ClusterModel } from '../../model/cluster-model';

/** Annotation of every pod template that reads the Secret, so that both sides of the token start anew together. */
export function secretRevision({ credentials: { revision } }: Pick<ClusterModel, 'credentials'>): { [name: string]: string } {
  return revision === undefined ? {} : { [SECRET_REVISION_ANNOTATION.name]: revision };
}
