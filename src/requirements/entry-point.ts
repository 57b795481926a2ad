import { withoutUserSecrets } from './printable';
import { isInKernel, leaveOnlyFrames, leaveOnlyFramesInKernelError } from '../base/kernel-stack';
import { Place, ViolationError } from '../base/violation';

type Call = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Decorates every public class: an error that leaves its constructor, its static methods or its methods says where it happened, shows
 * nothing that has the shape of a secret, and has a stack that begins at the caller. So a user sees the path of the construct and the
 * line of the own program first, and not the inside of this library.
 *
 * The constructor of a construct and its methods name the construct. Everything else names the function, as in `Platform.eks()`, and
 * the construct that it was called with, where there is one.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
export function entryPoint<T extends Function>(type: T): T {
  // The name is read late: a bundler may write it after this.
  wrapMethods(type, method => ([scope]) => ({ call: `${type.name}.${method}()`, path: pathOf(scope) }));
  wrapMethods(type.prototype, method => (_, self) => pathOf(self) === undefined ? { call: `${type.name}.${method}()` } : { path: pathOf(self) });
  const construct: ProxyHandler<T>['construct'] = (target, args, newTarget) =>
    leave(() => Reflect.construct(target, args, newTarget), construct!, () => newPlace(type.name, args));
  const entry = new Proxy(type, { construct });
  Object.defineProperty(type.prototype, 'constructor', { value: entry, configurable: true, writable: true });
  return entry;
}

/** Those of the user: what begins with an underscore is ours, and is called by ours. */
function wrapMethods(owner: object, placeOf: (method: string) => (args: unknown[], self: unknown) => Place): void {
  for (const [method, { value, ...descriptor }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
    if (typeof value !== 'function' || method === 'constructor' || method.startsWith('_')) continue;
    const place = placeOf(method);
    const wrapped: Call = function (...args) {
      return leave(() => (value as Call).apply(this, args), wrapped, () => place(args, this));
    };
    Object.defineProperty(wrapped, 'name', { value: method });
    Object.defineProperty(owner, method, { ...descriptor, value: wrapped });
  }
}

function leave<R>(work: () => R, caller: Call | NonNullable<ProxyHandler<object>['construct']>, place: () => Place): R {
  try {
    return work();
  } catch (error) {
    if (error instanceof ViolationError) {
      error.leave(place(), withoutUserSecrets);
      Error.captureStackTrace(error, caller);
      if (isInKernel()) {
        leaveOnlyFrames(error);
        leaveOnlyFramesInKernelError();
      }
    }
    throw error;
  }
}

function newPlace(name: string, [scope, id]: unknown[]): Place {
  const path = pathOf(scope);
  return path === undefined ? { call: `new ${name}()` } : { path: path === '' ? String(id) : `${path}/${String(id)}` };
}

/** The app has an empty one. */
function pathOf(given: unknown): string | undefined {
  try {
    const path = (given as { readonly node?: { readonly path?: unknown } } | undefined | null)?.node?.path;
    return typeof path === 'string' ? path : undefined;
  } catch {
    return undefined;
  }
}
