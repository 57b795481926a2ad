import type { Volume, VolumeMount, VolumeProjection } from 'kubernetes-types/core/v1';
import { SERVICE_ACCOUNT_TOKEN } from '../facts/sidecar';

/**
 * The token as the API server projects it into a pod that does not turn it off, for the containers that mount it alone.
 *
 * @param more what the platform projects beside it
 */
export function accountToken(more: readonly VolumeProjection[] = []): { readonly volume: Volume; readonly mount: VolumeMount } {
  const { volumeName: name, mountPath, expirationSeconds, caConfigMap } = SERVICE_ACCOUNT_TOKEN;
  const sources = [
    { serviceAccountToken: { expirationSeconds, path: 'token' } },
    { configMap: { name: caConfigMap, items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    { downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] } },
    ...more,
  ];
  return { volume: { name, projected: { defaultMode: 0o644, sources } }, mount: { name, mountPath, readOnly: true } };
}
