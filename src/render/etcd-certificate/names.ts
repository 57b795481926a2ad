import { componentLabels } from '../labels';

/** Name of the objects that copy the certificate. */
export const COPIER = 'datadog-etcd-certificate';

export function copierLabels(): { [name: string]: string } {
  return componentLabels('etcd-certificate');
}
