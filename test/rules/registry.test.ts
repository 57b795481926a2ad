import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { disorder } from './disorder';
import { FARGATE, manifestSet, MIXED, OPENSHIFT } from './fixtures';
import { ALL_RULES } from '../../src/rules/all-rules';
import { FARGATE_POD_LIMIT_RULES } from '../../src/rules/fargate/pod-limits';
import { runRules } from '../../src/rules/run-rules';

const SOURCES = join(__dirname, '../../src/rules');

/** group/file of every file that holds rules. */
const FILES = readdirSync(SOURCES, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(group => readdirSync(join(SOURCES, group.name)).map(file => `${group.name}/${file.replace(/\.ts$/, '')}`));

describe('every rule', () => {
  test('has an id of its own, in the form group/what-holds', () => {
    const ids = ALL_RULES.map(rule => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    ids.forEach(id => expect(id).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/));
  });

  test.each(ALL_RULES.map(rule => [rule.id, rule] as const))('%s has a sentence for a title, and a page', (_, rule) => {
    expect(rule.title).toMatch(/^[A-Z].*[a-z']\.$/);
    expect(rule.link).toMatch(/^https:\/\/\S+$/);
  });

  test('stands in a file that is named after its id', () => {
    const files = ALL_RULES.map(rule => FARGATE_POD_LIMIT_RULES.includes(rule) ? 'fargate/pod-limits' : rule.id);
    expect([...new Set(files)].sort()).toEqual([...FILES].sort());
  });

  test.each(FILES)('%s has a test', file => {
    expect(existsSync(join(__dirname, `${file}.test.ts`))).toBe(true);
  });
});

test('every rule has something to say to a cluster in disorder that runs no cluster checks', () => {
  const context = { ...FARGATE, kubernetesVersion: '1.28', serviceCidr: '10.96.0.0/16', fargateProfiles: [{ name: 'other', selectors: [{ namespace: 'other', labels: {} }] }] };
  const said = new Set([context, MIXED, OPENSHIFT].flatMap(known => runRules({ ...known, manifests: manifestSet(disorder()) })).map(f => f.rule));
  expect(ALL_RULES.map(rule => rule.id).filter(id => !said.has(id))).toEqual([
    'cluster-checks/have-a-runner', 'placement/node-agent-runs',
    'sidecar/token-is-mounted',
    // Among the webhooks is one that chooses every pod, so every pod has an Agent.
    'sidecar/every-pod-has-an-agent', 'sidecar-injection/webhook-label-counts',
    // Nothing there has resources of the pod as a whole.
    'sidecar-injection/injected-has-room', 'sidecar-injection/webhook-is-there',
  ]);
});
