/** `work` on every item, at most `limit` at a time; results in the order of the items. */
export async function inParallel<T, R>(items: T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}

/** Asks `probe` until it answers something, or undefined when the time is over. */
export async function poll<R>(seconds: number, probe: () => Promise<R | undefined>): Promise<R | undefined> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const result = await probe();
    if (result !== undefined || Date.now() > end) return result;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
