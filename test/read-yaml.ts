import { parseAllDocuments } from 'yaml';

/** Documents by their text. Most of what a suite synthesizes is the same each time, and reading YAML takes longer than making it. */
const read = new Map<string, readonly any[]>();

/** The documents of what cdk8s wrote, in which `---` stands between two documents and nowhere else at the start of a line. */
export function readYaml(text: string): any[] {
  return text.split(/^---\n/m).flatMap(document => {
    if (!read.has(document)) {
      const documents = parseAllDocuments(document);
      documents.forEach(({ errors: [error] }) => { if (error) throw error; });
      read.set(document, documents.map(d => d.toJS()));
    }
    return copyOf(read.get(document));
  });
}

/** Tests change what they read. */
function copyOf(value: any): any {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, copyOf(inside)]));
}
