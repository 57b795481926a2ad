import { COMPONENT_LABEL } from '../../facts/cluster-agent';
import { DATA_PLANE_MODE, DATADOG_OUTSIDE_THE_MESH, INJECTION } from '../../facts/istio';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { meshOf } from '../../manifest/istio';
import { Rule } from '../rule';

const LABELS = {
  sidecar: `${INJECTION.pod}: "${INJECTION.outside}"`,
  ambient: `${DATA_PLANE_MODE.name}: ${DATA_PLANE_MODE.outside}`,
} as const;

export const datadogIsOutsideTheMesh: Rule = {
  id: 'istio/datadog-is-outside-the-mesh',
  severity: 'warning',
  title: "Pods of Datadog's own are not in Istio's mesh.",
  link: DATADOG_OUTSIDE_THE_MESH.source,
  check: ({ manifests }) => manifests.pods
    .filter(at => podLabelsOf(at)[COMPONENT_LABEL.name] !== undefined)
    .flatMap(at => {
      const mesh = meshOf(at, manifests);
      return mesh === undefined ? [] : [{
        at,
        reason: 'its labels, or those of its namespace, take it into the mesh of Istio: what the Agent sends and asks goes through a proxy, and where the mesh '
          + 'demands mutual TLS the API server cannot reach it',
        remedy: `Give DatadogChart the option 'istio', or its pods the label '${LABELS[mesh]}' by 'podLabels'`,
      }];
    }),
};
