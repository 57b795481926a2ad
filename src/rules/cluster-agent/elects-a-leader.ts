import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { CLUSTER_AGENT, LEADER_ELECTION } from '../../facts/cluster-agent';
import { envOf, literalEnv } from '../../manifest/containers';
import { imageOfDatadog } from '../../manifest/datadog-images';
import { objectsIn } from '../../manifest/objects-in';
import { Rule } from '../rule';

export const electsALeader: Rule = {
  id: 'cluster-agent/elects-a-leader',
  severity: 'error',
  title: 'A Cluster Agent with several replicas elects a leader.',
  link: 'https://docs.datadoghq.com/containers/cluster_agent/setup/',
  check: ({ manifests }) => manifests.pods.filter(({ manifest }) => Number(manifest.spec?.replicas) > 1).flatMap(at => objectsIn(at.pod.containers)
    .filter(container => container.name === CLUSTER_AGENT.containerName || imageOfDatadog(container) === 'cluster-agent')
    .filter(container => !mayElect(at.pod, container))
    .map(container => ({
      at,
      reason: `there are ${at.manifest.spec.replicas} replicas, and the container '${container.name}' ${envOf(container, LEADER_ELECTION.env) ? `has ${LEADER_ELECTION.env} switched off` : `has no ${LEADER_ELECTION.env}, which is off by default`}, so each of them would run and hand out every check and collect every event`,
      remedy: `Set ${LEADER_ELECTION.env} to 'true', or run one replica`,
    }))),
};

/** True also where something else than the manifest of the pod may say so. */
function mayElect(pod: PodSpec, container: Container): boolean {
  const entry = envOf(container, LEADER_ELECTION.env);
  if (entry) {
    const value = literalEnv(container, LEADER_ELECTION.env);
    return value === undefined ? entry.value !== '' : LEADER_ELECTION.on.test(value);
  }
  const files = objectsIn(container.volumeMounts).filter(({ mountPath }) => typeof mountPath === 'string' && mountPath.startsWith('/etc/datadog-agent'));
  return imageOfDatadog(container) === undefined || objectsIn(container.envFrom).length > 0
    || files.some(({ name }) => !objectsIn(pod.volumes).some(v => v.name === name && v.emptyDir));
}
