import { join } from 'node:path';
import * as ts from 'typescript';

const FOLDER = join(__dirname, '../../../src');

/** The path of every field of `ClusterModel`, read from its types: `[]` for the members of a list. Rows of facts are one field. */
export function modelPaths(): string[] {
  const file = join(FOLDER, 'model/cluster-model.ts');
  const program = ts.createProgram([file], { strict: true, target: ts.ScriptTarget.ES2022, skipLibCheck: true, noEmit: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file)!;
  const model = source.statements.filter(ts.isInterfaceDeclaration).find(s => s.name.text === 'ClusterModel')!;
  return [...new Set(pathsOf(checker.getTypeAtLocation(model), '', checker))].sort();
}

function pathsOf(type: ts.Type, path: string, checker: ts.TypeChecker): string[] {
  const present = checker.getNonNullableType(type);
  return (present.isUnion() ? present.types : [present]).flatMap(part => {
    if (checker.isArrayType(part)) return pathsOf(checker.getTypeArguments(part as ts.TypeReference)[0], `${path}[]`, checker);
    // A scalar has no declaration, and its properties are methods. Functions, maps and `any` have no property.
    const fields = part.symbol === undefined || isFact(part) ? [] : checker.getPropertiesOfType(part);
    if (fields.length === 0) return [path];
    return fields.flatMap(field => pathsOf(checker.getTypeOfSymbol(field), path ? `${path}.${field.name}` : field.name, checker));
  });
}

function isFact({ symbol }: ts.Type): boolean {
  return symbol.declarations?.some(d => d.getSourceFile().fileName.startsWith(join(FOLDER, 'facts'))) ?? false;
}
