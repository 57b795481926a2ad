import { Fact } from './fact';

/** Sites of the US government have no remote configuration. */
export const REMOTE_CONFIGURATION: Fact & { readonly unsupportedSites: readonly string[] } = {
  unsupportedSites: ['ddog-gov.com', 'us2.ddog-gov.com'],
  source: 'https://docs.datadoghq.com/agent/guide/setup_remote_config/',
  checkedOn: '2026-11-21',
};
