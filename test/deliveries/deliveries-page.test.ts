import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliveriesPage } from '../../src/render/deliveries/deliveries-page';
import { DELIVERY_TABLES, DeliveryTable } from '../../src/render/deliveries/delivery-tables';

const page = deliveriesPage(Object.values(DELIVERY_TABLES));

test('docs/deliveries.md is what scripts/deliveries-page.js writes', () => {
  expect(readFileSync(join(__dirname, '../../docs/deliveries.md'), 'utf8')).toBe(page);
});

describe.each(Object.values(DELIVERY_TABLES))('$delivery.title', ({ keys, notes, limits, differences }: DeliveryTable) => {
  test('every limit and every note is on it', () => {
    for (const { reason } of limits) expect(page).toContain(reason.replaceAll('|', '\\|'));
    for (const text of [...differences, ...Object.values(notes).flatMap(note => Object.values(note) as string[])]) expect(page).toContain(text);
  });

  test('every option is on it, and its keys where they are few', () => {
    expect(Object.keys(keys).filter(option => !page.includes(`\`${option.replaceAll('[]', '')}\``))).toEqual([]);
    for (const of of Object.values(keys).filter(list => list.length <= 3)) for (const key of of) expect(page).toContain(`\`${key.replace(/\[.*$/, '')}\``);
  });
});

test('no option is without a word', () => expect(page).not.toContain('undefined'));
