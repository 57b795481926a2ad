import { annotation, autodiscoveryAnnotations, CHECK_FIELDS } from './autodiscovery';
import { ViolationError } from '../base/violation';
import { AUTODISCOVERY_V2 } from '../facts/autodiscovery';
import { AutodiscoveryModel } from '../model/autodiscovery-model';

type Annotations = { readonly [name: string]: string };

/** What is asked for one identifier. */
interface Request {
  readonly identifier: string;
  readonly model: AutodiscoveryModel;
}

/**
 * The annotations of an object with those that the requests ask for. Several requests for one identifier and version
 * make one set. Throws a `ViolationError` where a check is asked for twice, or what the user wrote is in the way.
 */
export function annotate(annotations: Annotations | null | undefined, requests: readonly Request[]): Annotations {
  const written = annotations ?? {};
  const groups = new Map<string, Request>();
  for (const { identifier, model } of requests) {
    const key = `${identifier}/${model.version}`;
    groups.set(key, { identifier, model: merge(groups.get(key)?.model, model) });
  }
  const ours = [...groups.values()].reduce<Annotations>((all, { identifier, model }) => {
    requireChecksOnce(identifier, model);
    const added = autodiscoveryAnnotations(identifier, model);
    requireRoom(written, added, identifier, model);
    return { ...all, ...added };
  }, {});
  return { ...written, ...ours };
}

function merge(first: AutodiscoveryModel | undefined, second: AutodiscoveryModel): AutodiscoveryModel {
  return first === undefined ? second : {
    ...second,
    checks: [...first.checks, ...second.checks],
    logs: [...first.logs, ...second.logs],
    resolve: second.resolve ?? first.resolve,
  };
}

function requireChecksOnce(identifier: string, { checks }: AutodiscoveryModel): void {
  const twice = checks.find(({ name }, at) => checks.findIndex(c => c.name === name) < at);
  if (twice) {
    throw new ViolationError({
      rule: 'autodiscovery/check-once',
      reason: `the check '${twice.name}' is asked for twice for '${identifier}', and the annotation has room for one`,
      remedy: "Ask for it once, with all its 'instances'",
      link: AUTODISCOVERY_V2.source,
    });
  }
}

/** Where both versions stand the Agent reads the second alone, so checks in either are in the way of ours. */
function requireRoom(written: Annotations, ours: Annotations, identifier: string, { checks }: AutodiscoveryModel): void {
  const inTheWay = [
    ...Object.keys(ours).filter(key => Object.hasOwn(written, key) && written[key] !== ours[key]),
    ...checks.length === 0 ? [] : CHECK_FIELDS
      .map(field => annotation(identifier, field))
      .filter(key => Object.hasOwn(written, key) && !Object.hasOwn(ours, key)),
  ];
  if (inTheWay.length === 0) return;
  const asked = checks.length > 0 ? `the checks ${checks.map(({ name }) => `'${name}'`).join(', ')}` : 'the logs';
  throw new ViolationError({
    rule: 'autodiscovery/annotation-is-free',
    reason: `the annotation '${inTheWay[0]}' is written already, and Autodiscovery would write ${Object.keys(ours).map(key => `'${key}'`).join(', ')} for ${asked}`,
    remedy: 'Remove the annotation, and give what it says to Autodiscovery',
    link: AUTODISCOVERY_V2.source,
  });
}
