import { join } from 'node:path';
import * as ts from 'typescript';

const FILE = join(__dirname, '../../../src/parts/datadog-agent/datadog-agent-spec.ts');

/** The path of every field of a DatadogAgent's spec, from its type: `*` for the names of a map. A type of Kubernetes is one field. */
export function specPaths(): string[] {
  const program = ts.createProgram([FILE], { strict: true, target: ts.ScriptTarget.ES2022, skipLibCheck: true, noEmit: true });
  const checker = program.getTypeChecker();
  const spec = program.getSourceFile(FILE)!.statements.filter(ts.isInterfaceDeclaration).find(s => s.name.text === 'DatadogAgentSpec')!;
  return pathsOf(checker.getTypeAtLocation(spec), '', checker);
}

function pathsOf(type: ts.Type, path: string, checker: ts.TypeChecker): string[] {
  const present = checker.getNonNullableType(type);
  if (checker.isArrayType(present)) return pathsOf(checker.getTypeArguments(present as ts.TypeReference)[0], path, checker);
  const below = (name: string) => path ? `${path}.${name}` : name;
  const values = checker.getIndexTypeOfType(present, ts.IndexKind.String);
  if (values) return pathsOf(values, below('*'), checker);
  const own = present.symbol?.declarations?.some(d => d.getSourceFile().fileName.includes('/parts/datadog-agent/')) ?? false;
  const fields = own ? checker.getPropertiesOfType(present) : [];
  return fields.length === 0 ? [path] : fields.flatMap(field => pathsOf(checker.getTypeOfSymbol(field), below(field.name), checker));
}
