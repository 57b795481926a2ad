import type { App } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { ViolationError } from '../../src/base/violation';
import { readYaml } from '../read-yaml';

declare const schemaFindings: string[];

export interface Outcome {
  /** Ids of the rules that stopped it; empty where manifests came out. */
  readonly rules: readonly string[];
  readonly manifests: readonly any[];
}

/**
 * What users write for Kubernetes or for a store of secrets, and what goes there as it is: its insides are theirs, and the API
 * server tells what it does not know of them.
 */
const PASSED_ON = /\/(affinity|tolerations|topologySpreadConstraints|volumes|volumeMounts)\b|SecretStore .*: \/spec\/provider\//;

const FINDING = /^ {2}\[[^\n]*?\] ([a-z]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*): /gm;

/** Texts of documents that mean the same to kubectl, which reads YAML 1.1: there `on` is true. */
const alike = new Set<string>();

function requireSameMeaning(yaml: string): void {
  for (const text of yaml.split(/^---\n/m).filter(document => !alike.has(document))) {
    expect(parseAllDocuments(text, { version: '1.1', schema: 'yaml-1.1' }).map(d => d.toJS())).toEqual(readYaml(text));
    alike.add(text);
  }
}

/** Runs a program: manifests that pass the schemas, or errors that carry the ids of their rules. Everything else fails. */
export function outcomeOf(work: () => App): Outcome {
  schemaFindings.length = 0;
  let app: App;
  let yaml: string;
  try {
    app = work();
    yaml = app.synthYaml();
  } catch (error) {
    schemaFindings.length = 0;
    if (error instanceof ViolationError) return { rules: [error.violation.rule], manifests: [] };
    const { message } = error as Error;
    const rules = message?.startsWith?.('Validation failed with the following errors') ? [...message.matchAll(FINDING)].map(([, rule]) => rule) : [];
    if (rules.length === 0) throw error;
    return { rules, manifests: [] };
  }
  const findings = [...new Set(schemaFindings.splice(0))].filter(finding => !PASSED_ON.test(finding));
  if (findings.length > 0) throw new Error(`no API server would take this:\n  ${findings.join('\n  ')}`);
  requireSameMeaning(yaml);
  return { rules: [], manifests: readYaml(yaml) };
}
