import { ViolationError } from '../base/violation';
import { SITES } from '../facts/sites';

interface Described {
  readonly platform: object | undefined;
  readonly clusterName: string | undefined;
  readonly credentials: object | undefined;
}

const EXAMPLES: { readonly [option in keyof Described]: string } = {
  platform: 'Platform.eksFargate()',
  clusterName: "'prod-tokyo'",
  credentials: 'DatadogCredentials.existingSecret()',
};

/** What every cluster has; the compiler asks for it, and plain JavaScript has none. */
export function requireDescribed(given: Described): void {
  for (const option of ['platform', 'clusterName', 'credentials'] as const) {
    if (typeof given[option] === (option === 'clusterName' ? 'string' : 'object') && given[option] !== null) continue;
    throw new ViolationError({
      rule: 'cluster/is-described',
      reason: `'${option}' is missing, or is not what that option takes`,
      remedy: `Give it, for example ${option}: ${EXAMPLES[option]}`,
      link: 'https://docs.datadoghq.com/integrations/eks_fargate/',
    });
  }
}

/** A site is an object and not its domain. */
export function requireSite(site: { readonly domain: string } | undefined): void {
  if (site === undefined || typeof site?.domain === 'string') return;
  throw new ViolationError({
    rule: 'datadog/site-is-a-domain',
    reason: typeof site === 'string' ? `'site' is the text '${site}' and no DatadogSite` : "'site' is no DatadogSite",
    remedy: "Write a constant such as DatadogSite.EU1, or DatadogSite.custom('...') for another domain",
    link: SITES.US1.source,
  });
}
