// Writes src/requirements/option-shapes.ts from .jsii and the enums of the sources: the types of all options, and how to write each
// type. Run it after a change of options: `npx jsii && node scripts/option-shapes.js`. A test fails where the file is out of date.
const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

const ROOT = path.resolve(__dirname, '..');
const TARGET = path.join(ROOT, 'src/requirements/option-shapes.ts');

function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}

function written(assembly) {
  const types = assembly.types;
  const word = type => {
    if (type.collection) return type.collection.kind === 'array' ? `${word(type.collection.elementtype)}[]` : `{${word(type.collection.elementtype)}}`;
    if (type.primitive) return type.primitive === 'json' ? 'any' : type.primitive;
    const known = types[type.fqn];
    if (!known) throw new Error(`${type.fqn} is a type of another package, and options have none of these`);
    if (known.datatype) return known.name;
    return { enum: '#', class: '!', interface: '&' }[known.kind] + known.name;
  };
  const all = Object.values(types).sort(byName);
  const of = type => [...(type.interfaces ?? []).flatMap(fqn => types[fqn] ? of(types[fqn]) : []), ...type.properties ?? []];
  const structs = all.filter(type => type.datatype).map(type => {
    const properties = [...new Map(of(type).map(p => [p.name, p])).values()].sort(byName);
    return [type.name, properties.map(p => `${p.name}${p.optional ? '?' : ''} ${word(p.type)}`).join(', ')];
  });
  const table = rows => rows.map(([name, text]) => `  ${name}: '${text}',`);
  return `${[
    '// Written by scripts/option-shapes.js from the public surface; do not edit.',
    '',
    '/**',
    ' * The types of all options by struct: a primitive, `any` for JSON, another struct, an enum behind `#`, a class behind `!`, an',
    ' * interface behind `&`; `[]` behind it for a list and `{}` around it for a map. A question mark: optional.',
    ' */',
    'export const OPTION_SHAPES = {',
    ...table(structs),
    '} as const;',
    '',
    '/** The members of each enum with their values, as JavaScript has them. */',
    'export const OPTION_ENUMS = {',
    ...table(all.filter(type => type.kind === 'enum').map(type => [type.name, members(type).map(({ name, value }) => `${name} ${value}`).join(', ')])),
    '} as const;',
    '',
    '/** How each class is made: its factories and constants, or its constructor. For an interface: what the library has of its kind. */',
    'export const OPTION_FACTORIES = {',
    ...table(all.filter(type => type.kind !== 'enum' && !type.datatype).map(type => [type.name, makers(type, all).join(', ')]).filter(([, text]) => text !== '')),
    '} as const;',
    '',
    '/** What an object of an interface has. */',
    'export const OPTION_INTERFACES = {',
    ...table(all.filter(type => type.kind === 'interface' && !type.datatype).map(type => [type.name, of(type).filter(p => !p.optional).map(p => p.name).join(', ')])),
    '} as const;',
  ].join('\n')}\n`;
}

/** jsii keeps the names of an enum's members and not their values. */
function members(type) {
  const { filename } = type.locationInModule;
  const source = ts.createSourceFile(filename, fs.readFileSync(path.join(ROOT, filename), 'utf8'), ts.ScriptTarget.Latest);
  const declaration = source.statements.find(s => ts.isEnumDeclaration(s) && s.name.text === type.name);
  return declaration.members.map(member => ({ name: member.name.text, value: member.initializer.text }));
}

/** As the sources declare them, which puts the usual ones first. */
function inOrder(declared) {
  return declared.sort((a, b) => a.locationInModule.line - b.locationInModule.line);
}

function makers(type, all) {
  const makes = returned => returned?.fqn === type.fqn;
  const ofStatics = all.flatMap(other => inOrder([
    ...(other.properties ?? []).filter(p => p.static && makes(p.type)).map(p => ({ ...p, text: `${other.name}.${p.name}` })),
    ...(other.methods ?? []).filter(m => m.static && makes(m.returns?.type)).map(m => ({ ...m, text: `${other.name}.${m.name}(${(m.parameters ?? []).some(p => !p.optional) ? '...' : ''})` })),
  ]).map(({ text }) => text));
  const ofConstructors = all.filter(other => other.initializer && (other === type || (other.interfaces ?? []).includes(type.fqn)));
  const made = [...ofStatics, ...ofConstructors.map(({ name }) => `new ${name}(...)`)];
  // What needs no argument comes first: it is an example that works.
  return [...made.filter(text => !text.endsWith('(...)')), ...made.filter(text => text.endsWith('(...)'))];
}

if (require.main === module) fs.writeFileSync(TARGET, written(JSON.parse(fs.readFileSync(path.join(ROOT, '.jsii'), 'utf8'))));
module.exports = { written, TARGET };
