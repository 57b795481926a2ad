import * as ts from 'typescript';
import { assemblyTypes, AssemblyType, Docs, TypeReference } from './assembly';
import { sourceFiles } from './source-files';
import * as api from '../../src';

const TYPES = assemblyTypes();
const FILES = sourceFiles();
const PUBLIC_FILES = publicFiles('index.ts');

/** The files that a file exports, and those that they export in turn. */
function publicFiles(of: string): typeof FILES {
  const { parsed, imports } = FILES.find(f => f.path === of)!;
  const exported = parsed.statements.filter(ts.isExportDeclaration).map(s => (s.moduleSpecifier as ts.StringLiteral).text);
  const files = imports.filter(i => exported.some(text => `${i.of}`.endsWith(text.replace(/^\.\.?\//, '')))).map(i => `${i.of}.ts`);
  return [...new Set(files)].flatMap(file => [FILES.find(f => f.path === file)!, ...publicFiles(file)]);
}

/** Everything that the public files export, and how it is declared. */
const EXPORTED = PUBLIC_FILES.flatMap(({ path, parsed }) => parsed.statements
  .filter(s => ts.canHaveModifiers(s) && ts.getModifiers(s)?.some(m => m.kind === ts.SyntaxKind.ExportKeyword))
  .map(statement => ({ path, statement, name: (statement as ts.ClassDeclaration).name?.text ?? statement.getText().split('\n')[0] })));

/** Every type reference of a type, with the member that it is at. */
function references(type: AssemblyType): Array<readonly [where: string, reference: TypeReference]> {
  const { name, properties = [], methods = [], initializer } = type;
  return [
    ...[type.base, ...type.interfaces ?? []].filter(fqn => fqn !== undefined).map(fqn => [name, { fqn }] as const),
    ...properties.map(p => [`${name}.${p.name}`, p.type] as const),
    ...[...methods, ...initializer ? [{ name: 'constructor', ...initializer }] : []].flatMap(m => [
      ...m.returns ? [[`${name}.${m.name}()`, m.returns.type] as const] : [],
      ...(m.parameters ?? []).map(p => [`${name}.${m.name}(${p.name})`, p.type] as const),
    ]),
  ].flatMap(([where, reference]) => elementsOf(reference).map(element => [where, element] as const));
}

function elementsOf(reference: TypeReference): TypeReference[] {
  return reference.collection ? elementsOf(reference.collection.elementtype) : [reference];
}

const REFERENCES = TYPES.flatMap(references);

test('what the package exports is what other languages get', () => {
  const names = TYPES.map(t => t.name).sort();
  expect(EXPORTED.map(e => e.name).sort()).toEqual(names);
  const withValue = TYPES.filter(t => t.kind !== 'interface').map(t => t.name).sort();
  expect(Object.keys(api).sort()).toEqual(withValue);
});

test('everything exported is a class, an interface or an enum: functions and constants exist in TypeScript alone', () => {
  const isOne = (s: ts.Statement) => ts.isClassDeclaration(s) || ts.isInterfaceDeclaration(s) || ts.isEnumDeclaration(s);
  expect(EXPORTED.filter(({ statement }) => !isOne(statement)).map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

test('every class says where its errors happen, and hides the inside of the library from their stacks', () => {
  const bare = EXPORTED.filter(({ statement }) => ts.isClassDeclaration(statement) && !ts.getDecorators(statement)?.some(d => d.getText() === '@entryPoint'));
  expect(bare.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

test('nothing is generic', () => {
  const generic: string[] = [];
  const visit = (node: ts.Node, path: string): void => {
    if ((node as ts.MethodDeclaration).typeParameters) generic.push(`${path}: ${node.getText().split('\n')[0]}`);
    const isMember = ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node);
    if (isMember) node.members.filter(m => !isPrivate(m)).forEach(m => visit(m, path));
  };
  EXPORTED.forEach(({ statement, path }) => visit(statement, path));
  expect(generic).toEqual([]);
});

function isPrivate(member: ts.Node): boolean {
  return ts.canHaveModifiers(member) && Boolean(ts.getModifiers(member)?.some(m => m.kind === ts.SyntaxKind.PrivateKeyword));
}

test('no type is a union', () => {
  expect(REFERENCES.filter(([, reference]) => reference.union).map(([where]) => where)).toEqual([]);
  expect(REFERENCES.length).toBeGreaterThan(TYPES.length);
});

test('types come from this package, from cdk8s and from constructs alone', () => {
  const packages = new Set(REFERENCES.flatMap(([, { fqn }]) => fqn ? [fqn.split('.')[0]] : []));
  expect([...packages].sort()).toEqual(['cdk8s', 'cdk8s-datadog', 'constructs']);
});

test('every optional property of a struct says its default', () => {
  const silent = TYPES.filter(t => t.datatype).flatMap(t => (t.properties ?? [])
    .filter(p => p.optional && !p.docs?.default)
    .map(p => `${t.name}.${p.name}`));
  expect(silent).toEqual([]);
});

test('everything public has a summary', () => {
  const inherited = (member: { overrides?: string }) => member.overrides !== undefined;
  const items: Array<[string, Docs | undefined]> = TYPES.flatMap(t => [
    [t.name, t.docs] as [string, Docs | undefined],
    ...[...t.properties ?? [], ...t.methods ?? []].filter(m => !inherited(m)).map(m => [`${t.name}.${m.name}`, m.docs] as [string, Docs | undefined]),
    ...(t.members ?? []).map(m => [`${t.name}.${m.name}`, m.docs] as [string, Docs | undefined]),
  ]);
  expect(items.filter(([, docs]) => !/\w{3}/.test(docs?.summary ?? '')).map(([name]) => name)).toEqual([]);
});

test('names follow the house style', () => {
  const odd = TYPES.filter(t => t.kind === 'interface' && Boolean(t.datatype) === /^I[A-Z]/.test(t.name)).map(t => t.name);
  expect(odd).toEqual([]);
});
