import { applicationSuffixes, ClustersModel } from './argo-cd-clusters';
import { resolveSource, SourceDescription, SourceModel } from './argo-cd-source';
import { resolveSync, SyncDescription, SyncModel } from './argo-cd-sync';
import { ARGO_CD, ARGO_CD_DELETION, ArgoCdDeletionName } from '../facts/argo-cd';
import { ARGO_CD_DIFFERENCES } from '../facts/argo-cd-differences';
import {
  requireApplicationName, requireAppliedLists, requireIgnoredDifference, requireOneNamespace, requireProjectName, requireSources,
} from '../requirements/argo-cd';
import { requireDestinationOfClusters } from '../requirements/argo-cd-clusters';
import { requireKnown } from '../requirements/known';
import { requireNamespace } from '../requirements/namespace';
import { requireStrings } from '../requirements/strings';

interface Strings {
  readonly [name: string]: string;
}

export interface IgnoredDifferenceModel {
  readonly group?: string;
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly jsonPointers?: readonly string[];
  readonly jqPathExpressions?: readonly string[];
  readonly managedFieldsManagers?: readonly string[];
}

/** A cluster, by address or by name. */
export interface DestinationModel {
  readonly server?: string;
  readonly name?: string;
}

/** What a user says of the Application; left out, the default. */
export interface ArgoCdDescription {
  readonly name?: string;
  readonly argoCdNamespace?: string;
  readonly project?: string;
  readonly sources?: ReadonlyArray<SourceDescription | undefined>;
  readonly namespace?: string;
  readonly destination?: DestinationModel;
  readonly clusters?: ClustersModel;
  readonly sync?: SyncDescription;
  readonly deletion?: string;
  readonly ignoreDifferences?: readonly IgnoredDifferenceModel[];
  readonly labels?: Strings;
  readonly annotations?: Strings;
}

export interface ArgoCdModel {
  readonly name: string;
  /** Of Argo CD. */
  readonly argoCdNamespace: string;
  readonly project: string;
  readonly sources: readonly SourceModel[];
  /** Where objects go that name no namespace. */
  readonly namespace: string;
  readonly destination: DestinationModel;
  /** Absent for an Application of one cluster. */
  readonly clusters?: ClustersModel;
  readonly sync: SyncModel;
  readonly deletion: ArgoCdDeletionName;
  readonly ignoreDifferences: readonly IgnoredDifferenceModel[];
  readonly labels: Strings;
  readonly annotations: Strings;
}

/** Where nothing else says: the namespace that Datadog has by default. */
const NAMESPACE = 'datadog';

export function resolveArgoCd(given: ArgoCdDescription): ArgoCdModel {
  const { clusters, destination } = given;
  if (clusters) requireDestinationOfClusters(destination);
  const described = requireSources(given.sources);
  const sources = described.map(source => resolveSource(source, clusters));
  const ofCharts = described.flatMap(source => source.kind === 'helm' ? source.namespace ?? [] : []);
  const [ofChart] = ofCharts;
  requireOneNamespace(given.namespace, ofCharts);
  const name = requireApplicationName(given.name ?? NAMESPACE);
  applicationSuffixes(clusters).forEach(suffix => requireApplicationName(`${name}-${suffix}`));
  const sync = resolveSync(given.sync ?? {}, sources.some(({ kind }) => kind === 'helm'));
  return {
    name,
    argoCdNamespace: requireNamespace(given.argoCdNamespace ?? ARGO_CD.namespace),
    project: requireProjectName(given.project ?? ARGO_CD.project),
    sources,
    namespace: requireNamespace(given.namespace ?? ofChart ?? NAMESPACE),
    destination: clusters?.destination ?? destination ?? { server: ARGO_CD.inCluster },
    ...clusters && { clusters },
    sync,
    deletion: requireKnown("'deletion'", given.deletion ?? 'foreground', Object.keys(ARGO_CD_DELETION) as ArgoCdDeletionName[], ARGO_CD_DELETION.foreground.source),
    ignoreDifferences: [...knownDifferences(sources, sync), ...(given.ignoreDifferences ?? []).map(requireIgnoredDifference)],
    labels: requireStrings("'labels'", given.labels ?? {}),
    annotations: requireStrings("'annotations'", given.annotations ?? {}),
  };
}

/** Differences that objects of these sources always have. */
function knownDifferences(sources: readonly SourceModel[], sync: SyncModel): IgnoredDifferenceModel[] {
  const there = ARGO_CD_DIFFERENCES.filter(({ of, defaulted }) => sources.some(({ kind }) => kind === of) && !(defaulted && sync.serverSideDiff));
  if (sync.respectIgnoreDifferences) requireAppliedLists(there.filter(d => d.jqPathExpressions !== undefined).map(({ kind }) => kind));
  return there.map(({ group, kind, jsonPointers, jqPathExpressions }) => ({
    group,
    kind,
    ...jsonPointers && { jsonPointers },
    ...jqPathExpressions && { jqPathExpressions },
  }));
}
