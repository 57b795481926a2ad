import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { CheckConfig } from './check-configs';
import { CheckHostContainer, containersThatAskFor, containersThatRun, nodeCheckContainers, providerOf } from './check-hosts';
import { allContainers, envOf, envValue, fargateAgents, literalEnv } from './containers';
import { imageOfDatadog } from './datadog-images';
import { ManifestSet } from './manifest-set';
import { objectsIn } from './objects-in';
import { SECRET_BACKEND } from '../facts/secret-backend';

const FOLDER = '/etc/datadog-agent';

/** True where the manifest shows that a container has no secret backend. What an image, a file or a ConfigMap brings is not known. */
export function lacksBackend(pod: PodSpec, container: Container): boolean {
  return imageOfDatadog(container) !== undefined
    && objectsIn(container.envFrom).length === 0
    && !SECRET_BACKEND.env.some(name => envOf(container, name)?.valueFrom || literalEnv(container, name) || envValue(container, name))
    && !objectsIn(container.volumeMounts).some(({ name, mountPath }) => isSettings(mountPath) && !objectsIn(pod.volumes).some(v => v.name === name && v.emptyDir));
}

function isSettings(path: unknown): boolean {
  return typeof path === 'string' && [FOLDER, `${FOLDER}/datadog.yaml`, `${FOLDER}/datadog-cluster.yaml`].includes(path.replace(/\/$/, ''));
}

/**
 * The containers that resolve the handles of a check: the Cluster Agent for those that it hands out, unless it leaves that to those who run
 * them; the sidecar of a pod for its annotations, or the node Agents; and for a file the Agents that load it.
 */
export function resolversOf(manifests: ManifestSet, config: CheckConfig): CheckHostContainer[] {
  const provider = providerOf(config);
  if (provider) {
    const clusterAgents = manifests.pods.flatMap(pods => allContainers(pods.pod)
      .filter(c => envValue(c, 'DD_CLUSTER_CHECKS_ENABLED') === 'true')
      .map(container => ({ pods, container })));
    const skips = clusterAgents.some(({ container }) => envValue(container, SECRET_BACKEND.skipChecks) === 'true');
    return skips ? containersThatAskFor(manifests, provider) : clusterAgents;
  }
  if (config.target.kind !== 'pods') return containersThatRun(manifests, config);
  const own = manifests.pods.find(({ manifest }) => manifest === config.at.manifest);
  const sidecars = own ? fargateAgents(own.pod).map(container => ({ pods: own, container })) : [];
  return sidecars.length > 0 ? sidecars : nodeCheckContainers(manifests);
}
