import { autodiscoveryAnnotations } from './autodiscovery';
import { checkFiles } from './check-configs';
import { groupOf, Located } from './manifest';
import { LocatedPods, ManifestSet } from './manifest-set';
import { oncePer } from '../base/once-per';

/** The text of a check, as an annotation or a file has it. */
export interface CheckText {
  readonly at: Located;
  /** The annotation or the file, for a sentence. */
  readonly where: string;
  readonly text: string;
  /** Who fills in the variables of the text. */
  readonly reader: { readonly kind: 'pod'; readonly workload: LocatedPods } | { readonly kind: 'service' } | { readonly kind: 'file'; readonly loader: LocatedPods };
}

/** Texts of all checks: annotations of pods and Services, and files that a workload mounts. */
export const checkTexts = oncePer((manifests: ManifestSet): readonly CheckText[] => [
  ...manifests.pods.flatMap(at => annotationsOf(at, at.template.metadata?.annotations, { kind: 'pod', workload: at })),
  ...manifests.ofKind('Service').filter(({ manifest }) => groupOf(manifest) === '')
    .flatMap(at => annotationsOf(at, at.manifest.metadata?.annotations, { kind: 'service' })),
  ...checkFiles(manifests).flatMap(({ loader, configMap, path, text }) => text === undefined
    ? []
    : [{ at: configMap, where: `the check file '${path}'`, text, reader: { kind: 'file' as const, loader } }]),
]);

function annotationsOf(at: Located, annotations: unknown, reader: CheckText['reader']): CheckText[] {
  return autodiscoveryAnnotations(annotations).map(({ key, value }) => ({ at, where: `the annotation '${key}'`, text: value, reader }));
}


/** Names of the env vars that the text takes its values from. */
export function envVariablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/%%env_([A-Za-z_][A-Za-z0-9_]*)%%/g)].map(([, name]) => name))];
}

/** Handles of secrets in the text. */
export function handlesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/ENC\[[^\]\s]+\]/g)].map(([handle]) => handle))];
}
