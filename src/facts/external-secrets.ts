import { Fact } from './fact';

/** The External Secrets Operator. A conflict with an ExternalSecret that is there already is an error of a ClusterExternalSecret. */
export const EXTERNAL_SECRETS = {
  group: 'external-secrets.io',
  apiVersion: 'external-secrets.io/v1',
  source: 'External Secrets Operator 1.3.2: config/crds/bases, pkg/controllers/clusterexternalsecret',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;
