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
