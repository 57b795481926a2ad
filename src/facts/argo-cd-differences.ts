import { Fact } from './fact';

/** Fields that are another on the cluster than in what Argo CD renders, and are right all the same. */
export interface DifferenceFact extends Fact {
  /** The source whose objects have it: the Helm chart, or manifests in git. */
  readonly of: 'helm' | 'git';
  readonly group: string;
  readonly kind: string;
  readonly jsonPointers?: readonly string[];
  readonly jqPathExpressions?: readonly string[];
  readonly because: string;
  /** True where the API server fills the field in, so that a comparison on the server side sees none. */
  readonly defaulted: boolean;
}

/** What the External Secrets Operator's definitions fill in for each value; the last from version 2.3. */
const DEFAULTED_OF_A_VALUE = ['conversionStrategy', 'decodingStrategy', 'metadataPolicy', 'nullBytePolicy'];

const EXTERNAL_SECRET_DEFAULTS = {
  of: 'git',
  group: 'external-secrets.io',
  because: 'the definition of the resource fills these in, and in a list Argo CD takes a field that it did not write for a difference',
  defaulted: true,
  source: 'https://github.com/external-secrets/external-secrets/issues/5895',
  checkedOn: '2026-11-21',
} as const;

/**
 * Differences that there are always. Not here, for there is no difference: the webhook configurations, certificate, leader lock and id
 * of the cluster, which the Cluster Agent makes by itself and which no Application holds; rules of aggregated ClusterRoles, for none is
 * ours; and replicas, which a HorizontalPodAutoscaler changes only where somebody sets one up.
 */
export const ARGO_CD_DIFFERENCES: readonly DifferenceFact[] = [
  {
    of: 'helm',
    group: '',
    kind: 'ConfigMap',
    jsonPointers: ['/data/install_id', '/data/install_time'],
    because: 'the chart writes a new id and the time into <fullname>-kpi-telemetry-configmap at every rendering',
    defaulted: false,
    source: 'https://github.com/DataDog/helm-charts/issues/1395',
    checkedOn: '2026-11-21',
  },
  {
    ...EXTERNAL_SECRET_DEFAULTS,
    kind: 'ExternalSecret',
    jqPathExpressions: DEFAULTED_OF_A_VALUE.map(field => `.spec.data[]?.remoteRef.${field}`),
  },
  {
    ...EXTERNAL_SECRET_DEFAULTS,
    kind: 'ClusterExternalSecret',
    jqPathExpressions: DEFAULTED_OF_A_VALUE.map(field => `.spec.externalSecretSpec.data[]?.remoteRef.${field}`),
  },
];
