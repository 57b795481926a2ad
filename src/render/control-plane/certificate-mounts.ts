import type { Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { COPIER, HOST_FOLDER } from './certificate-copier';
import { CheckHost, ComponentModel } from '../../model/control-plane-model';
import { certificateVolume } from '../etcd-certificate/volume';

/** A volume, and where its containers mount it. */
export interface MountedVolume {
  readonly volume: Volume;
  readonly mounts: { readonly [container: string]: ReadonlyArray<Omit<VolumeMount, 'name'>> };
}

/** Volumes of the certificate of one component, for the container that runs its check and for no other. */
export function certificateMounts({ id, certificate, by }: ComponentModel, container: string): MountedVolume[] {
  const name = `${id.toLowerCase()}-certificate`;
  switch (certificate?.from) {
    case undefined: return [];
    case 'host': return certificate.files.map(({ hostPath, path }) => ({
      volume: { name: `${name}-${hostPath.split('/').pop()!.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`, hostPath: { path: hostPath, ...hostPathType(by) } },
      mounts: { [container]: [{ mountPath: path, readOnly: true }] },
    }));
    case 'node': return [
      {
        volume: { name: `${name}-host`, hostPath: { path: certificate.folder } },
        mounts: { [COPIER]: [{ mountPath: HOST_FOLDER, readOnly: true }] },
      },
      {
        // In memory: a key is never written to the disk of a node once more.
        volume: { name, emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
        mounts: { [COPIER]: [{ mountPath: certificate.mountPath }], [container]: [{ mountPath: certificate.mountPath, readOnly: true }] },
      },
    ];
    case 'secret': return [{
      volume: certificateVolume(name, certificate.secret),
      mounts: { [container]: [{ mountPath: certificate.mountPath, readOnly: true }] },
    }];
  }
}

/** Runners are on nodes that have the files. Node Agents are on others too, where a type would keep them from starting. */
function hostPathType(by: CheckHost): { readonly type?: string } {
  return by === 'runners' ? { type: 'File' } : {};
}
