import { IgnoredDifferenceModel } from '../../model/argo-cd';

/** Of the objects of Argo CD, what is written. */
export interface Application {
  readonly apiVersion: string;
  readonly kind: 'Application';
  readonly metadata: ApplicationMetadata & { readonly name: string; readonly namespace: string };
  readonly spec: ApplicationSpec;
}

export interface ApplicationSet {
  readonly apiVersion: string;
  readonly kind: 'ApplicationSet';
  readonly metadata: { readonly name: string; readonly namespace: string; readonly labels?: Strings };
  readonly spec: ApplicationSetSpec;
}

export interface ApplicationSetSpec {
  readonly goTemplate: true;
  readonly goTemplateOptions: readonly string[];
  readonly generators: readonly object[];
  readonly template: { readonly metadata: ApplicationMetadata & { readonly name: string }; readonly spec: ApplicationSpec };
  readonly syncPolicy?: { readonly preserveResourcesOnDeletion: true };
}

export interface Strings {
  readonly [name: string]: string;
}

export interface ApplicationMetadata {
  readonly labels?: Strings;
  readonly annotations?: Strings;
  readonly finalizers?: readonly string[];
}

export interface ApplicationSpec {
  readonly project: string;
  readonly source?: ApplicationSource;
  readonly sources?: readonly ApplicationSource[];
  readonly destination: { readonly server?: string; readonly name?: string; readonly namespace: string };
  readonly syncPolicy?: SyncPolicy;
  readonly ignoreDifferences?: readonly IgnoredDifferenceModel[];
}

export interface ApplicationSource {
  readonly repoURL: string;
  readonly targetRevision: string;
  readonly chart?: string;
  readonly path?: string;
  readonly helm?: ApplicationSourceHelm;
  readonly directory?: { readonly recurse?: boolean; readonly include?: string; readonly exclude?: string };
}

export interface ApplicationSourceHelm {
  readonly releaseName: string;
  readonly values?: string;
  readonly valuesObject?: any;
  readonly parameters?: ReadonlyArray<{ readonly name: string; readonly value: string; readonly forceString?: true }>;
  readonly skipCrds?: true;
}

export interface SyncPolicy {
  readonly automated?: { readonly prune?: true; readonly selfHeal?: true; readonly allowEmpty?: true };
  readonly syncOptions?: readonly string[];
  readonly managedNamespaceMetadata?: { readonly labels?: Strings; readonly annotations?: Strings };
  readonly retry?: {
    readonly limit?: number;
    readonly backoff?: { readonly duration?: string; readonly factor?: number; readonly maxDuration?: string };
  };
}
