import { isOwn } from '../clear-text-env';
import { PAGES } from '../../facts/pages';
import { checkConfigs } from '../../manifest/check-configs';
import { envOf } from '../../manifest/containers';
import { ManifestSet } from '../../manifest/manifest-set';
import { objectsIn } from '../../manifest/objects-in';
import { lacksBackend, resolversOf } from '../../manifest/secret-backend';
import { isSecretHandle } from '../../requirements/secret-value';
import { Breach, Rule } from '../rule';
import { quoted } from '../words';

const REMEDY = 'Set DD_SECRET_BACKEND_TYPE or DD_SECRET_BACKEND_COMMAND there, and give its account the permission to read the secret; or read the value from a Secret with secretKeyRef';

export const handleHasABackend: Rule = {
  id: 'credentials/handle-has-a-backend',
  severity: 'error',
  title: "What has a handle 'ENC[...]' of a secret is read by an Agent with a secret backend; without one, the handle itself is the value.",
  link: PAGES.secretHandles.source,
  check: ({ manifests }) => [...ofEnv(manifests), ...ofChecks(manifests)],
};

function ofEnv({ pods }: ManifestSet): Breach[] {
  return pods.flatMap(at => [...objectsIn(at.pod.initContainers).filter(c => c.restartPolicy === 'Always'), ...objectsIn(at.pod.containers)]
    .filter(container => isOwn(at, container) && lacksBackend(at.pod, container))
    .flatMap(container => {
      const names = [...new Set(objectsIn(container.env).map(({ name }) => name))].filter(name => isSecretHandle(envOf(container, name)?.value));
      return names.length === 0 ? [] : [{ at, reason: `the container '${container.name}' has a handle 'ENC[...]' in ${quoted(names)} and no secret backend, so the handle itself is taken for the value`, remedy: REMEDY }];
    }));
}

function ofChecks(manifests: ManifestSet): Breach[] {
  return checkConfigs(manifests).filter(({ instances }) => hasHandle(instances)).flatMap(config => {
    const resolvers = resolversOf(manifests, config);
    if (resolvers.length === 0 || !resolvers.every(({ pods, container }) => lacksBackend(pods.pod, container))) return [];
    const names = [...new Set(resolvers.map(({ pods }) => `${pods.manifest.kind} ${pods.manifest.metadata?.name}`))];
    return [{ at: config.at, reason: `the check '${config.check}' has a handle 'ENC[...]', and ${quoted(names)} would resolve it and ${names.length > 1 ? 'have' : 'has'} no secret backend, so the handle itself is taken for the value`, remedy: REMEDY }];
  });
}

function hasHandle(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasHandle);
  return isSecretHandle(value);
}
