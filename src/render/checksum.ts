import { createHash } from 'crypto';

/** A digest of plain data that stays the same from run to run; on a pod template it rolls the pods when the data changes. */
export function checksum(data: { readonly [key: string]: string }): string {
  const text = Object.keys(data).sort().map(key => `${key}\0${data[key]}\0`).join('');
  return createHash('sha256').update(text).digest('hex');
}
