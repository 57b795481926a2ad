import { ViolationError } from '../base/violation';
import { REMOTE_CONFIGURATION } from '../facts/remote-configuration';

export function requireRemoteConfigurationSite(site: string): void {
  if (!REMOTE_CONFIGURATION.unsupportedSites.includes(site)) return;
  throw new ViolationError({
    rule: 'remote-configuration/site',
    reason: `the site ${site} has no remote configuration`,
    remedy: 'Leave features.remoteConfiguration out',
    link: REMOTE_CONFIGURATION.source,
  });
}
