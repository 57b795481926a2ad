import { VERTICAL_AUTOSCALER } from '../../facts/autoscaling';
import { isFargateAgent, allContainers } from '../../manifest/containers';
import { groupOf, Manifest } from '../../manifest/manifest';
import { objectsIn } from '../../manifest/objects-in';
import { sidecarScaledBy } from '../../manifest/scaled-workloads';
import { Rule } from '../rule';

const { group, kind, everyContainer, off, source } = VERTICAL_AUTOSCALER;

export const verticalAutoscalerLeavesIt: Rule = {
  id: 'sidecar/vertical-autoscaler-leaves-it',
  severity: 'warning',
  title: 'A VerticalPodAutoscaler leaves the resources of the Agent in a pod as they are.',
  link: source,
  check: ({ manifests }) => manifests.ofKind(kind).filter(({ manifest }) => isActive(manifest)).flatMap(at => {
    const workload = sidecarScaledBy(manifests, at.manifest, at.manifest.spec?.targetRef);
    const agent = workload && allContainers(workload.pod).find(isFargateAgent);
    if (!workload || !agent) return [];
    const policies = objectsIn<any>(at.manifest.spec?.resourcePolicy?.containerPolicies);
    const policy = policies.find(p => p.containerName === agent.name) ?? policies.find(p => p.containerName === everyContainer);
    return policy?.mode === off ? [] : [{
      at,
      reason: `it sets the resources of every container of the ${workload.manifest.kind} '${workload.manifest.metadata?.name}', and the Agent '${agent.name}' is one of them`,
      remedy: `Add { containerName: '${agent.name}', mode: '${off}' } to 'resourcePolicy.containerPolicies'; where the Agent may be resized, accept this with Findings.acknowledge(...)`,
    }];
  }),
};

function isActive(manifest: Manifest): boolean {
  return groupOf(manifest) === group && manifest.spec?.updatePolicy?.updateMode !== off;
}
