import { DELIVERIES, DeliveryFact } from '../../facts/deliveries';
import { Rows } from '../../parts/delivery-coverage';
import { Limit } from '../../parts/delivery-limit';
import { COVERAGE as HELM, DIFFERENCES as HELM_DIFFERENCES } from '../helm-values/coverage';
import { LIMITS as HELM_LIMITS } from '../helm-values/limits';
import { PARTS_COVERAGE as HELM_PARTS } from '../helm-values/parts-coverage';
import { COVERAGE as OPERATOR, DIFFERENCES as OPERATOR_DIFFERENCES } from '../operator/coverage';
import { LIMITS as OPERATOR_LIMITS } from '../operator/limits';

/** What is known of a delivery that makes the pods itself. */
export interface DeliveryTable {
  readonly delivery: DeliveryFact;
  /** Every field of the model. */
  readonly coverage: Rows;
  /** What constructs add to it, such as checks of the control plane, where the delivery has rows for that. */
  readonly parts: Rows;
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
    coverage: OPERATOR,
    parts: {},
    limits: OPERATOR_LIMITS,
    differences: OPERATOR_DIFFERENCES,
    ownObjects: [ADDED_CHECKS, CONSTRAINTS, {
      pattern: /^ConfigMap .*(-confd|-checks)$/,
      reason: 'ConfigMaps with check files, which the `DatadogAgent` names: only those that the Operator does not write itself',
    }],
  },
  helm: {
    delivery: DELIVERIES.helm,
    coverage: HELM,
    parts: HELM_PARTS,
    limits: HELM_LIMITS,
    differences: HELM_DIFFERENCES,
    ownObjects: [ADDED_CHECKS, CONSTRAINTS, {
      pattern: /^(Cilium)?NetworkPolicy .* datadog$/,
      reason: 'the network policy of the node Agents, which has the name of their DaemonSet',
    }],
  },
} as const satisfies Record<string, DeliveryTable>;
