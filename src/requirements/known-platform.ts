import { ViolationError } from '../base/violation';
import { PlatformFact } from '../facts/platforms/platform-fact';
import { PLATFORMS } from '../facts/platforms/platforms';

/** The row of a platform. */
export function requirePlatform(id: string): PlatformFact {
  const rows: readonly PlatformFact[] = Object.values(PLATFORMS);
  const row = rows.find(platform => platform.id === id);
  if (row) return row;
  throw new ViolationError({
    rule: 'platform/is-known',
    reason: `${JSON.stringify(id)} is the id of no platform that the library knows: ${rows.map(platform => platform.id).join(', ')}`,
    remedy: 'Write one of them, or describe the cluster with Platform.custom(...)',
    link: 'https://docs.datadoghq.com/containers/kubernetes/distributions/',
  });
}
