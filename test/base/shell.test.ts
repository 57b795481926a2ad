import { shellCommand, shellVariable, shellWord } from '../../src/base/shell';

test.each([
  ['shop', 'shop'],
  ['deployment/web', 'deployment/web'],
  ['a=b,c=d', 'a=b,c=d'],
  ['', "''"],
  ['=web', "'=web'"],
  ['x;curl evil|sh', "'x;curl evil|sh'"],
  ["it's", "'it'\\''s'"],
  ['$(id) `id` "x" \\', '\'$(id) `id` "x" \\\''],
  ['two\nlines', "$'two\\u000alines'"],
  ["it's\n\\", "$'it\\'s\\u000a\\\\'"],
  ['~', "'~'"],
  ['東京', "'東京'"],
  ['a\u202eb', "$'a\\u202eb'"],
])('%j is the word %s', (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test('a command is its words', () => {
  expect(shellCommand('kubectl', 'get', 'pods', '--namespace', 'a b')).toBe("kubectl get pods --namespace 'a b'");
});

test('a variable stops the shell where it is unset, and its hint is harmless', () => {
  expect(shellVariable('NAME')).toBe('"${NAME:?}"');
  expect(shellVariable('NAME', 'of a "pod" $(id) `id`}')).toBe('"${NAME:?of a pod id id}"');
});
