import { check, finding, object } from '../fixtures';

const RULE = 'kubernetes/texts-are-no-numbers';
const config = (text: string) => object('v1', 'ConfigMap', 'shop/settings', { data: { mode: text } });

test.each(['0o17', '-0o7'])('warns of the text %s, which YAML 1.2 reads as a number', text => {
  expect(check(RULE, [config(text)])).toEqual([finding(RULE, config(text), "the text at 'data.mode' is written without quotes")]);
});

test.each(['017', '0o8', '17', 'o17', '0o'])('accepts %s', text => {
  expect(check(RULE, [config(text)])).toEqual([]);
});
