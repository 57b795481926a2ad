import { ViolationError } from '../base/violation';
import { INTAKE_HOSTS } from '../facts/intake-hosts';
import { HAND_HOSTS, SITES } from '../facts/sites';
import { entryPoint } from '../requirements/entry-point';
import { requireArgument } from '../requirements/options';

/**
 * A Datadog site: where an organization's data goes.
 *
 * @see https://docs.datadoghq.com/getting_started/site/
 */
@entryPoint
export class DatadogSite {
  /** datadoghq.com */
  public static readonly US1 = new DatadogSite(SITES.US1.domain);
  /** us3.datadoghq.com */
  public static readonly US3 = new DatadogSite(SITES.US3.domain);
  /** us5.datadoghq.com */
  public static readonly US5 = new DatadogSite(SITES.US5.domain);
  /** datadoghq.eu */
  public static readonly EU1 = new DatadogSite(SITES.EU1.domain);
  /** ap1.datadoghq.com */
  public static readonly AP1 = new DatadogSite(SITES.AP1.domain);
  /** ap2.datadoghq.com */
  public static readonly AP2 = new DatadogSite(SITES.AP2.domain);
  /** uk1.datadoghq.com */
  public static readonly UK1 = new DatadogSite(SITES.UK1.domain);
  /** ddog-gov.com */
  public static readonly US1_FED = new DatadogSite(SITES.US1_FED.domain);
  /** us2.ddog-gov.com */
  public static readonly US2_FED = new DatadogSite(SITES.US2_FED.domain);

  /**
   * A site that this release of the library does not know.
   *
   * @param domain domain without scheme or path, as DD_SITE takes it
   * @throws when it is no plain domain
   */
  public static custom(domain: string): DatadogSite {
    requireArgument('domain', 'string', domain);
    if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(domain)) {
      throw new ViolationError({
        rule: 'datadog/site-is-a-domain',
        reason: `'${domain}' is no domain, so the Agents would send nowhere`,
        remedy: "Write the domain alone, for example 'datadoghq.eu', or use a constant of DatadogSite",
        link: SITES.US1.source,
      });
    }
    const meant = meantBy(domain);
    if (meant !== undefined) {
      throw new ViolationError({
        rule: 'datadog/site-is-a-domain',
        reason: `'${domain}' is not a domain of Datadog's, so the Agents would send nowhere`,
        remedy: `Write '${meant}', without a host before it, or use a constant of DatadogSite`,
        link: SITES.US1.source,
      });
    }
    return new DatadogSite(domain);
  }

  /** Domain of the site, as DD_SITE takes it. */
  public readonly domain: string;

  /**
   * Hosts that Agents and applications send to, all on port 443; `*` is any one label. For a proxy or a firewall.
   *
   * @see https://docs.datadoghq.com/agent/configuration/network/#destinations
   */
  public readonly intakeHosts: string[];

  private constructor(domain: string) {
    this.domain = domain;
    this.intakeHosts = INTAKE_HOSTS.map(({ prefix }) => `${prefix}.${domain}`);
  }
}

/** The site that was meant by a host of it, such as `app.datadoghq.eu`, or by another ending, such as `datadoghq.con`. */
function meantBy(domain: string): string | undefined {
  const sites: readonly string[] = Object.values(SITES).map(site => site.domain);
  const host = sites.find(site => [...HAND_HOSTS.names, ...INTAKE_HOSTS.map(({ prefix }) => prefix)].some(prefix => domain === `${prefix}.${site}`));
  if (host !== undefined || sites.includes(domain)) return sites.includes(domain) ? undefined : host;
  const [, start, name, ending] = /^(.*\.)?(datadoghq|ddog-gov)\.(.+)$/.exec(domain) ?? [];
  if (name === undefined || sites.some(site => site === `${name}.${ending}`)) return undefined;
  return sites.find(site => site === `${start ?? ''}${name}.com`) ?? `${name}.com`;
}
