import { ViolationError } from '../base/violation';

/** PEM text of certificates and of nothing else. */
export function requireCertificate(pem: string): string {
  if (!/^\s*-----BEGIN CERTIFICATE-----/.test(pem) || pem.includes('PRIVATE KEY')) {
    throw new ViolationError({
      rule: 'cluster-agent/certificate-is-pem',
      reason: pem.includes('PRIVATE KEY')
        ? "'caCertificate' holds a private key, which would stand in a ConfigMap for everybody to read"
        : "'caCertificate' is no certificate in PEM form",
      remedy: "Give the text of the authority's certificate alone, from '-----BEGIN CERTIFICATE-----' on",
      link: 'https://github.com/DataDog/datadog-agent/pull/45345',
    });
  }
  return pem;
}
