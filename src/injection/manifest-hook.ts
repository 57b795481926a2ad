import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { apiObjectsIn } from './api-objects';
import { HookError } from './hook-error';
import { namedConstruct, shortPath } from './named-construct';
import { writeFast } from './yaml-during-pass';
import { leaveOnlyFramesInKernelError } from '../base/kernel-stack';
import { oneLine } from '../base/one-line';
import { ViolationError } from '../base/violation';
import { Located, Manifest } from '../manifest/manifest';
import { byRule, describeFindings } from '../rules/describe-findings';

/** A finished manifest of the app and the object that it was rendered from. */
export interface Rendered extends Located {
  readonly object: ApiObject;
}

/** What somebody wants of the hook, in the order in which one pass asks for it. */
export interface HookListener {
  /** Before anything is rendered. */
  begin?(): void;
  /** Every object that is not ours, as it was rendered; returns what is written in its place. */
  transform?(object: ApiObject, manifest: Manifest): Manifest;
  /** After everybody else's objects are rendered and before ours are: the last moment to create objects. */
  prepare?(): void;
  /** All finished manifests. What is returned stops the synthesis before a byte is written, unless `conclude` takes it out. */
  check?(rendered: readonly Rendered[]): HookError[];
  /** Last, with the errors of every `check`. What is returned stops the synthesis in their place. */
  conclude?(rendered: readonly Rendered[], errors: readonly HookError[]): readonly HookError[];
}

const TOO_LATE = {
  rule: 'app/changed-before-synth',
  remedy: 'Call it before app.synth(), which is the last line of the program',
  link: 'https://cdk8s.io/docs/latest/basics/app/',
} as const;

/** Lines of an error below the first; cdk8s indents that one by two spaces. */
const INDENT = ' '.repeat(6);

const KEY = Symbol.for('cdk8s-datadog.ManifestHook');
/** Set by the jsii kernel on objects that another language holds. */
const JSII_OBJECT_ID = Symbol.for('$__jsii__objid__$');

/**
 * The one door to the manifests of an app, ours and everybody else's; one for each root.
 *
 * cdk8s has no aspects. Its validations run before anything is written on every path, so one validation on the root
 * renders every object once, hands each to the listeners, checks the whole, and keeps the result for the rest of the
 * pass. See docs/decisions/0002-manifest-hook.md for what was measured and why nothing simpler holds.
 */
export class ManifestHook {
  public static of(scope: IConstruct): ManifestHook {
    const root = scope.node.root as IConstruct & { [KEY]?: ManifestHook };
    if (!root[KEY]) Object.defineProperty(root, KEY, { value: new ManifestHook(root) });
    return root[KEY]!;
  }

  /** True where another language overrides the method: the jsii kernel pins it, so what it returns is out of reach. */
  public static isPinned(object: IConstruct, method: string = 'toJson'): boolean {
    return Object.getOwnPropertyDescriptor(object, method)?.writable === false;
  }

  private readonly listeners: HookListener[] = [];
  private readonly ours = new WeakSet<IConstruct>();
  private readonly bracketed = new WeakSet<object>();
  private readonly wrapped = new WeakSet<object>();
  private readonly reporting = new WeakSet<object>();

  private readonly kept = new Map<ApiObject, Manifest>();
  /** Of this pass: what cdk8s is going to write. */
  private rendered = new WeakSet<Manifest>();
  /** Gives the writing back to cdk8s. */
  private close?: () => void;
  private errors?: Map<IConstruct, string[]>;
  private depth = 0;
  private implicit = false;
  private running = false;
  private synthesized = false;

  private constructor(private readonly root: IConstruct) {
    this.bracket(root, 'synth', () => this.synthesized = true);
    this.bracket(root, 'synthYaml');
    root.node.addValidation({ validate: () => this.validate() });
  }

  public listen(listener: HookListener): void {
    this.listeners.push(listener);
  }

  /** Marks an object as ours: rendered after all others and never transformed. */
  public own(object: ApiObject): void {
    this.ours.add(object);
  }

  public isOurs(object: IConstruct): boolean {
    return this.ours.has(object);
  }

  /**
   * Throws a `ViolationError` where `app.synth()` has written the output already, so that a call of `what` would change nothing.
   * Programs in other languages are not seen: the jsii kernel calls the class, and not the app.
   */
  public requireOpen(what: string, at: IConstruct): void {
    if (this.synthesized) throw new ViolationError({ ...TOO_LATE, reason: `${what} was called after app.synth(), which has written the output already` }, at.node.path);
  }

  // A pass begins with the outermost call of a bracketed method and ends with it. The jsii kernel calls prototypes and
  // so goes round the brackets: there the first validation opens a pass that lasts until the kernel's request is done.

  private bracket(target: any, method: string, then?: () => void): void {
    if (typeof target[method] !== 'function' || ManifestHook.isPinned(target, method)) return;
    const original = target[method];
    target[method] = (...args: unknown[]) => {
      const result = this.pass(() => original.apply(target, args));
      then?.();
      return result;
    };
  }

