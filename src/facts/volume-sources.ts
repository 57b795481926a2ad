import { Fact } from './fact';

/** The sources of volumes that Kubernetes has, those of older versions included, and the fields without which it refuses them. */
export const VOLUME_SOURCES: Fact & {
  readonly names: readonly string[];
  /** The field that holds a path. */
  readonly paths: { readonly [source: string]: string };
  /** The field that holds the name of another object. */
  readonly objects: { readonly [source: string]: string };
} = {
  names: [
    'awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'fc',
    'flexVolume', 'flocker', 'gcePersistentDisk', 'gitRepo', 'glusterfs', 'hostPath', 'image', 'iscsi', 'nfs', 'persistentVolumeClaim',
    'photonPersistentDisk', 'portworxVolume', 'projected', 'quobyte', 'rbd', 'scaleIO', 'secret', 'storageos', 'vsphereVolume',
  ],
  paths: { hostPath: 'path' },
  objects: { configMap: 'name', persistentVolumeClaim: 'claimName', secret: 'secretName' },
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/; https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go',
  checkedOn: '2026-12-01',
};
