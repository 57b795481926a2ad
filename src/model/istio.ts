import { ClusterModel } from './cluster-model';
import { AGENT_FEATURES } from '../facts/agent-versions';
import { IntakeProduct } from '../facts/intake-hosts';
import { ISTIO_CHECK, ISTIOD, IstioDataPlaneName } from '../facts/istio';
import { requireAgentFeature } from '../requirements/agent-feature';
import { refuseIdle } from '../requirements/idle-options';
import { requireAgentForCheck, requireEgressOfSidecars, requireRevision } from '../requirements/istio';
import { requireNamespace } from '../requirements/namespace';

/** What a user says of Istio; left out, the default. */
export interface IstioDescription {
  readonly dataPlane?: string;
  readonly controlPlaneNamespace?: string;
  readonly revisions?: readonly string[];
  readonly controlPlaneCheck?: boolean;
  readonly proxyCheck?: boolean;
  readonly proxyCheckOptions?: any;
  readonly egress?: boolean;
  readonly egressNamespaces?: readonly string[];
  readonly egressProducts?: readonly string[];
}

export interface IstioModel {
  readonly dataPlane: IstioDataPlaneName;
  /** Services of the control plane; absent where it is not checked. */
  readonly controlPlane?: { readonly namespace: string; readonly services: readonly string[] };
  /** Options of the check of proxies; absent where they are not checked. */
  readonly proxies?: { readonly options: { readonly [name: string]: any } };
  /** Absent where no way out is opened. */
  readonly egress?: EgressModel;
}

export interface EgressModel {
  /** Namespaces that see it; all where there are none. */
  readonly namespaces: readonly string[];
  readonly products: readonly IntakeProduct[];
}

/** What the choices depend on. */
export interface IstioContext {
  readonly agentVersion: string;
  readonly features: Pick<ClusterModel['features'], 'clusterChecks'>;
  /** There is a Cluster Agent to hand out the check of the control plane. */
  readonly clusterAgent: boolean;
  /** There are node Agents to check proxies. */
  readonly nodeAgent: boolean;
}

function refuseIdleIstio(given: IstioDescription, { controlPlaneCheck, proxyCheck, egress }: { readonly [part in 'controlPlaneCheck' | 'proxyCheck' | 'egress']: boolean }): void {
  const { controlPlaneNamespace, revisions, proxyCheckOptions, egressNamespaces, egressProducts } = given;
  const idle = (part: string, options: { readonly [option: string]: unknown }) => refuseIdle({
    options,
    because: `'${part}' is off, and it is about that`,
    instead: `Leave it out, or set '${part}' to true`,
    link: ISTIO_CHECK.source,
  });
  if (!controlPlaneCheck) idle('controlPlaneCheck', { controlPlaneNamespace, revisions });
  if (!proxyCheck) idle('proxyCheck', { proxyCheckOptions });
  if (!egress) idle('egress', { egressNamespaces, egressProducts });
}

export function resolveIstio(given: IstioDescription, { agentVersion, features, clusterAgent, nodeAgent }: IstioContext): IstioModel {
  const dataPlane: IstioDataPlaneName = given.dataPlane === 'ambient' ? 'ambient' : 'sidecar';
  const { controlPlaneCheck = clusterAgent && features.clusterChecks, proxyCheck = nodeAgent, egress = dataPlane === 'sidecar' } = given;
  refuseIdleIstio(given, { controlPlaneCheck, proxyCheck, egress });
  const namespace = requireNamespace(given.controlPlaneNamespace ?? ISTIOD.namespace);
  const revisions = (given.revisions ?? []).map(requireRevision);

  if (egress) requireEgressOfSidecars(dataPlane);
  if (controlPlaneCheck) requireAgentForCheck('controlPlaneCheck', clusterAgent);
  if (proxyCheck) requireAgentForCheck('proxyCheck', nodeAgent);
  if (proxyCheck && dataPlane === 'ambient') requireAgentFeature(agentVersion, AGENT_FEATURES.istioAmbient);

  return {
    dataPlane,
    ...controlPlaneCheck && { controlPlane: { namespace, services: servicesOf(revisions) } },
    ...proxyCheck && { proxies: { options: given.proxyCheckOptions ?? {} } },
    ...egress && {
      egress: {
        namespaces: (given.egressNamespaces ?? []).map(requireNamespace),
        products: (given.egressProducts ?? []) as IntakeProduct[],
      },
    },
  };
}

function servicesOf(revisions: readonly string[]): string[] {
  return revisions.length > 0 ? revisions.map(revision => `${ISTIOD.service}-${revision}`) : [ISTIOD.service];
}
