import { Fact } from './fact';

/** A Datadog site: the domain that data of an organization goes to. */
export interface SiteFact extends Fact {
  /** Value of DD_SITE. */
  readonly domain: string;
  /** Datadog's short name. */
  readonly name: string;
}

const SOURCE = { source: 'https://docs.datadoghq.com/getting_started/site/', checkedOn: '2026-09-20' };

export const SITES: readonly SiteFact[] = [
  { name: 'US1', domain: 'datadoghq.com', ...SOURCE },
  { name: 'US3', domain: 'us3.datadoghq.com', ...SOURCE },
  { name: 'US5', domain: 'us5.datadoghq.com', ...SOURCE },
  { name: 'EU1', domain: 'datadoghq.eu', ...SOURCE },
  { name: 'AP1', domain: 'ap1.datadoghq.com', ...SOURCE },
  { name: 'AP2', domain: 'ap2.datadoghq.com', ...SOURCE },
  { name: 'UK1', domain: 'uk1.datadoghq.com', ...SOURCE },
  { name: 'US1_FED', domain: 'ddog-gov.com', ...SOURCE },
  { name: 'US2_FED', domain: 'us2.ddog-gov.com', ...SOURCE },
];
