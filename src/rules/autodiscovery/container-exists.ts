import type { PodSpec } from 'kubernetes-types/core/v1';
import { AUTODISCOVERY } from '../../facts/autodiscovery';
import { PROXY_CONTAINER } from '../../facts/istio';
import { PAGES } from '../../facts/pages';
import { Annotated, annotatedObjects, AutodiscoveryAnnotation, containerNames, identifierOf } from '../../manifest/autodiscovery';
import { meshOf } from '../../manifest/istio';
import { noSuchContainer } from '../../requirements/autodiscovery';
import { Rule } from '../rule';

export const containerExists: Rule = {
  id: 'autodiscovery/container-exists',
  severity: 'error',
  title: 'Every Autodiscovery annotation of a pod names one of its containers.',
  link: PAGES.autodiscovery.source,
  check: ({ manifests }) => annotatedObjects(manifests).flatMap(({ at, workload, pod, annotations }: Annotated) => {
    if (!pod || !workload) return [];
    const comes = meshOf(workload, manifests) === 'sidecar' ? PROXY_CONTAINER.name : undefined;
    const strays = annotations.filter(annotation => annotation.identifier !== comes && isStray(annotation, pod, annotations));
    // One finding for each container that is not there, however many annotations it has.
    return [...new Map(strays.map(stray => [stray.identifier!, stray]))].map(([container, { key }]) => {
      const { reason, remedy } = noSuchContainer(container, containerNames(pod), `the annotation '${key}' is for`);
      return { at, reason, remedy: `${remedy}; where a webhook adds '${container}' later, accept this with Findings.acknowledge(...)` };
    });
  }),
};

function isStray({ identifier, field }: AutodiscoveryAnnotation, pod: PodSpec, all: readonly AutodiscoveryAnnotation[]): boolean {
  if (identifier === undefined) return false;
  const names = containerNames(pod);
  return !names.includes(identifier)
    && (field === AUTODISCOVERY.checkId || !names.some(name => identifierOf(name, all) === identifier));
}
