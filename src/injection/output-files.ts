import { App, Chart, YamlOutputType } from 'cdk8s';
import { IConstruct } from 'constructs';
import { errorAt, HookError } from './hook-error';
import { HookListener, ManifestHook, Rendered } from './manifest-hook';
import { Violation } from '../base/violation';
import { nameOf } from '../manifest/manifest';

const RULE = {
  rule: 'app/one-file-for-each-object',
  link: 'https://cdk8s.io/docs/latest/basics/app/#output',
} as const;

/** Two objects in one file. */
interface Collision {
  readonly first: Rendered;
  readonly second: Rendered;
  readonly file: string;
}

/**
 * cdk8s names a file after kind and name where it writes one for each object, and the last object of a name replaces the
 * others, whatever their namespaces. The same Secret in several namespaces is just that.
 */
export class OutputFiles implements HookListener {
  constructor(private readonly hook: ManifestHook, private readonly root: IConstruct) {}

  /** One error for all collisions: one change of the app is the remedy. */
  public check(rendered: readonly Rendered[]): HookError[] {
    const type = (this.root as App).yamlOutputType;
    if (type !== YamlOutputType.FILE_PER_RESOURCE && type !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE) return [];
    const collisions = this.collisions(rendered, type);
    return collisions.length === 0 ? [] : [errorAt(collisions[0].second.object, violation(collisions))];
  }

  private collisions(rendered: readonly Rendered[], type: YamlOutputType): Collision[] {
    const files = new Map<string, Rendered>();
    return rendered.flatMap(second => {
      const file = fileOf(second, type);
      const first = files.get(file);
      if (!first) {
        files.set(file, second);
        return [];
      }
      // Collisions among objects of others are between them and cdk8s.
      return this.hook.isOurs(second.object) || this.hook.isOurs(first.object) ? [{ first, second, file: file.split('\0').pop()! }] : [];
    });
  }
}

function fileOf({ object, manifest }: Rendered, type: YamlOutputType): string {
  const file = `${manifest.kind}.${manifest.metadata?.name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
  return type === YamlOutputType.FILE_PER_RESOURCE ? file : `${Chart.of(object).node.path}\0${file}`;
}

function violation(collisions: readonly Collision[]): Violation {
  const [{ first, second, file }] = collisions;
  const others = [...new Set(collisions.map(c => c.file))].filter(name => name !== file);
  return {
    ...RULE,
    reason: `with this output type cdk8s writes ${nameOf(second.manifest)} and ${nameOf(first.manifest)} (${first.path}) into one file, '${file}', and only the last of them is there in the end`
      + (others.length > 0 ? `; so it is with ${others.map(name => `'${name}'`).join(', ')}` : ''),
    remedy: `Use YamlOutputType.FILE_PER_CHART or FILE_PER_APP for the app${alternative(collisions)}`,
  };
}

/** What else makes one object of each name: only where it does away with every collision. */
function alternative(collisions: readonly Collision[]): string {
  const kinds = new Set(collisions.map(({ second }) => second.manifest.kind));
  const ways = [
    ...['Secret', 'ExternalSecret'].some(kind => kinds.delete(kind)) ? ['take credentials that need one object for all namespaces (clusterExternalSecret, kyvernoClone or reflector)'] : [],
    ...kinds.delete('ServiceAccount') ? ["name a ServiceAccount of yours in each pod ('serviceAccountName') and in 'serviceAccounts' of injectAtAdmission(...)"] : [],
  ];
  return ways.length === 0 || kinds.size > 0 ? '' : `; or ${ways.join(', and ')}`;
}
