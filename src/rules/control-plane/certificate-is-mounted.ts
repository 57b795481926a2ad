import { COMMON_SOURCE } from '../../facts/control-plane/common';
import { COMPONENT_CHECKS } from '../../facts/control-plane/checks';
import { CheckConfig, checkConfigs } from '../../manifest/check-configs';
import { containersThatRun } from '../../manifest/check-hosts';
import { nameOf } from '../../manifest/manifest';
import { isMounted } from '../../manifest/mounted-files';
import { Rule } from '../rule';

const CHECKS = Object.values(COMPONENT_CHECKS).map(c => c.check);
const PATHS = ['tls_cert', 'tls_private_key', 'tls_ca_cert', 'ssl_cert', 'ssl_private_key', 'ssl_ca_cert', 'bearer_token_path'];
/** What the image of the Agent has by itself. */
const IN_THE_IMAGE = /^(\/etc\/ssl|\/opt\/datadog-agent|\/usr)\//;

export const certificateIsMounted: Rule = {
  id: 'control-plane/certificate-is-mounted',
  severity: 'error',
  title: 'Every file that a check of the control plane reads is mounted where it reads it, in the container that runs it.',
  link: COMMON_SOURCE.source,
  check: ({ manifests }) => checkConfigs(manifests).filter(({ check }) => CHECKS.includes(check)).flatMap(config =>
    containersThatRun(manifests, config).flatMap(({ pods, container }) => pathsOf(config)
      .filter(({ path }) => !isMounted(pods.pod, container, path))
      .map(({ option, path }) => ({
        at: config.at,
        reason: `the check '${config.check}' has '${option}: ${path}', and the container '${container.name}' of ${nameOf(pods.manifest)}, which runs it, has nothing mounted there`,
        remedy: `Mount the file at ${path} in that container, and in no other, or write the path at which it is mounted`,
      })))),
};

function pathsOf({ instances }: CheckConfig): Array<{ option: string; path: string }> {
  return instances.flatMap(instance => PATHS.flatMap(option => {
    const path = instance[option];
    return typeof path === 'string' && !IN_THE_IMAGE.test(path) ? [{ option, path }] : [];
  }));
}
