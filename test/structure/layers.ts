/** What the files of each layer may import of other layers, bottom first. Every other folder is a concept and may import all of these. */
export const LAYERS: { readonly [folder: string]: readonly string[] } = {
  base: [],
  facts: [],
  requirements: ['base', 'facts'],
  manifest: ['base', 'facts'],
  model: ['base', 'facts', 'requirements'],
  render: ['base', 'facts', 'manifest', 'model'],
  rules: ['base', 'facts', 'manifest', 'requirements'],
  yaml: [],
  injection: ['base', 'facts', 'requirements', 'manifest', 'model', 'render', 'rules', 'yaml'],
};
