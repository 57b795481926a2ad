import { matchConditions } from './conditions';
import { kyvernoAnnotations, policyAnnotations } from './description';
import { jsonPatch, variables } from './mutation';
import { NAMESPACE_NAME_LABEL } from '../../facts/labels';
import { KYVERNO_MUTATION, MUTATING_ADMISSION_POLICY } from '../../facts/sidecar-injection';
import { Manifest } from '../../manifest/manifest';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { OWN_LABELS } from '../../parts/labels';

/** Pods when they are made; nothing of a pod that runs can be changed in this way. */
const NEW_PODS = [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }];

/** Kubernetes's own policy and what puts it to work. A pod for which it fails starts without an Agent. */
export function mutatingAdmissionPolicy(model: SidecarInjectionModel, apiVersion: string): Manifest[] {
  const { kind } = MUTATING_ADMISSION_POLICY;
  return [
    {
      apiVersion,
      kind,
      metadata: { name: model.name, labels: { ...OWN_LABELS }, annotations: policyAnnotations(model) },
      spec: {
        failurePolicy: 'Ignore',
        reinvocationPolicy: 'Never',
        matchConstraints: {
          resourceRules: NEW_PODS,
          namespaceSelector: { matchExpressions: [{ key: NAMESPACE_NAME_LABEL.name, operator: 'In', values: [...model.namespaces] }] },
        },
        ...changes(model),
      },
    },
    { apiVersion, kind: `${kind}Binding`, metadata: { name: model.name, labels: { ...OWN_LABELS } }, spec: { policyName: model.name } },
  ];
}

/** The same as a policy of Kyverno, which has no binding, and no selector that another policy could overwrite. */
export function mutatingPolicy(model: SidecarInjectionModel): Manifest {
  return {
    apiVersion: KYVERNO_MUTATION.mutatingPolicy,
    kind: 'MutatingPolicy',
    metadata: { name: model.name, labels: { ...OWN_LABELS }, annotations: kyvernoAnnotations(model) },
    spec: {
      failurePolicy: 'Ignore',
      // Changed Deployments would differ from what was applied.
      autogen: { podControllers: { controllers: [] } },
      evaluation: { admission: { enabled: true }, mutateExisting: { enabled: false } },
      matchConstraints: { resourceRules: NEW_PODS },
      ...changes(model),
    },
  };
}

function changes(model: SidecarInjectionModel): object {
  return {
    matchConditions: matchConditions(model),
    variables: variables(model),
    mutations: [{ patchType: 'JSONPatch', jsonPatch: { expression: jsonPatch(model) } }],
  };
}
