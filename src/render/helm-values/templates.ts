/** What Helm takes for the beginning of a template, where it runs a value as one. */
const TEMPLATE = '{{';

export function hasTemplate(text: string): boolean {
  return text.includes(TEMPLATE);
}

/** A JSON text in which Helm finds no template: where two braces stand together, which they do in texts alone, JSON escapes one. */
export function withoutTemplates(json: string): string {
  return json.replaceAll(TEMPLATE, '{\\u007b');
}
