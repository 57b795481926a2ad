// Judges what a language prints of the mistakes of mistakes.js.
/** The construct or the function, the rule, then what is wrong, what to write instead and a page. */
const MESSAGE = /(\[[^\]]+\] |(new )?\w+(\.\w+)?\(\): )(\w+\.\w+\(\): )?[a-z-]+\/[a-z0-9-]+: .+\.\n {2}\S.+\.\n {2}See https:\/\/\S+$/m;
const LARGEST_STACK = 1000;

/** What is wrong with what a language prints of a mistake. */
function faultOf({ rule }, printed) {
  if (printed === undefined) return 'the program did not come to it';
  if (!printed) return 'it passes';
  if (!MESSAGE.test(printed)) return `its message is not complete: ${printed}`;
  if (rule && !printed.includes(`${rule}: `)) return `it is not refused by ${rule}: ${printed}`;
  const times = timesOfMessage(printed);
  if (times !== 1) return `its message is printed ${times} times: ${printed}`;
  const bytes = Buffer.byteLength(stackOf(printed));
  if (bytes > LARGEST_STACK) return `the stack has ${bytes} bytes`;
  return stackOf(printed).includes('cdk8s-datadog/lib') ? `the stack shows the inside of the library: ${stackOf(printed)}` : undefined;
}

/** A language may indent the lines of a message that it repeats. */
function timesOfMessage(printed) {
  const lines = MESSAGE.exec(printed)[0].split('\n').map(line => line.trim());
  return Math.max(...lines.map(line => printed.split(line).length - 1));
}

/** The part that is from JavaScript. */
function stackOf(printed) {
  return printed.split('\n').filter(line => /^\s*at .*(\.js:|node:)/.test(line)).join('\n');
}

/** Reads lines of a number and of Base64, and prints a count. */
function judge(mistakesOfLanguage, lines) {
  const printed = new Map(lines.map(line => /^(\d+) (\S*)$/.exec(line)).filter(Boolean).map(([, at, text]) => [Number(at), Buffer.from(text, 'base64').toString()]));
  const faults = mistakesOfLanguage.map((mistake, at) => faultOf(mistake, printed.get(at)));
  faults.forEach((fault, at) => fault && console.log(`FAIL  ${mistakesOfLanguage[at].kind} in ${mistakesOfLanguage[at].struct}: ${fault}\n      ${mistakesOfLanguage[at].text}`));
  const figures = of => {
    const sorted = [...printed.values()].map(text => Buffer.byteLength(of(text))).sort((a, b) => a - b);
    return `${sorted[Math.floor(sorted.length / 2)]} bytes, at most ${sorted.at(-1)}`;
  };
  console.log(`what is printed: ${figures(text => text)}; the message: ${figures(text => MESSAGE.exec(text)?.[0] ?? '')}; the stack from JavaScript: ${figures(stackOf)}`);
  const failed = faults.filter(Boolean).length;
  console.log(`${faults.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

module.exports = { judge };
