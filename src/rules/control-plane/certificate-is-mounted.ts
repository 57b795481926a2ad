import { COMMON_SOURCE } from '../../facts/control-plane/common';
import { controlPlanePaths } from '../../manifest/check-paths';
import { nameOf } from '../../manifest/manifest';
import { isMounted } from '../../manifest/mounted-files';
import { Rule } from '../rule';

export const certificateIsMounted: Rule = {
  id: 'control-plane/certificate-is-mounted',
  severity: 'error',
  title: 'Every file that a check of the control plane reads is mounted where it reads it, in the container that runs it.',
  link: COMMON_SOURCE.source,
  check: ({ manifests }) => controlPlanePaths(manifests)
    .filter(({ pods, container, path }) => !isMounted(pods.pod, container, path))
    .map(({ config, pods, container, option, path }) => ({
      at: config.at,
      reason: `the check '${config.check}' has '${option}: ${path}', and the container '${container.name}' of ${nameOf(pods.manifest)}, which runs it, has nothing mounted there`,
      remedy: `Mount the file at ${path} in that container, and in no other, or write the path at which it is mounted`,
    })),
};
