/** A value that two pods have not in common. */
export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Every field of one and of the other, by path; lists by position. What is undefined is not there. */
export function differences(expected: unknown, actual: unknown, path = ''): Difference[] {
  if (isObject(expected) && isObject(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].flatMap((key) => (
      differences((expected as any)[key], (actual as any)[key], `${path}${Array.isArray(expected) ? `[${key}]` : `.${key}`}`)
    ));
  }
  return JSON.stringify(expected) === JSON.stringify(actual) ? [] : [{ path, expected, actual }];
}

/**
 * What is counted and named anew for each pod is none of its content, nor is the order of volumes and mounts: the API server
 * mounts the token before a policy sees the pod, and after the volumes of one that has the Agent already. An empty list of
 * them is none.
 */
export function contentOf({ metadata, spec }: any): object {
  const text = JSON.stringify({ labels: metadata.labels, annotations: metadata.annotations ?? {}, spec });
  const token = /kube-api-access-\w+/.exec(text)?.[0];
  return JSON.parse(token ? text.replaceAll(token, 'kube-api-access') : text, (key, value) => {
    if (key !== 'volumes' && key !== 'volumeMounts') return value;
    return value.length > 0 ? [...value].sort(by(key === 'volumes' ? 'name' : 'mountPath')) : undefined;
  });
}

function by(field: string) {
  return (a: any, b: any) => (a[field] < b[field] ? -1 : 1);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
