// The one place that all objects of all tests pass: every object of ours, and what became of everybody else's.

const HOOK = Symbol.for('cdk8s-datadog.ManifestHook');
const isOurs = object => object.node.root[HOOK]?.isOurs(object) ?? false;
const nameOf = ({ kind, metadata }) => `${kind} ${metadata?.namespace ?? ''}/${metadata?.name}`;
/** Positions in lists change with what is added to them. */
const withoutPositions = error => error.replace(/\/\d+/g, '/#');

/** Adds to the findings what no API server would take; `errorsOf` gives undefined for kinds that nobody has a schema of. */
exports.watch = ({ ApiObject, Chart, Yaml }, errorsOf, findings) => {
  // What is wrong with an object of somebody else as it came is theirs.
  const theirs = new Map();

  const { toJson } = ApiObject.prototype;
  ApiObject.prototype.toJson = function() {
    const manifest = toJson.call(this);
    const errors = errorsOf(manifest);
    if (!isOurs(this)) {
      const known = theirs.get(nameOf(manifest)) ?? theirs.set(nameOf(manifest), new Set()).get(nameOf(manifest));
      errors?.forEach(error => known.add(withoutPositions(error)));
    } else if (!errors) {
      findings.push(`${nameOf(manifest)}: no schema of ${manifest.apiVersion}; add it to test/schema/kinds.js`);
    } else {
      errors.forEach(error => findings.push(`${nameOf(manifest)}: ${error}`));
    }
    return manifest;
  };

  const see = manifests => {
    for (const manifest of manifests) {
      const known = typeof manifest === 'object' && manifest && theirs.get(nameOf(manifest));
      if (!known) continue;
      const added = (errorsOf(manifest) ?? []).filter(error => !known.has(withoutPositions(error)));
      added.forEach(error => findings.push(`${nameOf(manifest)}: ${error}, which it had not before`));
    }
    return manifests;
  };
  const { stringify } = Yaml;
  Yaml.stringify = (...docs) => stringify.call(Yaml, ...see(docs));
  const chartToJson = Chart.prototype.toJson;
  Chart.prototype.toJson = function() { return see(chartToJson.call(this)); };
};
