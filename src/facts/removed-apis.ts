import { Fact } from './fact';

/** A version of an API that Kubernetes no longer serves. */
export interface RemovedApiFact extends Fact {
  readonly apiVersion: string;
  /** All kinds of the version where there are none. */
  readonly kinds?: readonly string[];
  /** The first Kubernetes, as major.minor, that does not serve it. */
  readonly removedIn: string;
  readonly instead: string;
}

const GUIDE = { source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/', checkedOn: '2026-11-30' };

export const REMOVED_APIS: readonly RemovedApiFact[] = [
  { apiVersion: 'extensions/v1beta1', kinds: ['DaemonSet', 'Deployment', 'ReplicaSet'], removedIn: '1.16', instead: 'apps/v1', ...GUIDE },
  { apiVersion: 'extensions/v1beta1', kinds: ['NetworkPolicy'], removedIn: '1.16', instead: 'networking.k8s.io/v1', ...GUIDE },
  { apiVersion: 'extensions/v1beta1', kinds: ['Ingress'], removedIn: '1.22', instead: 'networking.k8s.io/v1', ...GUIDE },
  { apiVersion: 'apps/v1beta1', removedIn: '1.16', instead: 'apps/v1', ...GUIDE },
  { apiVersion: 'apps/v1beta2', removedIn: '1.16', instead: 'apps/v1', ...GUIDE },
  { apiVersion: 'networking.k8s.io/v1beta1', kinds: ['Ingress', 'IngressClass'], removedIn: '1.22', instead: 'networking.k8s.io/v1', ...GUIDE },
  { apiVersion: 'rbac.authorization.k8s.io/v1beta1', removedIn: '1.22', instead: 'rbac.authorization.k8s.io/v1', ...GUIDE },
  { apiVersion: 'admissionregistration.k8s.io/v1beta1', kinds: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'], removedIn: '1.22', instead: 'admissionregistration.k8s.io/v1', ...GUIDE },
  { apiVersion: 'apiextensions.k8s.io/v1beta1', removedIn: '1.22', instead: 'apiextensions.k8s.io/v1', ...GUIDE },
  { apiVersion: 'apiregistration.k8s.io/v1beta1', removedIn: '1.22', instead: 'apiregistration.k8s.io/v1', ...GUIDE },
  { apiVersion: 'scheduling.k8s.io/v1beta1', kinds: ['PriorityClass'], removedIn: '1.22', instead: 'scheduling.k8s.io/v1', ...GUIDE },
  { apiVersion: 'coordination.k8s.io/v1beta1', kinds: ['Lease'], removedIn: '1.22', instead: 'coordination.k8s.io/v1', ...GUIDE },
  { apiVersion: 'storage.k8s.io/v1beta1', kinds: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'], removedIn: '1.22', instead: 'storage.k8s.io/v1', ...GUIDE },
  { apiVersion: 'batch/v1beta1', kinds: ['CronJob'], removedIn: '1.25', instead: 'batch/v1', ...GUIDE },
  { apiVersion: 'policy/v1beta1', kinds: ['PodDisruptionBudget'], removedIn: '1.25', instead: 'policy/v1', ...GUIDE },
  { apiVersion: 'policy/v1beta1', kinds: ['PodSecurityPolicy'], removedIn: '1.25', instead: 'the labels of Pod Security on the Namespace', ...GUIDE },
  { apiVersion: 'autoscaling/v2beta1', removedIn: '1.25', instead: 'autoscaling/v2', ...GUIDE },
  { apiVersion: 'autoscaling/v2beta2', removedIn: '1.26', instead: 'autoscaling/v2', ...GUIDE },
  { apiVersion: 'discovery.k8s.io/v1beta1', removedIn: '1.25', instead: 'discovery.k8s.io/v1', ...GUIDE },
  { apiVersion: 'events.k8s.io/v1beta1', removedIn: '1.25', instead: 'events.k8s.io/v1', ...GUIDE },
  { apiVersion: 'node.k8s.io/v1beta1', kinds: ['RuntimeClass'], removedIn: '1.25', instead: 'node.k8s.io/v1', ...GUIDE },
  { apiVersion: 'storage.k8s.io/v1beta1', kinds: ['CSIStorageCapacity'], removedIn: '1.27', instead: 'storage.k8s.io/v1', ...GUIDE },
  { apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta1', removedIn: '1.26', instead: 'flowcontrol.apiserver.k8s.io/v1', ...GUIDE },
  { apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta2', removedIn: '1.29', instead: 'flowcontrol.apiserver.k8s.io/v1', ...GUIDE },
  { apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3', removedIn: '1.32', instead: 'flowcontrol.apiserver.k8s.io/v1', ...GUIDE },
];

/** The External Secrets Operator serves `external-secrets.io/v1`; other kinds of `v1alpha1`, such as PushSecret, it still has. */
export const EXTERNAL_SECRETS_ALPHA: Fact & { readonly apiVersion: string; readonly kinds: readonly string[] } = {
  apiVersion: 'external-secrets.io/v1alpha1',
  kinds: ['ExternalSecret', 'SecretStore', 'ClusterSecretStore', 'ClusterExternalSecret'],
  source: 'https://external-secrets.io/latest/api/externalsecret/; External Secrets Operator 1.3.2: config/crds/bases',
  checkedOn: '2026-11-30',
};
