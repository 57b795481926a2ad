import { Fact } from './fact';

/** How cdk8s's `Include` reads YAML: as version 1.1, and without an error where the text cannot be parsed. kubectl reads `09:30` and `.` as texts. */
export const INCLUDE_READS_YAML: Fact & { readonly version: string } = {
  version: '1.1',
  source: 'https://yaml.org/type/; cdk8s 2.68, lib/yaml.js: Yaml.load',
  checkedOn: '2026-11-30',
};

/** Labels and annotations are texts, and so are arguments and env vars of a container, and the values of ConfigMaps. */
export const TEXT_FIELDS: Fact = {
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/#syntax-and-character-set',
  checkedOn: '2026-11-30',
};

/** Of two, the API server takes `name`. */
export const GENERATE_NAME: Fact = {
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/#ObjectMeta',
  checkedOn: '2026-11-30',
};

/** Every container of a pod has a name of its own, a DNS label. */
export const CONTAINER_NAME: Fact = {
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container',
  checkedOn: '2026-11-30',
};

/** JSON has no NaN and no infinity, and JavaScript keeps whole numbers exact up to 2^53 - 1. Kubernetes counts up to 2^64. */
export const EXACT_NUMBERS: Fact & { readonly largest: number } = {
  largest: 2 ** 64,
  source: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Number/MAX_SAFE_INTEGER',
  checkedOn: '2026-11-30',
};

/**
 * cdk8s writes these characters as they are, or in a way that go-yaml, which kubectl reads with, refuses: DEL and the C1 controls, the
 * surrogates without a partner, and the last two of the plane. U+0085, U+2028 and U+2029 end a line in YAML 1.1, so they cut a text.
 * Tried with sigs.k8s.io/yaml 1.6.0 and every character of the first plane, as cdk8s 2.68.91 and 2.70.106 write it.
 */
export const UNREADABLE_CHARACTERS: Fact & { readonly pattern: RegExp } = {
  pattern: /[\u007f-\u009f\u2028\u2029\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
  source: 'https://github.com/go-yaml/yaml/issues/872',
  checkedOn: '2026-11-30',
};

/** YAML 1.2 reads these as octal numbers, and so does Kustomize (gopkg.in/yaml.v3); kubectl reads texts. cdk8s writes them without quotes. */
export const OCTAL_TEXTS: Fact & { readonly pattern: RegExp } = {
  pattern: /^[-+]?0o[0-7][0-7_]*$/,
  source: 'https://yaml.org/spec/1.2.2/#1032-tag-resolution',
  checkedOn: '2026-11-30',
};
