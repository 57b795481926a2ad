import { leaveOnlyFrames, leaveOnlyFramesInKernelError } from '../../src/base/kernel-stack';

/** As the kernel makes it, whose stack has the message of what was thrown. */
class RuntimeError extends Error {
  public readonly name = '@jsii/kernel.RuntimeError';
}

const FRAMES = /^( {4}at .*(\n|$))+$/;

describe('the stack of an error that another language prints', () => {
  const { JSII_AGENT } = process.env;
  const { prepareStackTrace } = Error;
  beforeEach(() => {
    process.env.JSII_AGENT = 'Java/21';
    // The test runner has a function of its own here.
    Reflect.deleteProperty(Error, 'prepareStackTrace');
  });
  afterAll(() => {
    Error.prepareStackTrace = prepareStackTrace;
    if (JSII_AGENT === undefined) delete process.env.JSII_AGENT;
    else process.env.JSII_AGENT = JSII_AGENT;
  });

  test('has no message where the kernel made the error, until the request is done', async () => {
    leaveOnlyFramesInKernelError();
    leaveOnlyFramesInKernelError();
    expect(new RuntimeError('Error: two\nlines').stack).toMatch(FRAMES);
    expect(new TypeError('another').stack).toMatch(/^TypeError: another\n {4}at /);
    await Promise.resolve();
    expect(Error.prepareStackTrace).toBeUndefined();
    expect(new RuntimeError('Error: two\nlines').stack).toContain('two\nlines\n');
  });

  test('leaves other errors to the function that was there', async () => {
    Error.prepareStackTrace = error => `written by another: ${error.message}`;
    leaveOnlyFramesInKernelError();
    expect([new Error('mine').stack, new RuntimeError('mine').stack]).toEqual(['written by another: mine', expect.stringMatching(FRAMES)]);
    await Promise.resolve();
    expect(new RuntimeError('mine').stack).toBe('written by another: mine');
  });

  test('stays as it is in a program of JavaScript', () => {
    delete process.env.JSII_AGENT;
    leaveOnlyFramesInKernelError();
    expect(Error.prepareStackTrace).toBeUndefined();
  });

  test('keeps a stack that does not begin with the message', () => {
    const error = new Error('one');
    const { stack } = error;
    error.message = 'another';
    leaveOnlyFrames(error);
    expect(error.stack).toBe(stack);
  });
});
