import { join } from 'node:path';
import * as ts from 'typescript';

const FOLDER = join(__dirname, '../../../src');
// The models are among the files that it needs.
const PROGRAM = ts.createProgram(
  [join(FOLDER, 'parts/delivered-cluster.ts')],
  { strict: true, target: ts.ScriptTarget.ES2022, skipLibCheck: true, noEmit: true },
);

/**
 * The path of every field of what constructs add, read from its types: `[]` for the members of a list. Models of clusters are one field, and so are
 * rows of facts and what Kubernetes defines.
 */
export function partPaths(): string[] {
  return fieldPaths('parts/delivered-cluster.ts', 'DeliveredCluster', ['ClusterModel']).filter(path => path !== 'model');
}

function fieldPaths(of: string, name: string, whole: readonly string[]): string[] {
  const checker = PROGRAM.getTypeChecker();
  const source = PROGRAM.getSourceFile(join(FOLDER, of))!;
  const model = source.statements.filter(ts.isInterfaceDeclaration).find(s => s.name.text === name)!;
  return [...new Set(pathsOf(checker.getTypeAtLocation(model), '', checker, whole))].sort();
}

function pathsOf(type: ts.Type, path: string, checker: ts.TypeChecker, whole: readonly string[]): string[] {
  const present = checker.getNonNullableType(type);
  return (present.isUnion() ? present.types : [present]).flatMap(part => {
    if (checker.isArrayType(part)) return pathsOf(checker.getTypeArguments(part as ts.TypeReference)[0], `${path}[]`, checker, whole);
    // A scalar has no declaration, and its properties are methods. Functions, maps and `any` have no property.
    const isObject = part.symbol !== undefined || part.isIntersection();
    const fields = !isObject || isWhole(part, whole) ? [] : checker.getPropertiesOfType(part);
    if (fields.length === 0) return [path];
    return fields.flatMap(field => pathsOf(checker.getTypeOfSymbol(field), path ? `${path}.${field.name}` : field.name, checker, whole));
  });
}

function isWhole({ symbol }: { readonly symbol?: ts.Symbol }, whole: readonly string[]): boolean {
  if (!symbol) return false;
  const files = symbol.declarations?.map(d => d.getSourceFile().fileName) ?? [];
  return whole.includes(symbol.name) || files.some(file => file.startsWith(join(FOLDER, 'facts')) || file.includes('/kubernetes-types/'));
}
