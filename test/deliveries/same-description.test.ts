import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { Feature, FEATURES } from './features';
import { changedObjects, changedPaths, DeliveryName, Made, make, Refused } from './made';
import { DELIVERY_TABLES, DeliveryTable } from '../../src/render/deliveries/delivery-tables';
import { noteOf } from '../../src/render/deliveries/option-keys';

const MADE_FILE = join(__dirname, 'made.yaml');
const OTHERS = ['operator', 'helm'] as const;

const made = new Map(Object.entries(FEATURES).map(([name, feature]) => {
  const each = (by: DeliveryName) => ({ before: make(by, { on: feature.on }) as Made, after: make(by, feature) });
  return [name, { manifests: each('manifests'), operator: each('operator'), helm: each('helm') }];
}));

const isRefused = (result: Made | Refused): result is Refused => 'refused' in result;

/** One line for each thing that a delivery made otherwise because of the feature. */
function listing(name: string, by: DeliveryName): string[] {
  const { before, after } = made.get(name)![by];
  if (isRefused(after)) return [`refused: ${after.refused.violation.rule}`];
  return [...changedPaths(before.told, after.told).map(short), ...changedObjects(before.objects, after.objects)];
}

/** Without what stands in every path of a kind. */
function short(path: string): string {
  return path.replace(/^\.spec\./, '').replace(/^\./, '').replace(/\.valueFrom.*$/, '').replace(/\]\.value$/, ']');
}

function listed(): object {
  return Object.fromEntries([...made.keys()].map(name => [name, {
    manifests: listing(name, 'manifests'), operator: [...new Set(listing(name, 'operator'))], helm: [...new Set(listing(name, 'helm'))],
  }]));
}

test('made.yaml lists, feature by feature, what each delivery makes', () => {
  if (process.env.UPDATE_MADE) writeFileSync(MADE_FILE, `# Written by UPDATE_MADE=1 npx jest test/deliveries. What each feature changes, delivery by delivery.\n${stringify(listed(), { lineWidth: 0 })}`);
  expect(listed()).toEqual(parse(readFileSync(MADE_FILE, 'utf8')));
});

describe.each([...made.keys()])('%s', name => {
  const { manifests } = made.get(name)!;
  if (isRefused(manifests.after)) throw manifests.after.refused;
  const plain = manifests.after;
  const given = optionsOf(FEATURES[name]);

  test('plain manifests make something of it', () => {
    expect(changedObjects(manifests.before.objects, plain.objects)).not.toEqual([]);
  });

  describe.each(OTHERS)('%s', by => {
    const { before, after } = made.get(name)![by];
    const { keys, notes, limits, ownObjects }: DeliveryTable = DELIVERY_TABLES[by];
    const rows = given.map(option => Object.keys(keys).filter(path => isAt(option, path) || isAt(path, option)));

    if (isRefused(after)) {
      test('is refused by a limit that the table has', () => {
        const reasons = limits.map(limit => limit.reason);
        expect(reasons.filter(reason => after.refused.message.includes(reason))).toHaveLength(1);
      });
      return;
    }

    test('every option of the feature is in the table', () => expect(given.filter((_, at) => rows[at].length === 0)).toEqual([]));

    if (!FEATURES[name].whole) {
      test('is told in the parts that the table names, and in no others', () => {
        const named = rows.flat().flatMap(row => keys[row]).map(partOf);
        const told = [...new Set(changedPaths(before.told, after.told).map(path => partOf(path.replace(/^\.(spec\.)?/, ''))))];
        expect(told.filter(part => ![...named, 'metadata'].includes(part))).toEqual([]);
      });
    }

    test('objects beside it are those of the plain manifests', () => {
      const isSame = (id: string, object: object) => JSON.stringify(plain.objects.get(id)) === JSON.stringify(object);
      const different = [...after.objects].filter(([id, object]) => !isSame(id, object)).map(([id]) => id);
      expect(different.filter(id => !ownObjects.some(({ pattern }) => pattern.test(id)))).toEqual([]);
    });

    test('nothing is lost: what plain manifests change is told, stands beside, or has a word in the table', () => {
      const changes = [...changedPaths(before.told, after.told), ...changedObjects(before.objects, after.objects)];
      const said = rows.flat().some(row => Object.keys(noteOf(notes, row)).length > 0);
      expect(changes.length > 0 || said).toBe(true);
    });
  });
});

/** A feature, a component, or what is global: two steps of a path. */
function partOf(path: string): string {
  return path.split(/[.[]/).slice(0, /^(datadog|features|override)\./.test(path) ? 2 : 1).join('.');
}

/** `containers.agent.env` is the path of what stands in `containers.agent.env[DD_X].value`. */
function isAt(path: string, key: string): boolean {
  return path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`);
}

/** Options of a feature as the tables have them. What is no plain data is one option, with all that belongs to it. */
function optionsOf({ props = {}, uses = [] }: Feature): string[] {
  const plain = (of: unknown): boolean => Object.getPrototypeOf(of) === Object.prototype;
  const paths = (of: unknown, path: string): string[] => typeof of === 'object' && of !== null && plain(of) && Object.keys(of).length > 0
    ? Object.entries(of).flatMap(([key, item]) => paths(item, path ? `${path}.${key}` : key)) : [path];
  return [...Object.keys(props).length > 0 ? paths(props, '') : [], ...uses];
}
