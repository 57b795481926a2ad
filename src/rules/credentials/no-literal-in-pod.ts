import { PAGES } from '../../facts/pages';
import { DATADOG_SECRET } from '../../facts/secrets';
import { allContainers, literalEnv } from '../../manifest/containers';
import { SECRET_ENV } from '../../requirements/env';
import { Rule } from '../rule';

export const noLiteralInPod: Rule = {
  id: 'credentials/no-literal-in-pod',
  severity: 'error',
  title: 'No container has a key or a token as the literal value of an env var.',
  link: PAGES.secretHandles.source,
  check: ({ manifests }) => manifests.pods.flatMap(at => allContainers(at.pod).flatMap(container => SECRET_ENV
    .filter(name => isSecret(literalEnv(container, name)))
    .map(name => ({
      at,
      reason: `the container '${container.name}' has ${name} as a literal value, and whoever can read the manifest or the pod has it`,
      remedy: `Read it from the Secret '${DATADOG_SECRET.name}' with valueFrom.secretKeyRef, or leave the container to datadog.instrument(...); and rotate the value, which is no secret any more`,
    })))),
};

/** `ENC[...]` names a secret in a store that the Agent asks. */
function isSecret(value: string | undefined): boolean {
  return value !== undefined && !/^ENC\[.*\]$/s.test(value);
}
