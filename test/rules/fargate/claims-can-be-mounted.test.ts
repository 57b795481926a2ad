import { APP, check, deployment, EC2, finding, object } from '../fixtures';

const RULE = 'fargate/claims-can-be-mounted';
const statefulSet = (spec: object) => object('apps/v1', 'StatefulSet', 'shop/db', {
  spec: { template: { spec: { containers: [APP] } }, volumeClaimTemplates: [{ metadata: { name: 'data' }, spec }] },
});
const withClaim = deployment('shop/web', { containers: [APP], volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] });
const claim = (spec: object) => object('v1', 'PersistentVolumeClaim', 'shop/data', { spec });
const storageClass = (provisioner: string) => object('storage.k8s.io/v1', 'StorageClass', 'fast', { provisioner });
const volume = (driver: string, spec: object = {}) => object('v1', 'PersistentVolume', 'pv', { spec: { csi: { driver }, ...spec } });

test.each<[string, any[], string]>([
  ['a class of EBS by its name', [statefulSet({ storageClassName: 'gp3' })], "the PersistentVolumeClaim 'data' is of the StorageClass 'gp3', which has volumes of EBS or FSx"],
  ['a class of EBS by its provisioner', [statefulSet({ storageClassName: 'fast' }), storageClass('ebs.csi.aws.com')], "is of a StorageClass of 'ebs.csi.aws.com'"],
  ['the class of the cluster', [statefulSet({})], 'names no StorageClass, so that of the cluster makes a volume'],
  ['a claim of a Deployment', [withClaim, claim({ storageClassName: 'gp2' })], "the PersistentVolumeClaim 'data' is of the StorageClass 'gp2'"],
  ['a volume of another driver', [withClaim, claim({ volumeName: 'pv' }), volume('ebs.csi.aws.com')], "is bound to a volume of the driver 'ebs.csi.aws.com'"],
])('warns of %s', (_, manifests, reason) => {
  expect(check(RULE, manifests)).toEqual([finding(RULE, manifests[0], reason)]);
  expect(check(RULE, manifests, EC2)).toEqual([]);
});

test.each<[string, any[]]>([
  ['a volume of EFS', [withClaim, claim({ volumeName: 'pv', storageClassName: '' }), volume('efs.csi.aws.com')]],
  ['a class with volumes of EFS', [statefulSet({ storageClassName: 'efs' }), volume('efs.csi.aws.com', { storageClassName: 'efs' })]],
  ['a class of EFS', [statefulSet({ storageClassName: 'fast' }), storageClass('efs.csi.aws.com')]],
  ['a class that nobody knows', [statefulSet({ storageClassName: 'shared' })]],
  ['a volume that nobody knows', [withClaim, claim({ volumeName: 'x' })]],
  ['a choice among volumes', [statefulSet({ selector: {} })]],
  ['a claim that nobody knows', [withClaim]],
])('accepts %s', (_, manifests) => {
  expect(check(RULE, manifests)).toEqual([]);
});
