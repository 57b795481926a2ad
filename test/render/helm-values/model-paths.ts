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
  const parts = (type.isUnion() ? type.types : [type]).filter(part => !(part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
  return parts.flatMap(part => {
    if (isLeaf(part)) return [path];
    if (checker.isArrayType(part)) return pathsOf(checker.getTypeArguments(part as ts.TypeReference)[0], `${path}[]`, checker);
    return checker.getPropertiesOfType(part).flatMap(property =>
      pathsOf(checker.getTypeOfSymbol(property), path ? `${path}.${property.name}` : property.name, checker));
  });
}

/** Scalars, functions, maps, `any`, and rows of facts. */
function isLeaf(type: ts.Type): boolean {
  if (!(type.flags & ts.TypeFlags.Object)) return true;
  const declared = type.symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
  return type.getCallSignatures().length > 0 || type.getStringIndexType() !== undefined || declared.startsWith(join(FOLDER, 'facts'));
}
