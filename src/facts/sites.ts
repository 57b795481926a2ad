import { Fact } from './fact';

/** A Datadog site, by Datadog's short name: the domain that data of an organization goes to. */
export interface SiteFact extends Fact {
  /** Value of DD_SITE. */
  readonly domain: string;
}

const SOURCE = { source: 'https://docs.datadoghq.com/getting_started/site/', checkedOn: '2026-09-20' };

export const SITES = {
  US1: { domain: 'datadoghq.com', ...SOURCE },
  US3: { domain: 'us3.datadoghq.com', ...SOURCE },
  US5: { domain: 'us5.datadoghq.com', ...SOURCE },
  EU1: { domain: 'datadoghq.eu', ...SOURCE },
  AP1: { domain: 'ap1.datadoghq.com', ...SOURCE },
  AP2: { domain: 'ap2.datadoghq.com', ...SOURCE },
  UK1: { domain: 'uk1.datadoghq.com', ...SOURCE },
  US1_FED: { domain: 'ddog-gov.com', ...SOURCE },
  US2_FED: { domain: 'us2.ddog-gov.com', ...SOURCE },
} as const satisfies Record<string, SiteFact>;

/** Hosts of a site that are for browsers and for calls by hand, which some people take for the site. */
export const HAND_HOSTS: Fact & { readonly names: readonly string[] } = {
  names: ['app', 'www', 'api'],
  source: 'https://docs.datadoghq.com/getting_started/site/',
  checkedOn: '2026-11-30',
};
