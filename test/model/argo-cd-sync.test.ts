import { resolveSync, SyncDescription } from '../../src/model/argo-cd-sync';
import { violationOf } from '../requirements/violations';

test('a chart makes no namespace', () => {
  expect(resolveSync({}, true).createNamespace).toBe(true);
  expect(resolveSync({}, false).createNamespace).toBe(false);
  expect(resolveSync({ createNamespace: false }, true).createNamespace).toBe(false);
});

test.each<[string, SyncDescription]>([
  ['argo-cd/sync-option', { automated: false, prune: true }],
  ['argo-cd/sync-option', { automated: false, selfHeal: true }],
  ['argo-cd/sync-option', { automated: false, allowEmpty: true }],
  ['argo-cd/sync-option', { prune: false, allowEmpty: true }],
  ['argo-cd/sync-option', { namespaceLabels: { a: 'b' } }],
  ['argo-cd/sync-option', { namespaceAnnotations: { a: 'b' } }],
  ['argo-cd/sync-option', { includeMutationWebhook: true }],
  ['options/value-is-known', { prunePropagationPolicy: 'cascade' }],
  ['kubernetes/string-values', { createNamespace: true, namespaceLabels: { a: 1 as any } }],
  ['argo-cd/retry', { retry: { limit: -2 } }],
  ['argo-cd/retry', { retry: { factor: 0 } }],
  ['argo-cd/retry', { retry: { maxBackoff: '3 minutes' } }],
])('%s: %j', (rule, sync) => expect(violationOf(() => resolveSync(sync, false)).rule).toBe(rule));

test('what does something is taken', () => {
  const sync: SyncDescription = {
    allowEmpty: true, createNamespace: true, namespaceLabels: { a: 'b' }, serverSideDiff: true, includeMutationWebhook: true, prunePropagationPolicy: 'background',
  };
  const { allowEmpty, ...others } = sync;
  expect(resolveSync(sync, false)).toMatchObject({ ...others, automated: { prune: true, selfHeal: true, allowEmpty } });
  expect(resolveSync({ automated: false, prune: false }, false).automated).toBeUndefined();
});
