import { NODE_CONNECTION } from '../../../facts/node-connection';

/** The host's folder in which the Agents make the sockets that applications write to. */
export function socketFolder(container: string) {
  const { hostPath, hostPathType, mountPath } = NODE_CONNECTION;
  return {
    volume: { name: 'dsdsocket', hostPath: { path: hostPath, type: hostPathType } },
    mounts: { [container]: [{ mountPath }] },
  };
}
