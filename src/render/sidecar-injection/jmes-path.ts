import { enclose, indent } from './cel';

/** People read these lines in a review; the rest of the line is the indentation of a policy. */
const WIDTH = 90;

/** A list of values of JMESPath, on one line or a line for each. */
export function jmesList(...values: string[]): string {
  return enclose('[', values, ']', values.join(', ').length > WIDTH - 50);
}

/** Values joined with an operator, a line for each where one line has no room. */
export function jmesJoin(operator: '||' | '&&' | '|', ...values: string[]): string {
  const line = values.join(` ${operator} `);
  return fits(line) ? line : values.join(`\n${operator} `);
}

/** What a projection filters by, on lines of its own where one line has no room. */
export function jmesFilter(list: string, condition: string): string {
  const line = `${list}[?${condition}]`;
  return fits(line) ? line : `${list}[?\n${indent(condition)}\n]`;
}

/** A variable of Kyverno. JMESPath takes line breaks as spaces. */
export function variable(expression: string): string {
  return fits(expression) ? `{{ ${expression} }}` : `{{\n${indent(expression)}\n}}`;
}

function fits(text: string): boolean {
  return text.length <= WIDTH && !text.includes('\n');
}
