// Writes src/requirements/option-shapes.ts from .jsii: the types of all options that users give. Run it after a change of options:
// `npx jsii && node scripts/option-shapes.js`. A test tells when it was forgotten.
const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '..');
const TARGET = path.join(ROOT, 'src/requirements/option-shapes.ts');

function written(assembly) {
  const types = assembly.types;
  const word = type => {
    if (type.collection) return type.collection.kind === 'array' ? `${word(type.collection.elementtype)}[]` : `{${word(type.collection.elementtype)}}`;
    if (type.primitive) return type.primitive === 'json' ? 'any' : type.primitive;
    const known = types[type.fqn];
    if (known?.kind === 'enum') return 'enum';
    if (known?.datatype) return known.name;
    // Of interfaces and of classes of others nothing is known at run time.
    return known?.kind === 'class' ? `!${known.name}` : 'object';
  };
  const of = type => [...(type.interfaces ?? []).flatMap(fqn => of(types[fqn])), ...type.properties ?? []];
  const structs = Object.values(types).filter(type => type.datatype).sort((a, b) => a.name < b.name ? -1 : 1);
  const rows = structs.flatMap(type => {
    const properties = [...new Map(of(type).map(p => [p.name, p])).values()].sort((a, b) => a.name < b.name ? -1 : 1);
    const text = properties.map(p => `${p.name}${p.optional ? '?' : ''} ${word(p.type)}`).join(', ');
    return [`  ${type.name}: '${text}',`];
  });
  return `${[
    '// Written by scripts/option-shapes.js from the public surface; do not edit.',
    '',
    '/**',
    ' * The types of all options by struct: a primitive, `enum`, `any` for JSON, a class behind `!`, `object` for anything, or',
    ' * another struct; `[]` behind it for a list and `{}` around it for a map. A question mark: may be left out.',
    ' */',
    'export const OPTION_SHAPES = {',
    ...rows,
    '} as const;',
  ].join('\n')}\n`;
}

if (require.main === module) fs.writeFileSync(TARGET, written(JSON.parse(fs.readFileSync(path.join(ROOT, '.jsii'), 'utf8'))));
module.exports = { written, TARGET };
