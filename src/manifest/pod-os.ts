import type { PodSpec } from 'kubernetes-types/core/v1';
import { isObject } from './objects-in';
import { NODE_OS_LABEL } from '../facts/labels';

/** The pods are for nodes with Windows, as they say of themselves or of their nodes. */
export function isForWindows({ os, nodeSelector }: PodSpec): boolean {
  const { name, windows } = NODE_OS_LABEL;
  const selector: unknown = nodeSelector;
  return os?.name === windows || (isObject(selector) && (selector as { readonly [label: string]: unknown })[name] === windows);
}
