import { App, Chart, YamlOutputType } from 'cdk8s';
import { IConstruct } from 'constructs';
import { HookError, HookListener, ManifestHook, Rendered } from './manifest-hook';
import { describeViolation } from '../base/violation';
import { nameOf } from '../manifest/manifest';

const RULE = {
  rule: 'app/one-file-for-each-object',
  link: 'https://cdk8s.io/docs/latest/basics/app/#output',
} as const;

/**
 * cdk8s names a file after kind and name where it writes one for each object, and the last object of a name replaces the
 * others, whatever their namespaces. The same Secret in several namespaces is just that.
 */
export class OutputFiles implements HookListener {
  constructor(private readonly hook: ManifestHook, private readonly root: IConstruct) {}

  public check(rendered: readonly Rendered[]): HookError[] {
    const type = (this.root as App).yamlOutputType;
    if (type !== YamlOutputType.FILE_PER_RESOURCE && type !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE) return [];
    const files = new Map<string, Rendered>();
    return rendered.flatMap(item => {
      const file = fileOf(item, type);
      const other = files.get(file);
      if (!other) {
        files.set(file, item);
        return [];
      }
      // What others do to each other is between them and cdk8s.
      if (!this.hook.isOurs(item.object) && !this.hook.isOurs(other.object)) return [];
      return [{ at: item.object, text: describeViolation(collision(item, other, file.split('\0').pop()!)) }];
    });
  }
}

function fileOf({ object, manifest }: Rendered, type: YamlOutputType): string {
  const file = `${manifest.kind}.${manifest.metadata?.name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
  return type === YamlOutputType.FILE_PER_RESOURCE ? file : `${Chart.of(object).node.path}\0${file}`;
}

function collision(item: Rendered, other: Rendered, file: string) {
  return {
    ...RULE,
    reason: `with this output type cdk8s writes ${nameOf(item.manifest)} and ${nameOf(other.manifest)} (${other.path}) into one file, '${file}', and only the last of them is there in the end`,
    remedy: 'Use YamlOutputType.FILE_PER_CHART or FILE_PER_APP for the app, or credentials that need one object for all namespaces (clusterExternalSecret or kyvernoClone)',
  };
}
