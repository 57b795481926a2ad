import * as fc from 'fast-check';
import { canMatchLogs, matchesTag, sampleTag } from '../../src/manifest/log-tag';

const TAG = sampleTag('Deployment', 'web', 'shop', 'nginx');

test('a tag has pod, namespace and container', () => {
  expect(TAG).toBe(`kube.var.log.containers.web-0_shop_nginx-${'0'.repeat(64)}.log`);
  expect(sampleTag('Pod', 'once', 'shop', 'x')).toContain('containers.once_shop_x-');
});

test.each([
  ['*', true],
  ['kube.*', true],
  ['kube.*_shop_*', true],
  ['kube.*_sho_*', false],
  ['kube.var.log.containers.web-*_shop_nginx-*.log', true],
  ['kube', false],
  ['kube?*', false],
  ['KUBE.*', false],
])('%s takes it: %s', (pattern, takes) => {
  expect(matchesTag(pattern, TAG)).toBe(takes);
});

test('a pattern that takes a tag of some log can match logs', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/);
  fc.assert(fc.property(name, name, name, fc.array(fc.nat({ max: 60 }), { maxLength: 4 }), (workload, namespace, container, cuts) => {
    const tag = sampleTag('Deployment', workload, namespace, container);
    // Stars in place of parts of the tag.
    const pattern = cuts.reduce((text, at) => `${text.slice(0, at)}*${text.slice(at + 3)}`, tag);
    expect(matchesTag(pattern, tag)).toBe(true);
    expect(canMatchLogs(pattern)).toBe(true);
  }), { numRuns: 300, seed: 1 });
});
