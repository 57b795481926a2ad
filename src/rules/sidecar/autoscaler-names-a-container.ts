import { CONTAINER_RESOURCE } from '../../facts/autoscaling';
import { KEDA } from '../../facts/external-metrics';
import { Manifest } from '../../manifest/manifest';
import { objectsIn } from '../../manifest/objects-in';
import { sidecarScaledBy } from '../../manifest/scaled-workloads';
import { Rule } from '../rule';

export const autoscalerNamesAContainer: Rule = {
  id: 'sidecar/autoscaler-names-a-container',
  severity: 'warning',
  title: 'An autoscaler of pods with an Agent measures the container of the application.',
  link: CONTAINER_RESOURCE.source,
  check: ({ manifests }) => ['HorizontalPodAutoscaler', KEDA.scaledObject].flatMap(kind => manifests.ofKind(kind).flatMap(at => {
    const resource = resourceOfWholePod(at.manifest);
    const workload = resource === undefined ? undefined : sidecarScaledBy(manifests, at.manifest, at.manifest.spec?.scaleTargetRef);
    return workload === undefined ? [] : [{
      at,
      reason: `it measures '${resource}' of all containers of the pods of the ${workload.manifest.kind} '${workload.manifest.metadata?.name}' together, and the Agent is one of them: what the Agent requests and uses changes when the application is scaled`,
      remedy: kind === KEDA.scaledObject
        ? "Name the container of the application in 'containerName' of the trigger"
        : `Use a metric of the type ContainerResource, which names the container of the application: { type: 'ContainerResource', containerResource: { container, name, target } }, from Kubernetes ${CONTAINER_RESOURCE.since} on`,
    }];
  })),
};

/** The resource of the first metric that is about the pods as a whole, in any version of the API. */
function resourceOfWholePod({ kind, spec }: Manifest): string | undefined {
  if (kind === KEDA.scaledObject) {
    const trigger = objectsIn<any>(spec?.triggers).find(({ type, metadata }) => ['cpu', 'memory'].includes(type) && !metadata?.containerName);
    return trigger?.type;
  }
  if (spec?.targetCPUUtilizationPercentage !== undefined) return 'cpu';
  const metric = objectsIn<any>(spec?.metrics).find(({ type, resource }) => type === 'Resource' && resource);
  return metric === undefined ? undefined : String(metric.resource.name);
}
