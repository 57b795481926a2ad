import { HostMountFact } from '../facts/node-host';

/** A folder of the host, read-only, for the containers named. */
export function hostFolder({ volume, hostPath, mountPath }: HostMountFact, ...containers: readonly string[]) {
  return {
    volume: { name: volume, hostPath: { path: hostPath } },
    mounts: Object.fromEntries(containers.map(name => [name, [{ mountPath, readOnly: true }]])),
  };
}
