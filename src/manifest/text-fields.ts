import { Manifest } from './manifest';
import { isObject, objectsIn } from './objects-in';
import { podTemplateOf } from './pod-template';
import { oncePer } from '../base/once-per';

/** A value of a field that takes text alone. */
export interface TextField {
  /** The field, for a sentence. */
  readonly where: string;
  readonly value: unknown;
}

/** The fields of the object that take text alone and have another value. */
export const otherThanTexts = oncePer((manifest: Manifest): readonly TextField[] => textFields(manifest).filter(({ value }) => typeof value !== 'string'));

function textFields(manifest: Manifest): TextField[] {
  const template = podTemplateOf(manifest);
  return [
    ...metadataFields(manifest.metadata, ''),
    ...['ConfigMap', 'Secret'].includes(manifest.kind) ? ['data', 'stringData'].flatMap(field => members(manifest[field], field)) : [],
    ...manifest.kind === 'Service' ? members(manifest.spec?.selector, 'spec.selector') : [],
    ...members(manifest.spec?.selector?.matchLabels, 'spec.selector.matchLabels'),
    ...template ? [
      ...template === (manifest as unknown) ? [] : metadataFields(template.metadata, ' of the pod template'),
      ...members(template.spec.nodeSelector, 'nodeSelector of the pod'),
      ...[template.spec.initContainers, template.spec.containers].flatMap(list => objectsIn(list)).flatMap(containerFields),
    ] : [],
  ];
}

function metadataFields(metadata: unknown, of: string): TextField[] {
  if (!isObject(metadata)) return [];
  const { labels, annotations } = metadata as { readonly labels?: unknown; readonly annotations?: unknown };
  return [...members(labels, `labels${of}`), ...members(annotations, `annotations${of}`)];
}

function containerFields({ name, command, args, env }: { readonly [field: string]: any }): TextField[] {
  const of = ` of the container '${String(name)}'`;
  const list = (field: string, values: unknown) => Array.isArray(values)
    ? values.map((value: unknown, at) => ({ where: `${field}[${at}]${of}`, value }))
    : [];
  return [
    ...list('command', command),
    ...list('args', args),
    ...objectsIn<{ readonly name?: unknown; readonly value?: unknown }>(env).map(one => ({ where: `the value of the env var '${String(one.name)}'${of}`, value: one.value })),
  ].filter(({ value }) => value !== undefined && value !== null);
}

function members(map: unknown, field: string): TextField[] {
  if (!isObject(map) || Array.isArray(map)) return [];
  return Object.entries(map)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]: [string, unknown]) => ({ where: `'${key}' in ${field}`, value }));
}

/** Labels and annotations of the object and its pod template that are no names with values, as where the space behind a colon is missing. */
export function brokenMaps(manifest: Manifest): string[] {
  const template = podTemplateOf(manifest);
  const ofTemplate = template && template !== (manifest as unknown) ? [[template.metadata, ' of the pod template'] as const] : [];
  return [[manifest.metadata, ''] as const, ...ofTemplate].flatMap(([metadata, of]) => ['labels', 'annotations'].flatMap(field => {
    const map: unknown = isObject(metadata) ? (metadata as { readonly [field: string]: unknown })[field] : undefined;
    return map === undefined || map === null || (isObject(map) && !Array.isArray(map)) ? [] : [`${field}${of}`];
  }));
}
