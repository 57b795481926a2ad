import { disorder } from './disorder';
import { cluster, FARGATE, manifestSet, MIXED } from './fixtures';
import { Manifest } from '../../src/manifest/manifest';
import { ALL_RULES } from '../../src/rules/all-rules';
import { describeFindings } from '../../src/rules/describe-findings';
import { runRules } from '../../src/rules/run-rules';

/** Rules that look at where pods run. */
const BY_PLACE = ALL_RULES.filter(({ id }) => /^(placement|fargate)\/|endpoints-resolve-ip$|cluster-agent-name-resolves$/.test(id));

test('a cluster in order has no errors', () => {
  const found = runRules({ ...FARGATE, manifests: manifestSet(cluster()) });
  expect(found.filter(f => f.severity !== 'info').map(f => `${f.rule} ${f.object}`)).toEqual(['credentials/literal-value Secret datadog/datadog-secret']);
});

test('a finding is told as where, why, what to write, and the page', () => {
  const [found] = runRules({ ...FARGATE, manifests: manifestSet(cluster()) });
  expect(describeFindings([found])).toEqual([expect.stringMatching(/^credentials\/literal-value: Secret datadog\/datadog-secret: the values of .*\. Take them .*\. See https:\S+$/)]);
});

describe('manifests that nobody expects', () => {
  /** All values in all places, which takes minutes: a stage of `.ci/run` asks for it. */
  const EVERYWHERE = process.env.ODD_VALUES === 'everywhere';
  const ODD: readonly unknown[] = [undefined, null, '', 'odd', 0, 7, true, [], {}, [null], ['odd'], { odd: null }];

  test.each(ODD.map((value, at) => [JSON.stringify(value) ?? 'undefined', value, at]))('no rule fails where %s stands in place of a value', (_, odd, nth) => {
    // Each object of the disorder beside a cluster in order: all of them at once would take minutes.
    const variants = [cluster(), ...disorder().map(manifest => [manifest])];
    // One expectation for all: there are thousands of places.
    const failed: string[] = [];
    const places = variants.flatMap(objects => pathsIn(objects).map(at => [objects, at] as const));
    // Each place gets a quarter of the values, and each value a quarter of the places, so that the test takes seconds.
    for (const [written, path] of places.filter((__, at) => EVERYWHERE || at % 4 === (nth as number) % 4)) {
      const changed = replaceAt(written, path, odd) as Manifest[];
      const manifests = manifestSet(written === variants[0] ? changed : [...variants[0], ...changed]);
      try {
        runRules({ ...FARGATE, manifests });
        runRules({ ...MIXED, manifests }, BY_PLACE);
      } catch (error) {
        failed.push(`${path.join('.')}: ${(error as Error).stack}`);
      }
    }
    expect(failed).toEqual([]);
  });

  test('without a context, no rule fails either', () => {
    expect(runRules({ manifests: manifestSet([]) })).toEqual([]);
  });
});

function pathsIn(json: any, at: readonly string[] = []): string[][] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.keys(json).flatMap(key => [[...at, key], ...pathsIn(json[key], [...at, key])]);
}

function replaceAt(json: any, [key, ...rest]: readonly string[], value: unknown): unknown {
  const changed = rest.length === 0 ? value : replaceAt(json[key], rest, value);
  return Array.isArray(json) ? json.map((item, at) => String(at) === key ? changed : item) : { ...json, [key]: changed };
}
