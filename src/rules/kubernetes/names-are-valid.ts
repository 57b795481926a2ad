import { allContainers } from '../../manifest/containers';
import { groupOf, Manifest } from '../../manifest/manifest';
import { isObject } from '../../manifest/objects-in';
import { podTemplateOf } from '../../manifest/pod-template';
import { isDnsSubdomain } from '../../requirements/dns-subdomain';
import { Rule } from '../rule';

/** A name, where it stands, and what it has to be. */
interface Given {
  readonly field: string;
  readonly name: unknown;
  readonly form: keyof typeof FORMS;
}

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
const KEY = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

const FORMS = {
  subdomain: { fits: isDnsSubdomain, words: "up to 253 lowercase letters, digits, '-' and '.', beginning and ending with a letter or digit" },
  label: { fits: (name: string) => LABEL.test(name), words: "up to 63 lowercase letters, digits and '-', beginning and ending with a letter or digit" },
  pathSegment: { fits: (name: string) => !/[/%\s\p{Cc}]/u.test(name) && name !== '.' && name !== '..', words: "a text without '/', '%' and spaces" },
  key: {
    fits: (name: string) => KEY.test(name) || (isDnsSubdomain(name.split('/')[0]) && name.split('/').length === 2 && KEY.test(name.split('/')[1])),
    words: "up to 63 letters, digits, '-', '_' and '.', after a domain and '/' where it has one",
  },
  value: { fits: (name: string) => VALUE.test(name), words: "up to 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit" },
} as const;

/** Kinds whose names are any segment of a path, as the API server itself or an API behind it takes them. */
const FREE_GROUPS = /(^|\.)(rbac\.authorization\.k8s\.io|openshift\.io)$/;

export const namesAreValid: Rule = {
  id: 'kubernetes/names-are-valid',
  severity: 'error',
  title: 'Names of objects, namespaces, containers, accounts and labels are ones that Kubernetes takes.',
  link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  check: ({ manifests }) => manifests.objects.filter(({ manifest }) => !isOfKustomize(manifest)).flatMap(at => namesIn(at.manifest)
    .filter(({ name, form }) => typeof name === 'string' && !FORMS[form].fits(name))
    .map(({ field, name, form }) => ({
      at,
      reason: `${field} is '${String(name)}', which the API server refuses: it has to be ${FORMS[form].words}`,
      remedy: 'Write a name of that form',
    }))),
};

function namesIn(manifest: Manifest): Given[] {
  const { metadata } = manifest;
  const own = isObject(metadata) ? metadata as Manifest['metadata'] : undefined;
  const template = podTemplateOf(manifest);
  const spec = isObject(template?.spec) ? template!.spec : undefined;
  return [
    { field: 'metadata.name', name: own?.name, form: typeof manifest.apiVersion === 'string' && FREE_GROUPS.test(groupOf(manifest)) ? 'pathSegment' : 'subdomain' },
    { field: 'metadata.namespace', name: own?.namespace || undefined, form: 'label' },
    ...labelsIn('metadata.labels', own?.labels),
    ...template && template !== (manifest as unknown) ? labelsIn('a label of its pods', template.metadata?.labels) : [],
    ...spec ? [{ field: "'serviceAccountName'", name: spec.serviceAccountName || undefined, form: 'subdomain' } as const] : [],
    ...spec ? allContainers(spec).map(({ name }): Given => ({ field: 'the name of a container', name, form: 'label' })) : [],
  ];
}

function labelsIn(field: string, labels: unknown): Given[] {
  return !isObject(labels) || Array.isArray(labels) ? [] : Object.entries(labels).flatMap(([name, value]): Given[] => [
    { field: `a key of ${field}`, name, form: 'key' },
    { field: `'${name}' of ${field}`, name: value, form: 'value' },
  ]);
}

/** Settings of Kustomize look like objects, and never reach the API server. */
function isOfKustomize({ apiVersion }: Manifest): boolean {
  return /^(?:builtin$|kustomize\.config\.k8s\.io\/)/.test(String(apiVersion));
}
