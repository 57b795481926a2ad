import { HELM_KEYS } from './helm-keys';
import { OPERATOR_KEYS } from './operator-keys';
import { DELIVERIES, DeliveryFact } from '../../facts/deliveries';
import { featureNotes } from '../../features/deliveries';
import { CoverageNotes, OptionKeys } from '../../parts/delivery-coverage';
import { Limit } from '../../parts/delivery-limit';
import { LIMITS as HELM_LIMITS } from '../helm-values/limits';
import { DIFFERENCES as HELM_DIFFERENCES, NOTES as HELM_NOTES } from '../helm-values/notes';
import { LIMITS as OPERATOR_LIMITS } from '../operator/limits';
import { DIFFERENCES as OPERATOR_DIFFERENCES, NOTES as OPERATOR_NOTES } from '../operator/notes';

/** What is known of a delivery that makes the pods itself. */
export interface DeliveryTable {
  readonly delivery: DeliveryFact;
  /** Every option that all charts have, with the keys of the delivery that change with it. Found by trying. */
  readonly keys: OptionKeys;
  /** What is written by hand about options. */
  readonly notes: CoverageNotes;
  readonly limits: readonly Limit[];
  /** What comes out otherwise, whatever the options are. */
  readonly differences: readonly string[];
  /** Objects of ours that plain manifests do not have, or have with other contents; a pattern of kind, namespace and name. */
  readonly ownObjects: ReadonlyArray<{ readonly pattern: RegExp; readonly reason: string }>;
}

const ADDED_CHECKS = {
  pattern: /^(Cluster)?Role(Binding)? .*-added-checks$/,
  reason: 'roles named `-added-checks`: what checks of the control plane and other constructs may read, which is part of one role with plain manifests',
};
const CONSTRAINTS = {
  pattern: /^(SecurityContextConstraints .*|(Role|RoleBinding) .*-scc)$/,
  reason: 'SecurityContextConstraints and their roles, for the accounts, the names and what more there is in the pods that the delivery makes',
};

/** By the id of the delivery. */
export const DELIVERY_TABLES = {
  operator: {
    delivery: DELIVERIES.operator,
    keys: OPERATOR_KEYS,
    notes: { ...OPERATOR_NOTES, ...featureNotes('operator') },
    limits: OPERATOR_LIMITS,
    differences: OPERATOR_DIFFERENCES,
    ownObjects: [ADDED_CHECKS, CONSTRAINTS, {
      pattern: /^ConfigMap .*(-confd|-checks)$/,
      reason: 'ConfigMaps with check files, which the `DatadogAgent` names: only those that the Operator does not write itself',
    }],
  },
  helm: {
    delivery: DELIVERIES.helm,
    keys: HELM_KEYS,
    notes: { ...HELM_NOTES, ...featureNotes('helm') },
    limits: HELM_LIMITS,
    differences: HELM_DIFFERENCES,
    ownObjects: [ADDED_CHECKS, CONSTRAINTS, {
      pattern: /^(Cilium)?NetworkPolicy .* datadog$/,
      reason: 'the network policy of the node Agents, which has the name of their DaemonSet',
    }],
  },
} as const satisfies Record<string, DeliveryTable>;
