import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import * as ts from 'typescript';
import { folderOf } from './layers';

const ROOT = join(__dirname, '../../src');

/** An import or export of another module. */
export interface Import {
  /** Path below src without its ending, or the name of a package. */
  readonly of: string;
  readonly fromPackage: boolean;
  readonly onlyTypes: boolean;
}

export interface SourceFile {
  /** Path below src, with forward slashes. */
  readonly path: string;
  /** The layer or the concept; '' for src itself. */
  readonly folder: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly parsed: ts.SourceFile;
}

export function sourceFiles(): SourceFile[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts'))
    .sort()
    .map(path => parse(path, readFileSync(join(ROOT, path), 'utf8')));
}

export function parse(path: string, text: string): SourceFile {
  const parsed = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const [specifier, onlyTypes] = importOf(node);
    if (specifier !== undefined) imports.push({ of: resolve(path, specifier), fromPackage: !specifier.startsWith('.'), onlyTypes });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return { path, folder: folderOf(path), lines, imports, parsed };
}

/** Static and dynamic imports, `export from`, `import = require()`, `require()` and `import()` types. */
function importOf(node: ts.Node): [specifier: string | undefined, onlyTypes: boolean] {
  const text = (literal: ts.Node | undefined) => literal && ts.isStringLiteralLike(literal) ? literal.text : undefined;
  if (ts.isImportDeclaration(node)) return [text(node.moduleSpecifier), node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword];
  if (ts.isExportDeclaration(node)) return [text(node.moduleSpecifier), node.isTypeOnly];
  if (ts.isExternalModuleReference(node)) return [text(node.expression), false];
  if (ts.isImportTypeNode(node)) return [text(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined), true];
  const called = ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require');
  return called ? [text(node.arguments[0]), false] : [undefined, false];
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)).replaceAll('\\', '/') : specifier.replace(/^node:/, '');
}
