import { ARGO_CD_HELM } from '../../facts/argo-cd';

/** Text as it has to be written, so that it comes out as it is. */
export type Literal = (text: string) => string;

/** Nothing reads templates in an Application. */
export const PLAIN: Literal = text => text;

/** In a Go template, what begins an action is written by an action that gives just that. */
export const IN_GO_TEMPLATE: Literal = text => text.replace(/\{\{/g, '{{"{{"}}');

/** The same value with every string of it written so, keys among them. */
export function literally(value: any, literal: Literal): any {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return value.map(item => literally(item, literal));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [literal(key), literally(item, literal)]));
}

const NAMES = ARGO_CD_HELM.buildEnvironment.names.join('|');
const BUILD_VARIABLE = new RegExp(`^\\$(?:(?:${NAMES})(?!\\w)|\\{(?:${NAMES})\\})`);

/**
 * The value of a parameter, in which Argo CD replaces what a dollar sign begins: its own variables are left to it, any other sign stays.
 * Actions of templates are gone by then.
 */
export function parameterValue(text: string): string {
  const literal = (part: string) => part.replace(/\$/g, (sign, at: number) => BUILD_VARIABLE.test(part.slice(at)) ? sign : '$$');
  return text.split(/(\{\{.*?\}\})/).map(part => part.startsWith('{{') ? part : literal(part)).join('');
}
