/** What the jsii kernel makes of an error that leaves a method, a static method or the synthesis. A constructor lets errors pass as they are. */
const KERNEL_ERROR = '@jsii/kernel.RuntimeError';

let isInstalled = false;

/** True in a process that a program in another language started. The runtimes of these languages set `JSII_AGENT` for the jsii kernel. */
export function isInKernel(): boolean {
  return Boolean(process.env.JSII_AGENT);
}

/** Takes the message out of the stack, so that the frames are left. */
export function leaveOnlyFrames(error: Error): void {
  const header = String(error);
  if (error.stack?.startsWith(header)) Object.defineProperty(error, 'stack', { value: error.stack.slice(header.length).replace(/^\n/, '') });
}

/**
 * Lets the stack of the error that the kernel makes have no message. The kernel sends the message and the stack, and Python, Java and Go
 * print both: with the message in the stack, they print it twice. V8 writes the stack when the kernel reads it, before its request is
 * done; after that, stacks are written as before.
 */
export function leaveOnlyFramesInKernelError(): void {
  if (!isInKernel() || isInstalled) return;
  isInstalled = true;
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (error, frames) => {
    const lines = frames.map(frame => `    at ${String(frame)}`);
    if (error.name === KERNEL_ERROR) return lines.join('\n');
    return prepareStackTrace ? prepareStackTrace(error, frames) : [String(error), ...lines].join('\n');
  };
  queueMicrotask(() => {
    isInstalled = false;
    Error.prepareStackTrace = prepareStackTrace;
  });
}
