import { clusterPolicy } from './cluster-policy';
import { mutatingAdmissionPolicy, mutatingPolicy } from './policies';
import { SIDECAR_ACCESS } from '../../facts/rbac';
import { Manifest } from '../../manifest/manifest';
import { AccountRef } from '../../manifest/service-account';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { OWN_LABELS } from '../../parts/labels';
import { caConfigMap } from '../sidecar/ca-config-map';
import { sidecarRules, sidecarServiceAccount, sidecarSubjects } from '../sidecar/rbac';

const API = 'rbac.authorization.k8s.io';

/** What an injection needs on the cluster, but for the Secrets and for what another part of it may have made: what it depends on first. */
export function sidecarInjectionManifests(model: SidecarInjectionModel): Manifest[] {
  const { cluster } = model;
  const name = `${SIDECAR_ACCESS.clusterRole}-${model.name}`;
  const metadata = { name, labels: { ...OWN_LABELS } };
  return [
    { apiVersion: `${API}/v1`, kind: 'ClusterRole', metadata, rules: sidecarRules(cluster) },
    {
      apiVersion: `${API}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { ...metadata, labels: { ...OWN_LABELS } },
      roleRef: { apiGroup: API, kind: 'ClusterRole', name },
      subjects: sidecarSubjects(boundAccounts(model)),
    },
    ...policies(model),
  ];
}

/** What each namespace needs once, whoever else adds Agents there. */
export function sharedManifests({ cluster, namespaces, ownAccounts }: SidecarInjectionModel): Manifest[] {
  return [...ownAccounts.map(sidecarServiceAccount), ...namespaces.flatMap(namespace => caConfigMap(cluster, namespace))];
}

/** The accounts under which Agents run. */
export function boundAccounts({ accounts, ownAccounts }: SidecarInjectionModel): AccountRef[] {
  return [...accounts, ...ownAccounts.map(namespace => ({ namespace, name: SIDECAR_ACCESS.serviceAccount }))];
}

function policies(model: SidecarInjectionModel): Manifest[] {
  const { via } = model;
  switch (via.kind) {
    case 'datadogWebhook': return [];
    case 'kyverno': return [via.policy === 'MutatingPolicy' ? mutatingPolicy(model) : clusterPolicy(model)];
    case 'mutatingAdmissionPolicy': return mutatingAdmissionPolicy(model, via.apiVersion);
  }
}
