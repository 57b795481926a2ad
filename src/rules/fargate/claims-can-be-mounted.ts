import { FARGATE_VOLUMES } from '../../facts/fargate';
import { Manifest, namespaceOf } from '../../manifest/manifest';
import { LocatedPods, ManifestSet } from '../../manifest/manifest-set';
import { objectsIn } from '../../manifest/objects-in';
import { fargatePods } from '../fargate-pods';
import { Rule } from '../rule';

export const claimsCanBeMounted: Rule = {
  id: 'fargate/claims-can-be-mounted',
  severity: 'warning',
  title: 'A claim of a pod on Fargate is bound to a volume of EFS that exists.',
  link: FARGATE_VOLUMES.source.split(';')[0],
  check: context => fargatePods(context).flatMap(at => claimsOf(at, context.manifests).flatMap(({ name, spec }) => {
    const fault = faultOf(spec, context.manifests);
    return fault === undefined ? [] : [{
      at,
      reason: `the PersistentVolumeClaim '${name}' ${fault}, and Fargate mounts file systems of EFS that exist, no volumes of EBS, and makes none: the pods stay Pending`,
      remedy: `Bind the claim to a PersistentVolume of the driver '${FARGATE_VOLUMES.driver}', by 'volumeName' and 'storageClassName: ""'; or keep the pods off Fargate`,
    }];
  })),
};

interface Claim {
  readonly name: string;
  readonly spec: any;
}

/** Claims that the manifests tell of. */
function claimsOf({ manifest, pod }: LocatedPods, manifests: ManifestSet): Claim[] {
  const templates: unknown = manifest.kind === 'StatefulSet' ? manifest.spec?.volumeClaimTemplates : undefined;
  return [
    ...objectsIn<Manifest>(templates as Manifest[]).map(({ metadata, spec }) => ({ name: String(metadata?.name), spec })),
    ...objectsIn(pod.volumes).flatMap(({ persistentVolumeClaim: source }) => {
      const claim = source && manifests.find('PersistentVolumeClaim', namespaceOf(manifest), source.claimName);
      return claim ? [{ name: source.claimName, spec: claim.spec }] : [];
    }),
  ];
}

/** What is wrong with the claim, as the end of a sentence; undefined where it is right, or where nothing shows that it is not. */
function faultOf(spec: any, manifests: ManifestSet): string | undefined {
  const { volumeName, storageClassName, selector } = spec ?? {};
  if (volumeName) {
    const driver: unknown = manifests.ofKind('PersistentVolume').find(({ manifest }) => manifest.metadata?.name === volumeName)?.manifest.spec?.csi?.driver;
    return typeof driver === 'string' && driver !== FARGATE_VOLUMES.driver ? `is bound to a volume of the driver '${driver}'` : undefined;
  }
  if (selector || storageClassName === '') return undefined;
  const volumes = manifests.ofKind('PersistentVolume').filter(({ manifest }) => manifest.spec?.storageClassName === storageClassName);
  if (volumes.some(({ manifest }) => manifest.spec?.csi?.driver === FARGATE_VOLUMES.driver)) return undefined;
  if (storageClassName === undefined) return 'names no StorageClass, so that of the cluster makes a volume';
  const provisioner: unknown = manifests.ofKind('StorageClass').find(({ manifest }) => manifest.metadata?.name === storageClassName)?.manifest.provisioner;
  if (typeof provisioner === 'string') return provisioner === FARGATE_VOLUMES.driver ? undefined : `is of a StorageClass of '${provisioner}'`;
  return FARGATE_VOLUMES.blockClasses.test(String(storageClassName)) ? `is of the StorageClass '${storageClassName}', which has volumes of EBS or FSx` : undefined;
}
