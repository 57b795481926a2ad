import * as fs from 'fs';
import * as path from 'path';

const ROOT = path.join(__dirname, '..', '..');
const PROGRAMS: { readonly [language: string]: string } = {
  java: 'examples/languages/java/src/main/java/example/Main.java',
  go: 'examples/languages/go/main.go',
};

const lines = (text: string) => text.trim().split('\n').map(line => line.trim()).join('\n');
const snippets = (markdown: string, language: string) =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code]) => lines(code));

// The programs are built and run by scripts/ci, so what the README shows of them is too.
test.each(Object.entries(PROGRAMS))('what the README shows in %s stands in the example', (language, program) => {
  const shown = snippets(fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8'), language);
  const source = lines(fs.readFileSync(path.join(ROOT, program), 'utf8'));
  expect(shown).toHaveLength(1);
  expect(shown.filter(code => !source.includes(code))).toEqual([]);
});
