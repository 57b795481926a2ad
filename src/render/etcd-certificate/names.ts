import { OWN_LABELS } from '../../parts/labels';

/** Name of the objects that copy the certificate. */
export const COPIER = 'datadog-etcd-certificate';

export function copierLabels(): { [name: string]: string } {
  return { ...OWN_LABELS, 'app.kubernetes.io/component': 'etcd-certificate' };
}
