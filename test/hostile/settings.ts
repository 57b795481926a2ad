/**
 * Random input. Each test runs the same cases every time, and few enough for every run of the suite. More of them, and others:
 *
 *     HOSTILE_RUNS=20000 HOSTILE_SEED=7 npx jest --coverage=false -i test/hostile
 *
 * HOSTILE_RUNS is the number of cases of each property, HOSTILE_SEED an integer. A case that fails is printed with its seed and
 * path, reduced to what it takes.
 */
export function runs(few: number): { readonly numRuns: number; readonly seed: number } {
  const { HOSTILE_RUNS, HOSTILE_SEED } = process.env;
  return { numRuns: Number(HOSTILE_RUNS ?? few), seed: Number(HOSTILE_SEED ?? 8) };
}
