/**
 * The same reader, whose answers are kept for as long as the object is. For readers of finished manifests, which nobody changes:
 * dozens of rules ask the same of thousands of pods.
 */
export function oncePer<K extends object, V extends object>(read: (object: K) => V): (object: K) => V {
  const kept = new WeakMap<K, V>();
  return object => {
    const known = kept.get(object);
    if (known) return known;
    const answer = read(object);
    // Where somebody wrote a text for a pod, there is nothing to keep the answer by.
    if (typeof object === 'object' && object !== null) kept.set(object, answer);
    return answer;
  };
}
