import { distanceOf } from '../../base/nearest';
import { ADMISSION_LABEL, ADMISSION_PREFIX, CONFIG_MODE_LABEL } from '../../facts/admission-controller';
import { WEBHOOK_LABEL } from '../../facts/sidecar';
import { LocatedPods } from '../../manifest/manifest-set';
import { isDatadogs } from '../../manifest/node-agents';
import { isObject } from '../../manifest/objects-in';
import { Rule } from '../rule';

const LABELS = [WEBHOOK_LABEL.name, ADMISSION_LABEL.name, CONFIG_MODE_LABEL.name];
/** Typing errors have few wrong letters. */
const MOST_EDITS = 2;

export const labelIsKnown: Rule = {
  id: 'cluster-agent/label-is-known',
  severity: 'warning',
  title: 'Labels for the webhooks of the Cluster Agent are spelt right, and are labels of the pods.',
  link: ADMISSION_PREFIX.source,
  check: ({ manifests }) => manifests.pods.filter(at => !isDatadogs(at)).flatMap(at => {
    const [fault] = [...misspelt(at), ...asAnnotation(at), ...onWorkload(at), ...wrongValue(at)];
    return fault === undefined ? [] : [{ at, ...fault }];
  }),
};

interface Fault {
  readonly reason: string;
  readonly remedy: string;
}

function misspelt({ template }: LocatedPods): Fault[] {
  const names = keys(template.metadata?.labels);
  return names.flatMap(name => {
    const meant = LABELS.find(known => name !== known && !LABELS.includes(name) && (isNear(name, known) || name.startsWith(`${known}:`)));
    return meant === undefined || names.includes(meant) ? [] : [{
      reason: `its pods have the label '${name}', which no webhook of the Cluster Agent knows`,
      remedy: `Write '${meant}'${name.includes(':') ? ', with a space between the colon and the value' : ''}, or remove the label`,
    }];
  });
}

function isNear(name: string, known: string): boolean {
  return Math.abs(name.length - known.length) <= MOST_EDITS && distanceOf(name, known) <= MOST_EDITS;
}

function asAnnotation({ template }: LocatedPods): Fault[] {
  const labels = keys(template.metadata?.labels);
  return keys(template.metadata?.annotations).filter(name => LABELS.includes(name) && !labels.includes(name)).map(name => ({
    reason: `'${name}' is an annotation of its pods, and the webhooks of the Cluster Agent read it as a label alone`,
    remedy: 'Move it to the labels of the pod template',
  }));
}

function onWorkload({ manifest, template }: LocatedPods): Fault[] {
  if (manifest.kind === 'Pod') return [];
  const ofPods = keys(template.metadata?.labels);
  return keys(manifest.metadata?.labels).filter(name => LABELS.includes(name) && !ofPods.includes(name)).map(name => ({
    reason: `the label '${name}' is on the ${manifest.kind} itself, and its pods do not have it`,
    remedy: 'Move it to the labels of the pod template',
  }));
}

function wrongValue({ template }: LocatedPods): Fault[] {
  const labels: unknown = template.metadata?.labels;
  const value: unknown = isObject(labels) ? (labels as { readonly [name: string]: unknown })[ADMISSION_LABEL.name] : undefined;
  return value === undefined || value === 'true' || value === 'false' ? [] : [{
    reason: `the label '${ADMISSION_LABEL.name}' of its pods is neither 'true' nor 'false'`,
    remedy: `Write '${ADMISSION_LABEL.name}: "true"', in quotes, or "false"`,
  }];
}

function keys(map: unknown): string[] {
  return isObject(map) ? Object.keys(map) : [];
}
