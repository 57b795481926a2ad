import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { envOf, envValue } from './containers';
import { imageOfDatadog } from './datadog-images';
import { objectsIn } from './objects-in';
import { CHECK_SECRETS } from '../facts/autodiscovery';

const FOLDER = '/etc/datadog-agent';

/** True where the manifest shows that a container has no secret backend. What an image, a file or a ConfigMap brings is not known. */
export function lacksBackend(pod: PodSpec, container: Container): boolean {
  return imageOfDatadog(container) !== undefined
    && objectsIn(container.envFrom).length === 0
    && !CHECK_SECRETS.backends.some(name => envOf(container, name)?.valueFrom || envValue(container, name))
    && !objectsIn(container.volumeMounts).some(({ name, mountPath }) =>
      isSettings(mountPath) && !objectsIn(pod.volumes).some(v => v.name === name && v.emptyDir));
}

function isSettings(path: unknown): boolean {
  return typeof path === 'string' && [FOLDER, `${FOLDER}/datadog.yaml`, `${FOLDER}/datadog-cluster.yaml`].includes(path.replace(/\/$/, ''));
}
