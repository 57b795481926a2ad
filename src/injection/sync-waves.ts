import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { HookListener, ManifestHook } from './manifest-hook';
import { SYNC_WAVE, SYNC_WAVES } from '../facts/argo-cd-sync-waves';

const KEY = Symbol.for('cdk8s-datadog.SyncWaves');
const WAVES = new Map(SYNC_WAVES.flatMap(({ kinds, wave }) => kinds.map(kind => [kind, wave])));

/** The order in which Argo CD applies objects of ours; there is one for each root. */
export class SyncWaves implements HookListener {
  public static of(scope: IConstruct): SyncWaves {
    const hook: ManifestHook & { [KEY]?: SyncWaves } = ManifestHook.of(scope);
    if (!hook[KEY]) {
      Object.defineProperty(hook, KEY, { value: new SyncWaves(hook, scope.node.root) });
      hook.listen(hook[KEY]!);
    }
    return hook[KEY]!;
  }

  private readonly covered = new Set<IConstruct>();
  private last = false;

  private constructor(private readonly hook: ManifestHook, private readonly root: IConstruct) {}

  /** What is at the construct and below it is put in order. */
  public cover(construct: IConstruct): void {
    this.covered.add(construct);
  }

  /** Others make objects as the last thing before ours are rendered. Who is asked to listen now is asked after them. */
  public begin(): void {
    if (this.last) return;
    this.last = true;
    this.hook.listen({ prepare: () => this.annotate() });
  }

  private annotate(): void {
    for (const construct of this.root.node.findAll()) {
      if (!ApiObject.isApiObject(construct) || !this.hook.isOurs(construct)) continue;
      const wave = WAVES.get(construct.kind);
      if (wave === undefined || !construct.node.scopes.some(scope => this.covered.has(scope))) continue;
      const { annotations = {} } = construct.metadata.toJson();
      if (!Object.hasOwn(annotations, SYNC_WAVE.annotation)) construct.metadata.addAnnotation(SYNC_WAVE.annotation, String(wave));
    }
  }
}
