/** How Argo CD applies what it finds. */
export interface ArgoCdSyncOptions {
  /**
   * Whether it does so by itself, when something has changed.
   *
   * @default true
   */
  readonly automated?: boolean;
  /**
   * Whether an automatic sync removes what is no longer in the sources.
   *
   * @default true
   */
  readonly prune?: boolean;
  /**
   * Whether it undoes what others change on the cluster.
   *
   * @default true
   */
  readonly selfHeal?: boolean;
  /**
   * Whether an automatic sync may remove everything, where the sources are empty.
   *
   * @default false
   */
  readonly allowEmpty?: boolean;
  /**
   * Whether Argo CD makes the namespace.
   *
   * @default - true where a source is a Helm chart; manifests in git have it among them
   */
  readonly createNamespace?: boolean;
  /**
   * Labels of the namespace that Argo CD makes.
   *
   * @default - none
   */
  readonly namespaceLabels?: { [name: string]: string };
  /**
   * Annotations of the namespace that Argo CD makes.
   *
   * @default - none
   */
  readonly namespaceAnnotations?: { [name: string]: string };
  /**
   * Whether everything is applied on the server side. What needs that has an annotation of its own: parts of Services of the platform.
   *
   * @default false
   */
  readonly serverSideApply?: boolean;
  /**
   * Whether the API server is asked what differs. It knows its own defaults, and those of custom resources. Argo CD 2.10 or newer.
   *
   * @default false
   * @see https://argo-cd.readthedocs.io/en/stable/user-guide/diff-strategies/
   */
  readonly serverSideDiff?: boolean;
  /**
   * Whether what webhooks change counts as no difference either; Kyverno asks for it.
   *
   * @default false
   * @see https://kyverno.io/docs/installation/platform-notes/
   */
  readonly includeMutationWebhook?: boolean;
  /**
   * Whether ignored differences are left as they are on the cluster by a sync too.
   *
   * @default - false: they are no reason for a sync, and one that has another reason applies them
   */
  readonly respectIgnoreDifferences?: boolean;
  /**
   * Whether kinds that the cluster does not know yet are no error before the first object is applied.
   *
   * @default false
   */
  readonly skipDryRunOnMissingResource?: boolean;
  /**
   * Whether a sync leaves alone what does not differ.
   *
   * @default false
   */
  readonly applyOutOfSyncOnly?: boolean;
  /**
   * Whether a sync fails where an object belongs to another Application.
   *
   * @default false
   */
  readonly failOnSharedResource?: boolean;
  /**
   * Whether a sync removes things last, when all else is applied and healthy.
   *
   * @default false
   */
  readonly pruneLast?: boolean;
  /**
   * What happens to what depends on an object that is removed.
   *
   * @default - ArgoCdPropagation.FOREGROUND, which is Argo CD's own
   */
  readonly prunePropagationPolicy?: ArgoCdPropagation;
  /**
   * When a sync that fails is tried again.
   *
   * @default - Argo CD's own: 5 times, after 5, 10, 20, 40 and 80 seconds
   */
  readonly retry?: ArgoCdRetryOptions;
}

/** When a sync that fails is tried again. */
export interface ArgoCdRetryOptions {
  /**
   * How often; -1 for always.
   *
   * @default - Argo CD's own
   */
  readonly limit?: number;
  /**
   * How long after the first failure, for example `5s`.
   *
   * @default - Argo CD's own
   */
  readonly backoff?: string;
  /**
   * By what that grows each time.
   *
   * @default - Argo CD's own
   */
  readonly factor?: number;
  /**
   * The longest time between two tries, for example `3m`.
   *
   * @default - Argo CD's own
   */
  readonly maxBackoff?: string;
}

/** What happens to what depends on an object that is removed. */
export enum ArgoCdPropagation {
  /** It goes first. */
  FOREGROUND = 'foreground',
  /** It goes later. */
  BACKGROUND = 'background',
  /** It stays. */
  ORPHAN = 'orphan',
}

/** What happens to the objects when their Application is deleted. */
export enum ArgoCdDeletion {
  /** They go before it. */
  FOREGROUND = 'foreground',
  /** They go after it. */
  BACKGROUND = 'background',
  /** They stay. */
  ORPHAN = 'orphan',
}

/** A difference between what is applied and what is on the cluster that means nothing. */
export interface ArgoCdIgnoredDifference {
  /**
   * API group, without version.
   *
   * @default - the core group
   */
  readonly group?: string;
  /** Kind of the objects. */
  readonly kind: string;
  /**
   * Name of the object.
   *
   * @default - all
   */
  readonly name?: string;
  /**
   * Namespace of the object.
   *
   * @default - all
   */
  readonly namespace?: string;
  /**
   * Fields, for example `/spec/replicas`.
   *
   * @default - none
   */
  readonly jsonPointers?: string[];
  /**
   * Fields as jq finds them, for example `.spec.template.spec.containers[].image`.
   *
   * @default - none
   */
  readonly jqPathExpressions?: string[];
  /**
   * Who owns the fields, for example `kube-controller-manager`.
   *
   * @default - none
   */
  readonly managedFieldsManagers?: string[];
}
