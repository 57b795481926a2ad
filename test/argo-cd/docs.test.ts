import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARGO_CD_DIFFERENCES } from '../../src/facts/argo-cd-differences';
import { SYNC_WAVES } from '../../src/facts/argo-cd-sync-waves';
import { HELM_CHART } from '../../src/facts/helm-chart';

const PAGE = readFileSync(join(__dirname, '../../docs/argo-cd.md'), 'utf8');

test.each(SYNC_WAVES)('the page has wave $wave', ({ wave, kinds, because }) => {
  expect(PAGE).toContain(`| ${wave} | ${kinds.join(', ')} | ${because} |`);
});

test('the page has each ignored difference, with where that was read', () => {
  for (const { kind, jsonPointers, jqPathExpressions, source } of ARGO_CD_DIFFERENCES) {
    expect(PAGE).toContain(kind);
    expect(PAGE).toContain(source);
    [...jsonPointers ?? [], ...(jqPathExpressions ?? []).map(p => p.split('.').at(-1)!)].forEach(field => expect(PAGE).toContain(`\`${field}\``));
  }
});

test('the page and the options name the version of the chart', () => {
  expect(PAGE).toContain(`chart ${HELM_CHART.version}`);
  expect(readFileSync(join(__dirname, '../../src/argo-cd/argo-cd-source-options.ts'), 'utf8')).toContain(`@default "${HELM_CHART.version}"`);
});
