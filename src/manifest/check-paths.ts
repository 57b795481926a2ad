import { CheckConfig, checkConfigs } from './check-configs';
import { CheckHostContainer, containersThatRun } from './check-hosts';
import { ManifestSet } from './manifest-set';
import { COMPONENT_CHECKS } from '../facts/control-plane/checks';

const CHECKS = Object.values(COMPONENT_CHECKS).map(c => c.check);
const PATHS = ['tls_cert', 'tls_private_key', 'tls_ca_cert', 'ssl_cert', 'ssl_private_key', 'ssl_ca_cert', 'bearer_token_path'];
/** What the image of the Agent has by itself. */
const IN_THE_IMAGE = /^(\/etc\/ssl|\/opt\/datadog-agent|\/usr)\//;

/** A file that a check reads, and a container that runs the check. */
export interface CheckPath extends CheckHostContainer {
  readonly config: CheckConfig;
  readonly option: string;
  readonly path: string;
}

/** Checks of the control plane, by their names. */
export function controlPlaneConfigs(manifests: ManifestSet): CheckConfig[] {
  return checkConfigs(manifests).filter(({ check }) => CHECKS.includes(check));
}

/** Every file that a check of the control plane reads, for each container that runs it. */
export function controlPlanePaths(manifests: ManifestSet): CheckPath[] {
  return controlPlaneConfigs(manifests).flatMap(config => containersThatRun(manifests, config).flatMap(host =>
    pathsOf(config).map(path => ({ ...host, ...path, config }))));
}

function pathsOf({ instances }: CheckConfig): Array<Pick<CheckPath, 'option' | 'path'>> {
  return instances.flatMap(instance => PATHS.flatMap(option => {
    const path = instance[option];
    return typeof path === 'string' && !IN_THE_IMAGE.test(path) ? [{ option, path }] : [];
  }));
}
