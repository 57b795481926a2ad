import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ViolationError } from '../../src/base/violation';
import { entryPoint } from '../../src/requirements/entry-point';

function fail(): never {
  throw new ViolationError({ rule: 'datadog/tag-key', reason: 'it is so', remedy: 'Write it otherwise', link: 'https://example.com/page' });
}

@entryPoint
class Part extends Construct {
  public static of(scope: Construct): void {
    fail.call(scope);
  }

  constructor(scope: Construct, id: string, works: boolean) {
    super(scope, id);
    if (!works) fail();
  }

  public method(): void {
    fail();
  }
}

@entryPoint
class Whole extends Construct {
  constructor(scope: Construct, id: string, works: boolean) {
    super(scope, id);
    new Part(this, 'Part', works);
  }
}

@entryPoint
class Plain {
  public static make(): Plain {
    return new Plain(false);
  }

  constructor(works: boolean) {
    if (!works) fail();
  }

  public method(): void {
    fail();
  }

  public bug(): void {
    throw new TypeError('a bug');
  }
}

class Mine extends Whole {
  constructor(scope: Construct, id: string) {
    super(scope, id, false);
  }
}

function errorOf(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('no error');
}

const chart = new Chart(new App(), 'tokyo');
const firstFrame = (error: Error) => error.stack!.split('\n').find(line => line.startsWith('    at '));

test.each<[string, string, () => unknown]>([
  ['a construct', '[tokyo/one] ', () => new Part(chart, 'one', false)],
  ['a construct below the app', '[two] ', () => new Part(chart.node.root as App, 'two', false)],
  ['a part of a construct', '[tokyo/three/Part] ', () => new Whole(chart, 'three', false)],
  ['a method of a construct', '[tokyo/four] ', () => new Part(chart, 'four', true).method()],
  ['a function with a construct', '[tokyo] Part.of(): ', () => Part.of(chart)],
  ['a factory', 'Plain.make(): ', () => Plain.make()],
  ['a class', 'new Plain(): ', () => new Plain(false)],
  ['a method of a class', 'Plain.method(): ', () => new Plain(true).method()],
])('names %s', (_, place, work) => {
  const error = errorOf(work);
  expect(error.message).toBe(`${place}datadog/tag-key: it is so.\n  Write it otherwise.\n  See https://example.com/page`);
  expect(firstFrame(error)).toMatch(/^ {4}at (work )?\(?\S+entry-point\.test\.ts:\d+/);
  expect(error.stack).not.toMatch(/\bat (fail|new (Part|Whole|Plain)|Reflect)\b/);
});

test('begins the stack in the constructor of a subclass that a user wrote', () => {
  expect(firstFrame(errorOf(() => new Mine(chart, 'mine')))).toMatch(/^ {4}at new Mine \(\S+entry-point\.test\.ts/);
});

test('leaves the stack of a bug as it is', () => {
  expect(firstFrame(errorOf(() => new Plain(true).bug()))).toMatch(/at \w+\.bug/);
});

test('names what is called with something that fails when it is read', () => {
  const hostile = new Proxy({}, { get: () => fail() });
  expect(errorOf(() => Part.of(hostile as Construct)).message).toContain('Part.of(): datadog/tag-key');
});

test('keeps classes as they are for programs', () => {
  const part = new Part(chart, 'six', true);
  expect([part instanceof Part, part.constructor === Part, Part.name, part.method.name, Object.keys(Part)]).toEqual([true, true, 'Part', 'method', []]);
});

describe('in the process of another language', () => {
  const { JSII_AGENT } = process.env;
  beforeAll(() => { process.env.JSII_AGENT = 'Python/3.12'; });
  afterAll(() => {
    if (JSII_AGENT === undefined) delete process.env.JSII_AGENT;
    else process.env.JSII_AGENT = JSII_AGENT;
  });

  test.each<[string, () => unknown]>([
    ['a construct', () => new Part(chart, 'seven', false)],
    ['a part of a construct', () => new Whole(chart, 'eight', false)],
    ['a factory that calls a constructor', () => Plain.make()],
  ])('leaves the message out of the stack of %s, because the language prints both', (_, work) => {
    const { message, stack } = errorOf(work);
    expect(message).toContain('datadog/tag-key: it is so.\n  Write it otherwise.\n');
    expect(stack).not.toContain('it is so');
    expect(stack!.split('\n').filter(line => !line.startsWith('    at '))).toEqual([]);
    expect(stack).toMatch(/^ {4}at .*entry-point\.test\.ts:\d+/);
  });
});
