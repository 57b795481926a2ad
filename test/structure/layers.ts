/**
 * What the files of each layer may import of other layers, bottom first. Every other folder is a concept and may import all of these. Options of
 * features are a layer of their own below the models: they are what users write, and name no types but their own.
 */
export const LAYERS: { readonly [folder: string]: readonly string[] } = {
  'base': [],
  'facts': [],
  'feature-options': [],
  'requirements': ['base', 'facts'],
  'manifest': ['base', 'facts'],
  'model': ['base', 'facts', 'feature-options', 'requirements'],
  'parts': ['base', 'facts', 'manifest', 'model'],
  'features': ['base', 'facts', 'feature-options', 'requirements', 'manifest', 'model', 'parts'],
  'render': ['base', 'facts', 'manifest', 'model', 'parts', 'features'],
  'cluster': ['base', 'facts', 'requirements', 'model', 'features'],
  'rules': ['base', 'facts', 'manifest', 'requirements'],
  'yaml': [],
  'injection': ['base', 'facts', 'requirements', 'manifest', 'model', 'parts', 'features', 'render', 'cluster', 'rules', 'yaml'],
};

/** The layer or concept of a path below src: its first folder, but for the options of features. */
export function folderOf(path: string): string {
  if (/^features\/.*-options(\.ts)?$/.test(path)) return 'feature-options';
  return path.includes('/') ? path.split('/')[0] : '';
}
