import { PAGES } from '../../facts/pages';
import { envOf } from '../../manifest/containers';
import { ManifestSet } from '../../manifest/manifest-set';
import { objectsIn } from '../../manifest/objects-in';
import { lacksBackend } from '../../manifest/secret-backend';
import { isSecretHandle } from '../../requirements/secret-value';
import { isOwn } from '../clear-text-env';
import { Breach, Rule } from '../rule';
import { quoted } from '../words';

const REMEDY = 'Set DD_SECRET_BACKEND_TYPE or DD_SECRET_BACKEND_COMMAND there, and give its account the permission to read the secret; or read the value from a Secret with secretKeyRef';

export const envHandleHasABackend: Rule = {
  id: 'credentials/env-handle-has-a-backend',
  severity: 'error',
  title: "A container of Datadog's with a handle 'ENC[...]' in an env var has a secret backend; without one, the handle itself is the value.",
  link: PAGES.secretHandles.source,
  check: ({ manifests }) => ofEnv(manifests),
};

function ofEnv({ pods }: ManifestSet): Breach[] {
  return pods.flatMap(at => [...objectsIn(at.pod.initContainers).filter(c => c.restartPolicy === 'Always'), ...objectsIn(at.pod.containers)]
    .filter(container => isOwn(at, container) && lacksBackend(at.pod, container))
    .flatMap(container => {
      const names = [...new Set(objectsIn(container.env).map(({ name }) => name))].filter(name => isSecretHandle(envOf(container, name)?.value));
      return names.length === 0 ? [] : [{ at, reason: `the container '${container.name}' has a handle 'ENC[...]' in ${quoted(names)} and no secret backend, so the handle itself is taken for the value`, remedy: REMEDY }];
    }));
}
