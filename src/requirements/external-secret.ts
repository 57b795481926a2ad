import { isDnsSubdomain } from './dns-subdomain';
import { ViolationError } from '../base/violation';
import { PAGES } from '../facts/pages';

const EXTERNAL_SECRET = 'https://external-secrets.io/latest/api/externalsecret/';
const AWS = 'https://external-secrets.io/latest/provider/aws-secrets-manager/';

/** A duration as Go writes it. */
export function requireRefreshInterval(interval: string): string {
  if (/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(interval)) return interval;
  throw new ViolationError({
    rule: 'credentials/refresh-interval',
    reason: `'refreshInterval' is '${interval}', which is no duration of Go: numbers, each with a unit of h, m, s or less`,
    remedy: "Write it like '1h', '15m' or '1h30m'; a day is '24h'",
    link: EXTERNAL_SECRET,
  });
}

interface Remote {
  readonly key: string;
}

/** Where each value is in the store; plain JavaScript may have left one out. */
export function requireRemoteKeys(remotes: { readonly [option: string]: Remote | undefined }, needed: readonly string[]): void {
  const missing = needed.find(option => remotes[option] === undefined);
  const blank = Object.keys(remotes).find(option => remotes[option] !== undefined && !remotes[option]?.key?.trim());
  const option = missing ?? blank;
  if (option === undefined) return;
  throw new ViolationError({
    rule: 'credentials/remote-key',
    reason: `'${option}' has no key, so nothing says where the value is in the store`,
    remedy: `Write the key of the entry, for example ${option}: { key: 'datadog/${option.toLowerCase()}' }`,
    link: EXTERNAL_SECRET,
  });
}

export function requireAwsRegion(region: string): string {
  if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return region;
  throw new ViolationError({
    rule: 'credentials/aws',
    reason: `'region' is '${region}', which is no region of AWS`,
    remedy: "Write its code, without a zone, for example 'ap-northeast-1'",
    link: AWS,
  });
}

export function requireRoleArn(arn: string): string {
  if (/^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/.test(arn)) return arn;
  throw new ViolationError({
    rule: 'credentials/aws',
    reason: `'roleArn' is '${arn}', which is no ARN of an IAM role`,
    remedy: "Write the whole ARN, for example 'arn:aws:iam::123456789012:role/datadog-secrets'",
    link: AWS,
  });
}

export function requireProvider<T extends object>(provider: T): T {
  const count = typeof provider === 'object' && provider !== null ? Object.keys(provider).length : 0;
  if (count === 1) return provider;
  throw new ViolationError({
    rule: 'credentials/provider',
    reason: `the provider of the store is ${count === 0 ? 'empty' : `${count} providers`}, and the operator takes exactly one`,
    remedy: "Give what 'spec.provider' of a SecretStore has, for example { vault: { ... } }",
    link: 'https://external-secrets.io/latest/api/secretstore/',
  });
}

/** A name that Kubernetes takes for a SecretStore: a DNS subdomain. */
export function requireStoreName(name: string): string {
  if (isDnsSubdomain(name)) return name;
  throw new ViolationError({
    rule: 'credentials/store-name',
    reason: `'${name}' is no name of a secret store: Kubernetes takes up to 253 lowercase letters, digits, hyphens and dots, beginning and ending with a letter or digit`,
    remedy: "Write the name of the store, for example 'aws'",
    link: PAGES.objectNames.source,
  });
}
