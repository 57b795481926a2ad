import { printWarnings } from '../../src/injection/print-warnings';
import { Finding } from '../../src/rules/rule';

const warning = (rule: string, path: string): Finding =>
  ({ rule, path, severity: 'warning', object: 'Pod x', reason: 'r', remedy: 'm', link: 'l' }) as Finding;

test('a rule is told ten times and counted from then on', () => {
  const printed: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation(text => !!printed.push(String(text)));
  printWarnings([warning('a/rule', 'first'), ...Array.from({ length: 12 }, (_, i) => warning('b/rule', `shop/${i}`))]);
  write.mockRestore();
  expect(printed).toHaveLength(1 + 10 + 1);
  expect(printed[0]).toBe('warning: [first] a/rule: Pod x: r. m. See l\n');
  expect(printed[10]).toContain('[shop/9] b/rule');
  expect(printed[11]).toBe('warning: b/rule: 2 more; the summary of the chart lists them all\n');
});
