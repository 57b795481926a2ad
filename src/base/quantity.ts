const FACTORS: { readonly [suffix: string]: number } = {
  'n': 1e-9,
  'u': 1e-6,
  'm': 1e-3,
  '': 1,
  'k': 1e3,
  'M': 1e6,
  'G': 1e9,
  'T': 1e12,
  'P': 1e15,
  'E': 1e18,
  'Ki': 2 ** 10,
  'Mi': 2 ** 20,
  'Gi': 2 ** 30,
  'Ti': 2 ** 40,
  'Pi': 2 ** 50,
  'Ei': 2 ** 60,
};

/** Thousands of pods ask for few different amounts. */
const KNOWN = new Map<string, number | undefined>();
const MOST_KNOWN = 1000;

/** The number that a Kubernetes quantity stands for (`250m`, `0.25`, `512Mi`, `1e3`); undefined where it is none. */
export function parseQuantity(quantity: unknown): number | undefined {
  if (typeof quantity === 'number') return Number.isFinite(quantity) ? quantity : undefined;
  if (typeof quantity !== 'string') return undefined;
  if (!KNOWN.has(quantity)) {
    if (KNOWN.size === MOST_KNOWN) KNOWN.clear();
    KNOWN.set(quantity, parseText(quantity));
  }
  return KNOWN.get(quantity);
}

function parseText(quantity: string): number | undefined {
  // A number after e or E is an exponent; an E alone is exa.
  const [, amount, exponent, suffix] = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/.exec(quantity) ?? [];
  if (amount === undefined) return undefined;
  return exponent === undefined ? Number(amount) * FACTORS[suffix ?? ''] : Number(`${amount}e${exponent}`);
}

/** CPU in whole thousandths, rounded up as Kubernetes does; undefined where it is no quantity. */
export function parseMillicores(cpu: unknown): number | undefined {
  const cores = parseQuantity(cpu);
  // Powers of ten cannot all be written in binary: 0.29 * 1000 is a little more than 290.
  return cores === undefined ? undefined : Math.ceil(Number((cores * 1000).toFixed(6)));
}

/** Memory in whole bytes; undefined where it is no quantity. */
export function parseBytes(memory: unknown): number | undefined {
  const bytes = parseQuantity(memory);
  return bytes === undefined ? undefined : Math.ceil(bytes);
}
