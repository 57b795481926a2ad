// The fields that each kind has, read from the type declarations beside the schemas: the schemas themselves let unknown fields
// pass, and the API server does not (`kubectl apply` asks for strict validation).

const { existsSync, readFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const ts = require('typescript');

const files = new Map();
const shapes = new Map();

/** The interfaces of one file and where its names come from; read once in a process. */
function read(path) {
  if (!files.has(path)) {
    const interfaces = new Map();
    const aliases = new Map();
    const imports = new Map();
    for (const statement of ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest).statements) {
      if (ts.isInterfaceDeclaration(statement)) interfaces.set(statement.name.text, statement);
      if (ts.isTypeAliasDeclaration(statement)) interfaces.set(statement.name.text, statement.type);
      if (ts.isImportDeclaration(statement)) {
        for (const { name } of statement.importClause?.namedBindings?.elements ?? []) imports.set(name.text, statement.moduleSpecifier.text);
      }
      if (ts.isExportDeclaration(statement)) {
        for (const { name, propertyName } of statement.exportClause?.elements ?? []) aliases.set(name.text, (propertyName ?? name).text);
      }
    }
    files.set(path, { path, interfaces, aliases, imports });
  }
  return files.get(path);
}

function locate(from, specifier) {
  const name = `${specifier.replace(/\.js$/, '')}.d.ts`;
  if (specifier.startsWith('.')) return resolve(dirname(from), name);
  for (let folder = dirname(from); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(path)) return path;
  }
  return undefined;
}

/** The shape of a named type: its fields, its items or its values; nothing where anything goes. */
function shapeOf(path, name) {
  const key = `${path} ${name}`;
  if (!shapes.has(key)) {
    shapes.set(key, undefined);
    const file = read(path);
    const specifier = file.imports.get(name);
    const target = specifier && locate(path, specifier);
    const declared = file.interfaces.get(file.aliases.get(name) ?? name);
    shapes.set(key, declared ? () => ofType(file, declared) : target && (() => ofName(target, name)));
  }
  return shapes.get(key);
}

const ofName = (path, name) => shapeOf(path, name)?.();

const cache = new Map();
function ofType(file, type) {
  if (!cache.has(type)) cache.set(type, made(file, type));
  return cache.get(type);
}

function made(file, type) {
  if (ts.isInterfaceDeclaration(type) || ts.isTypeLiteralNode(type)) {
    const index = type.members.find(ts.isIndexSignatureDeclaration);
    if (index) return { values: ofType(file, index.type) };
    const fields = new Map(type.members.filter(m => m.name).map(m => [m.name.text, m.type]));
    const bases = (type.heritageClauses ?? []).flatMap(c => c.types).map(t => t.expression.text);
    // Raw JSON, such as values for Helm, is declared without a field.
    if (fields.size === 0 && bases.length === 0) return undefined;
    if (bases.includes('TypeMeta')) ['apiVersion', 'kind'].forEach(f => fields.set(f, undefined));
    const inherited = bases.filter(b => b !== 'TypeMeta').map(b => ofName(file.path, b)).filter(Boolean);
    return {
      fields: new Map([...inherited.flatMap(i => [...i.fields]), ...fields]),
      of: field => fields.get(field) ? ofType(file, fields.get(field)) : inherited.find(i => i.fields.has(field))?.of(field),
    };
  }
  if (ts.isArrayTypeNode(type)) return { items: ofType(file, type.elementType) };
  if (!ts.isTypeReferenceNode(type)) return undefined;
  const name = type.typeName.text;
  if (name === 'Array') return { items: ofType(file, type.typeArguments[0]) };
  return ofName(file.path, name);
}

/** Paths of fields that the shape does not have. */
function unknownFields(shape, value, at = '') {
  if (!shape || typeof value !== 'object' || value === null) return [];
  if (shape.items) return Array.isArray(value) ? value.flatMap((item, i) => unknownFields(shape.items, item, `${at}/${i}`)) : [];
  if (shape.values) return Object.entries(value).flatMap(([name, v]) => unknownFields(shape.values, v, `${at}/${name}`));
  if (!shape.fields) return [];
  return Object.entries(value).flatMap(([name, v]) => {
    return shape.fields.has(name) ? unknownFields(shape.of(name), v, `${at}/${name}`) : [`${at}/${name} is a field that there is not`];
  });
}

exports.shapeOfKind = (folder, apiVersion, kind) => ofName(join(folder, apiVersion, `${kind}.d.ts`), `I${kind}`);
exports.unknownFields = unknownFields;
