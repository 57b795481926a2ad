import { Fact } from './fact';

/** Settings by which an Agent, a Cluster Agent or a runner resolves handles `ENC[...]`. Without one of them the handle itself is the value. */
export const SECRET_BACKEND: Fact & { readonly env: readonly string[]; readonly skipChecks: string } = {
  env: ['DD_SECRET_BACKEND_COMMAND', 'DD_SECRET_BACKEND_TYPE', 'DD_MULTI_SECRET_BACKENDS'],
  /** On the Cluster Agent: cluster checks go to the runners with their handles, and the runners resolve them. */
  skipChecks: 'DD_SECRET_BACKEND_SKIP_CHECKS',
  source: 'datadog-agent 7.81, pkg/config/setup/config.go: ResolveSecrets; comp/core/autodiscovery/autodiscoveryimpl/configmgr.go',
  checkedOn: '2026-11-30',
};
