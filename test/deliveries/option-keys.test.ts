import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { effects, tableSource } from './perturbation/option-table';
import { DELIVERY_TABLES, DeliveryTable } from '../../src/render/deliveries/delivery-tables';
import { nearestNote, noteOf } from '../../src/render/deliveries/option-keys';
import { OPTION_SHAPES } from '../../src/requirements/option-shapes';

const EFFECTS = effects();

test.each<[string, RegExp]>([
  ['platform', /^(Platform|Eks|EksFargate|K3s|Rke|OpenShift4)Options$/],
  ['credentials', /^SecretOptions$/],
])('what users say when they make the %s is in the table', (of, structs) => {
  const shapes = Object.entries(OPTION_SHAPES).filter(([name]) => structs.test(name)).map(([, shape]) => shape);
  const named = shapes.flatMap(shape => shape.split(', ').map(option => option.split('?')[0]));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(option => !EFFECTS.helm.has(`${of}.${option}`))).toEqual([]);
});

describe.each(['operator', 'helm'] as const)('%s', delivery => {
  const found = EFFECTS[delivery];
  const { notes, limits, differences }: DeliveryTable = DELIVERY_TABLES[delivery];
  const options = [...found.keys()];
  const isWithoutKeys = (option: string) => found.get(option)!.keys.length === 0;
  const saysWhy = (option: string) => {
    const { companion, outside, cannot } = noteOf(notes, option);
    return [companion, outside, cannot].filter(text => text !== undefined).length;
  };

  test('the table is what scripts/option-keys.js writes', () => {
    expect(readFileSync(join(__dirname, `../../src/render/deliveries/${delivery}-keys.ts`), 'utf8')).toBe(tableSource(delivery, found));
  });

  test('every option has another value in one of the clusters here', () => {
    expect(options.length).toBeGreaterThan(150);
    expect(options.filter(option => found.get(option)!.tried === 0)).toEqual([]);
  });

  test('an option that changes nothing has a note that says why, in one way', () => {
    expect(options.filter(option => isWithoutKeys(option) && saysWhy(option) !== 1)).toEqual([]);
  });

  test('an option that changes something has no note that says why it does not', () => {
    expect(options.filter(option => !isWithoutKeys(option) && saysWhy(option) > 0 && option === nearestNote(notes, option))).toEqual([]);
  });

  test('a note is for an option that needs it', () => {
    const needs = (path: string) => options.some(option =>
      nearestNote(notes, option) === path && (notes[path].difference !== undefined || isWithoutKeys(option)));
    expect(Object.keys(notes).filter(path => !needs(path))).toEqual([]);
  });

  test('what the delivery cannot do is refused by a limit, and nothing else is without a key for that reason', () => {
    const refused = options.filter(option => isWithoutKeys(option) && found.get(option)!.refused);
    expect(refused).toEqual(options.filter(option => isWithoutKeys(option) && noteOf(notes, option).cannot !== undefined));
    const limited = limits.map(({ option }) => option.replace(/ \((\w+)\)$/, '.$1'));
    expect(refused.filter(option => !limited.includes(option))).toEqual([]);
  });

  test('a limit is for an option, or for what constructs add', () => {
    const named = limits.map(({ option }) => option.replace(/ \((\w+)\)$/, '.$1')).filter(option => !option.includes('containers of'));
    expect(named.filter(option => !options.some(other => other === option || other.startsWith(`${option}[]`) || other.startsWith(`${option}.`)))).toEqual([]);
  });

  test('notes are sentences without an end', () => {
    const texts = [...differences, ...Object.values(notes).flatMap(note => Object.values(note) as string[])];
    expect(texts.length).toBeGreaterThan(8);
    expect(texts.filter(text => text.length < 20 || text.endsWith('.'))).toEqual([]);
  });
});
