import { OWN_LABELS } from './labels';
import { Manifest } from '../manifest/manifest';

export function namespaceManifest(name: string): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { ...OWN_LABELS } } };
}
