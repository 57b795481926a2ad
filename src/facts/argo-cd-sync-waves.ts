import { Fact } from './fact';

/** The annotation of a wave. Objects without it are in wave 0. */
export const SYNC_WAVE = {
  annotation: 'argocd.argoproj.io/sync-wave',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** Kinds of ours that are applied, and have to be healthy, before what has a higher number. */
export interface SyncWaveFact extends Fact {
  readonly wave: number;
  readonly kinds: readonly string[];
  readonly because: string;
}

const ORDER = { source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/', checkedOn: '2026-11-21' };
const HEALTH = { source: 'https://github.com/argoproj/argo-cd/tree/master/resource_customizations', checkedOn: '2026-11-21' };

/**
 * The order of kinds. Pods, disruption budgets and the like stay in wave 0, where the objects of others are: a budget is
 * healthy only when its pods are there. Argo CD itself brings a namespace forward to the first object in it.
 */
export const SYNC_WAVES: readonly SyncWaveFact[] = [
  { wave: -5, kinds: ['Namespace'], because: 'everything else is in one', ...ORDER },
  {
    wave: -4,
    kinds: ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'SecurityContextConstraints'],
    because: 'pods and secret stores sign in with an account, and are refused without its permissions',
    ...ORDER,
  },
  { wave: -3, kinds: ['SecretStore', 'ClusterSecretStore'], because: 'it is healthy when somebody could sign in to it, and values are read through it', ...HEALTH },
  {
    wave: -2,
    kinds: ['Secret', 'ExternalSecret', 'ClusterExternalSecret', 'GeneratingPolicy', 'ClusterPolicy'],
    because: 'an ExternalSecret is healthy when the Secret is there, and pods wait for it in vain otherwise',
    ...HEALTH,
  },
  {
    wave: -1,
    kinds: [
      'ConfigMap', 'Service', 'NetworkPolicy', 'CiliumNetworkPolicy', 'ServiceEntry', 'MutatingPolicy', 'MutatingAdmissionPolicy',
      'MutatingAdmissionPolicyBinding',
    ],
    because: 'pods mount and look for them as they start, and a policy reaches pods only when they are made',
    ...ORDER,
  },
  {
    wave: 1,
    kinds: ['APIService'],
    because: 'it is healthy when the Cluster Agent answers, which is in wave 0',
    source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/health/',
    checkedOn: '2026-11-21',
  },
];
