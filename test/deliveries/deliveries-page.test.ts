import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliveriesPage } from '../../src/render/deliveries/deliveries-page';
import { DELIVERY_TABLES } from '../../src/render/deliveries/delivery-tables';

const page = deliveriesPage(Object.values(DELIVERY_TABLES));

test('docs/deliveries.md is what scripts/deliveries-page.js writes', () => {
  expect(readFileSync(join(__dirname, '../../docs/deliveries.md'), 'utf8')).toBe(page);
});

test.each(Object.values(DELIVERY_TABLES))('$delivery.title: every limit, difference and field is on it', ({ coverage, limits, differences }) => {
  for (const { reason } of limits) expect(page).toContain(reason.replaceAll('|', '\\|'));
  for (const text of [...differences, ...Object.values(coverage).flatMap(row => row.difference ?? [])]) expect(page).toContain(text);
  for (const row of Object.values(coverage)) if ('keys' in row) for (const key of row.keys) expect(page).toContain(`\`${key}\``);
});
