import { OPTION_SHAPES } from '../../../src/requirements/option-shapes';

/** An option by its path, `[]` for the members of a list of structs, with its type as `OPTION_SHAPES` has it. */
export interface OptionPath {
  readonly path: string;
  readonly type: string;
  /** The struct that has it needs another option too, so this one alone makes no struct. */
  readonly needsOthers: boolean;
}

/** Options for constructs beside the Agents. What constructs add to the pods of Datadog follows from the whole option. */
export const OF_CONSTRUCTS: readonly string[] = ['controlPlane', 'fargateLogging', 'istio', 'networkPolicy', 'secretNamespaces'];

/** Structs that deliveries take as they are. */
const AS_GIVEN: readonly string[] = ['InstrumentationTarget'];

/** Every option that all charts have, down to what is no struct. */
export function optionPaths(struct = 'DatadogChartProps', above = ''): OptionPath[] {
  const shapes: { readonly [struct: string]: string } = OPTION_SHAPES;
  const required = shapes[struct].split(', ').map(property => property.split(' ')[0]).filter(name => !name.endsWith('?'));
  return shapes[struct].split(', ').flatMap(property => {
    const [name, type] = property.split(' ');
    const path = `${above}${name.replace('?', '')}`;
    const inner = type.replace('[]', '');
    return Object.hasOwn(shapes, inner) && !AS_GIVEN.includes(inner) && !OF_CONSTRUCTS.includes(path)
      ? optionPaths(inner, type === inner ? `${path}.` : `${path}[].`)
      : [{ path, type, needsOthers: required.some(other => other !== name) }];
  });
}