  private pass<T>(work: () => T): T {
    if (this.depth === 0 && !this.inKernelRequest) this.begin();
    this.depth++;
    try {
      return work();
    } finally {
      this.depth--;
      if (this.depth === 0 && !this.inKernelRequest) this.end();
    }
  }

  /** The pass under way was opened by a request of the jsii kernel, which goes on. */
  private get inKernelRequest(): boolean {
    return this.implicit && (this.root as any)[JSII_OBJECT_ID] !== undefined;
  }

  private begin(): void {
    this.forget();
    this.close = writeFast(document => this.rendered.has(document as Manifest));
  }

  private forget(): void {
    this.close?.();
    this.close = undefined;
    this.kept.clear();
    this.rendered = new WeakSet();
    this.errors = undefined;
  }

  private openImplicitPass(): void {
    this.begin();
    this.implicit = true;
    queueMicrotask(() => this.end());
  }

  private end(): void {
    this.implicit = false;
    this.forget();
  }

  private keep(object: ApiObject, manifest: Manifest): void {
    this.kept.set(object, manifest);
    this.rendered.add(manifest);
  }

  private validate(): string[] {
    // A Lazy that renders another chart of the app comes here again, before the whole is rendered.
    if (this.running) return [];
    // Outside of brackets and of the kernel, this is a chart that is rendered by itself for the first time.
    if (this.depth === 0 && !this.inKernelRequest) this.openImplicitPass();
    this.errors ??= this.run();
    if (this.errors.size > 0) leaveOnlyFramesInKernelError();
    return this.errors.get(this.root) ?? [];
  }

  private run(): Map<IConstruct, string[]> {
    this.running = true;
    this.depth++;
    try {
      return this.renderAndCheck();
    } finally {
      this.depth--;
      this.running = false;
    }
  }

  private renderAndCheck(): Map<IConstruct, string[]> {
    this.bracketCharts();
    const known = new Set<IConstruct>(this.root.node.findAll());
    this.listeners.forEach(l => l.begin?.());
    for (const object of this.objects()) if (!this.ours.has(object)) this.render(object);
    this.listeners.forEach(l => l.prepare?.());
    const objects = this.objects();
    for (const object of objects) if (this.ours.has(object)) this.render(object);

    const rendered = objects.map(object => ({ object, path: shortPath(object), manifest: this.render(object) }));
    const checked: readonly HookError[] = this.listeners.flatMap(l => l.check?.(rendered) ?? []);
    return this.report(this.listeners.reduce((errors, l) => l.conclude?.(rendered, errors) ?? errors, checked), known);
  }

  /** One text for each rule, at the construct of its first finding: cdk8s prints an error for each text. */
  private report(found: readonly HookError[], known: ReadonlySet<IConstruct>): Map<IConstruct, string[]> {
    const errors = new Map<IConstruct, string[]>();
    for (const group of byRule(found.map(({ at, finding }) => ({ rule: finding.rule, at, finding })))) {
      const construct = this.reportAt(group[0].at, known);
      const text = describeFindings(group.map(({ finding }) => finding)).join(`\n${INDENT}`);
      errors.set(construct, [...errors.get(construct) ?? [], text]);
    }
    return errors;
  }

  /** Once in a pass, pinned objects too; those are rendered again where they are written. */
  private render(object: ApiObject): Manifest {
    const manifest = this.kept.get(object) ?? object.toJson();
    this.keep(object, manifest);
    return manifest;
  }

  private bracketCharts(): void {
    for (const construct of this.root.node.findAll()) {
      if (!Chart.isChart(construct) || this.bracketed.has(construct)) continue;
      this.bracketed.add(construct);
      this.bracket(construct, 'toJson');
    }
  }

  private objects(): ApiObject[] {
    const objects = apiObjectsIn(this.root);
    objects.forEach(o => this.wrap(o));
    return objects;
  }

  private wrap(object: any): void {
    if (this.wrapped.has(object) || ManifestHook.isPinned(object)) return;
    this.wrapped.add(object);
    const original = object.toJson;
    object.toJson = (): Manifest => {
      const kept = this.kept.get(object);
      if (kept) return kept;
      const own: Manifest = original.call(object);
      const finished = this.ours.has(object)
        ? own
        : this.listeners.reduce((manifest, l) => l.transform?.(object, manifest) ?? manifest, own);
      if (this.depth > 0 || this.implicit) this.keep(object, finished);
      return finished;
    };
  }

  /**
   * cdk8s tells an error behind the path of the construct that returned it, so the construct in question returns it
   * itself: it is validated after the root. One that this validation does not reach hands it to its nearest ancestor.
   */
  private reportAt(construct: IConstruct, known: ReadonlySet<IConstruct>): IConstruct {
    let at = namedConstruct(construct);
    // cdk8s prints the path as it is, so a construct is not named whose path a terminal would obey.
    while ((!known.has(at) || oneLine(at.node.path) !== at.node.path) && at.node.scope) at = at.node.scope;
    if (at !== this.root && !this.reporting.has(at)) {
      this.reporting.add(at);
      at.node.addValidation({ validate: () => this.errors?.get(at) ?? [] });
    }
    return at;
  }
}
