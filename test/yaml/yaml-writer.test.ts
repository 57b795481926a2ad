import * as fc from 'fast-check';
import { ANY_DOCUMENTS, PLAIN_DOCUMENTS } from './values';
import { YamlWriter } from '../../src/yaml/yaml-writer';

// `test/yaml/compare.ts` runs the same over millions of values.
const RUNS = { numRuns: 400, seed: 20261130 };

const written = (write: (document: unknown) => string, document: unknown) => {
  try {
    return write(document);
  } catch (error) {
    return `fails: ${(error as Error).message}`;
  }
};

describe.each(['cdk8s', 'cdk8s-newest'])('the writer beside %s', name => {
  const { Yaml } = jest.requireActual(name);
  const authority = (document: unknown) => Yaml.stringify(document);
  const writer = () => new YamlWriter(authority);

  test('writes plain documents with the bytes of cdk8s, nearly all of them by itself', () => {
    const ours = writer();
    fc.assert(fc.property(PLAIN_DOCUMENTS, document => {
      expect(ours.write(document)).toBe(authority(document));
    }), RUNS);
    expect(ours.served / (ours.served + ours.left)).toBeGreaterThan(0.9);
  });

  test('gives the bytes or the error of cdk8s for documents of any kind', () => {
    const ours = writer();
    fc.assert(fc.property(ANY_DOCUMENTS, document => {
      expect(written(d => ours.write(d), document)).toBe(written(authority, document));
    }), RUNS);
  });

  const shared = { cpu: '1' };
  const emptyList: string[] = [];
  class Amount {
    public readonly value = 1;
  }
  test.each<[what: string, document: unknown]>([
    ['an object that stands in two places', { requests: shared, limits: shared }],
    ['an empty list that stands in two places', { a: emptyList, b: [emptyList] }],
    ['a key that begins as a document does', { '---': 1 }],
    ['a key of more than 1024 characters', { ['k'.repeat(1025)]: 1 }],
    ['an undefined value', { a: undefined }],
    ['a hole in a list', { a: Array(2) }],
    ['a big integer', { a: 10n }],
    ['a date', { a: new Date(0) }],
    ['an object with a toJSON', { a: { toJSON: () => 'b' } }],
    ['an instance of a class', { a: new Amount() }],
    ['a text', 'text'],
    ['an empty object', {}],
    ['nothing', null],
  ])('leaves %s to cdk8s', (_, document) => {
    const ours = writer();
    expect(ours.write(document)).toBe(authority(document));
    expect(ours).toMatchObject({ served: 0, left: 1 });
  });

  test('leaves a document that is nested too deeply to cdk8s', () => {
    const nested = (depth: number): unknown => depth === 0 ? 1 : { a: nested(depth - 1) };
    const ours = writer();
    expect([150, 250].map(depth => ours.write(nested(depth)) === authority(nested(depth)))).toEqual([true, true]);
    expect(ours).toMatchObject({ served: 1, left: 1 });
  });

  test('an object of one document may stand in the next one', () => {
    const ours = writer();
    expect([ours.write({ a: shared }), ours.write({ a: shared })]).toEqual(['a:\n  cpu: "1"\n', 'a:\n  cpu: "1"\n']);
    expect(ours.left).toBe(0);
  });

  test('forgets kept texts before they fill the memory, and asks for them again', () => {
    const asked = jest.fn(authority);
    const ours = new YamlWriter(asked, 100);
    const text = (n: number) => `text ${n} `.repeat(5);
    const documents = [1, 1, 2, 3, 1].map(n => ours.write({ a: text(n) }));
    expect(documents).toEqual([1, 1, 2, 3, 1].map(n => authority({ a: text(n) })));
    // The key and three texts; the third text does not fit beside the others, so the key and the first text are asked for again.
    expect(asked.mock.calls.length).toBe(6);
  });
});
