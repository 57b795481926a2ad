// Writes test/agent-env/agent-env.tsv: the env vars that each release of the Agent knows, from the code of its settings.
//   node scripts/agent-env.js
// It takes Go, and fetches the releases below with `go mod download`. From Agent 7.84 on the names stand in another module, which
// cannot be fetched: the table says what was tried.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const MODULE = 'github.com/DataDog/datadog-agent/pkg/config/setup';
/** Releases of the module; that of the Agent is the same with 7 in place of 0. */
const RELEASES = ['0.59.0', '0.77.0', '0.81.2', '0.82.3', '0.83.3'];
const OUTPUT = path.join(__dirname, '../test/agent-env/agent-env.tsv');

/** Why the newest releases are not in the table. */
const NOT_READ = [
  'Agent 7.84 and 7.85 are not read, on 2026-12-01: releases 0.84.0, 0.84.6, 0.85.0 and 0.85.4 of the module leave out the code that names the settings;',
  'it is generated from pkg/config/schema. The Go proxy serves no version of that module (0.83.3, 0.84.6 and 0.85.4 were tried), and the whole repository',
  'is too large to be fetched for a table.',
];

/** Settings that the programs named alone read, by the beginning of their key; the first that fits. */
const READERS = [
  ['admission_controller.', 'cluster-agent'],
  ['autoscaling.', 'cluster-agent'],
  ['appsec.', 'cluster-agent'],
  ['external_metrics', 'cluster-agent'],
  ['external_metrics_provider.', 'cluster-agent'],
  ['leader_', 'cluster-agent'],
  ['hpa_', 'cluster-agent'],
  ['kube_resources_namespace', 'cluster-agent'],
  ['cluster_agent.language_detection.', 'cluster-agent'],
  ['cluster_agent.collect_kubernetes_tags', 'cluster-agent'],
  ['cluster_agent.service_account_name', 'cluster-agent'],
  ['cluster_agent.token_name', 'cluster-agent'],
  ['cluster_checks.', 'cluster-agent'],
  ['clc_runner_', 'agent,runner'],
  ['apm_config.instrumentation', 'cluster-agent'],
  ['prometheus_scrape.', 'agent,cluster-agent,sidecar'],
  ['logs_config.', 'agent,sidecar'],
  ['logs_enabled', 'agent,trace-agent,runner,sidecar'],
  ['container_lifecycle.', 'agent,sidecar'],
  ['container_image.', 'agent,sidecar'],
  ['process_config.', 'agent,runner,sidecar'],
  ['eks_fargate', 'sidecar'],
  ['autoexit.', 'sidecar'],
];

const SYSTEM_PROBE = 'agent,system-probe,init-config';

main();

function main() {
  const known = RELEASES.map(release => [release, settingsOf(sources(release))]);
  const names = [...new Set(known.flatMap(([, settings]) => [...settings.keys()]))].sort();
  const lines = names.map(name => {
    const releases = known.filter(([, settings]) => settings.has(name)).map(([release]) => release);
    const { type, readers } = known.findLast(([, settings]) => settings.has(name))[1].get(name);
    const isOlder = releases[0] === RELEASES[0];
    const isCurrent = releases.at(-1) === RELEASES.at(-1);
    return [name, type, readers, isOlder ? '' : agent(releases[0]), isCurrent ? '' : agent(releases.at(-1))].join('\t');
  });
  const header = [
    `# Written by scripts/agent-env.js from the Go module ${MODULE}, releases ${RELEASES.join(', ')} (Agent ${RELEASES.map(agent).join(', ')}).`,
    ...NOT_READ.map(line => `# ${line}`),
    '# name, type, containers that read it (* for all), first and last of these releases that know it (nothing: the oldest, the newest)',
  ];
  fs.mkdirSync(path.dirname(OUTPUT), { recursive: true });
  fs.writeFileSync(OUTPUT, [...header, ...lines].join('\n') + '\n');
  console.log(`${lines.length} env vars: ${known.map(([release, settings]) => `${agent(release)} ${settings.size}`).join(', ')}`);
}

function agent(release) {
  return `7.${release.split('.')[1]}`;
}

/** The text of each file of the module that is about Linux, by its name. */
function sources(release) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agent-env-'));
  try {
    fs.writeFileSync(path.join(folder, 'go.mod'), 'module none\n\ngo 1.22\n');
    const env = { ...process.env, GOFLAGS: '-mod=mod' };
    const { Dir: dir } = JSON.parse(execFileSync('go', ['mod', 'download', '-json', `${MODULE}@v${release}`], { cwd: folder, env, encoding: 'utf8' }));
    const files = fs.readdirSync(dir).filter(file => file.endsWith('.go') && !/_(test|windows|darwin|serverless)\.go$/.test(file) && !file.startsWith('test_'));
    return files.map(file => [file, withoutComments(fs.readFileSync(path.join(dir, file), 'utf8'))]);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function withoutComments(code) {
  return code.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, token => token.startsWith('/') ? ' ' : token);
}

/** Type and readers of each env var. */
function settingsOf(files) {
  const constants = constantsOf(files.map(([, code]) => code).join('\n'));
  const settings = new Map();
  const shared = files.flatMap(([, code]) => callsOf(bodyOf(code, 'bindEnvAndSetLogsConfigKeys')).map(({ args }) => args));
  for (const [file, code] of files) {
    const ofSystemProbe = /^system_probe/.test(file);
    for (const { name, args } of callsOf(code)) {
      const values = args[0] === 'config' || args[0] === 'cfg' ? args.slice(1) : args;
      const key = textOf(values[0], constants);
      if (key === undefined) continue;
      if (name === 'bindEnvAndSetLogsConfigKeys') {
        for (const [suffix, value] of shared) {
          const inner = textOf(suffix.replace(/^prefix\s*\+\s*/, ''), constants);
          if (inner !== undefined) add(settings, `${key}${inner}`, value, [], ofSystemProbe, constants);
        }
        continue;
      }
      const hasDefault = /Default$/.test(name);
      const envs = values.slice(hasDefault ? 2 : 1).map(text => textOf(text, constants)).filter(text => text?.startsWith('DD_'));
      if (/^proc/.test(name)) envs.push(envOf(key), envOf(key).replace('PROCESS_CONFIG', 'PROCESS_AGENT'));
      if (/^eventMonitor/.test(name)) envs.push(envOf(key), envOf(key).replace('EVENT_MONITORING_CONFIG', 'RUNTIME_SECURITY_CONFIG'));
      add(settings, key, hasDefault ? values[1] : undefined, envs, ofSystemProbe, constants);
    }
    // A setting whose env var is read by a parser of its own.
    for (const [, key] of code.matchAll(/ParseEnv\w+\("([^"]+)"/g)) settings.set(envOf(key), { type: 'any', readers: readersOf(key, ofSystemProbe) });
  }
  return settings;
}

function add(settings, key, value, envs, ofSystemProbe, constants) {
  for (const env of envs.length > 0 ? envs : [envOf(key)]) {
    const known = settings.get(env);
    // Both the Agents and the system-probe have some.
    const readers = known && known.readers !== readersOf(key, ofSystemProbe) ? '*' : readersOf(key, ofSystemProbe);
    settings.set(env, { type: typeOf(value, constants), readers });
  }
}

function envOf(key) {
  return `DD_${key.toUpperCase().replaceAll('.', '_')}`;
}

function readersOf(key, ofSystemProbe) {
  return READERS.find(([start]) => key.startsWith(start))?.[1] ?? (ofSystemProbe ? SYSTEM_PROBE : '*');
}

/** What an env var of the setting may say, from its default. A text may be anything, and so may what is read in a way of its own. */
function typeOf(value, constants) {
  if (value === undefined) return 'any';
  if (/^(true|false)$/.test(value) || constants.flags.has(value)) return 'boolean';
  if (/time\.(Second|Minute|Hour|Millisecond|Duration)/.test(value)) return 'duration';
  if (/^\[\]/.test(value)) return 'list';
  if (/^(make\()?map\[/.test(value)) return 'map';
  if (/^-?[\d_]+$/.test(value) || /^u?int\d*\(/.test(value) || constants.numbers.has(value)) return 'integer';
  if (/^-?[\d_]*\.[\d_]*$/.test(value) || /^float/.test(value)) return 'number';
  if (/^[\d\s*+()_]+$/.test(value)) return 'integer';
  return textOf(value, constants) === undefined ? 'any' : 'text';
}

/** Constants of the package: texts by name, and names of numbers and flags. */
function constantsOf(code) {
  const found = new Map([...code.matchAll(/^\s*(?:const\s+|var\s+)?(\w+)(?:\s+\w+)?\s*=\s*([^\n=].*)$/gm)].map(([, name, value]) => [name, value.trim()]));
  const constants = { texts: new Map(), numbers: new Set(), flags: new Set() };
  for (let round = 0; round < 5; round++) {
    for (const [name, value] of found) {
      const text = textOf(value, constants);
      if (text !== undefined) constants.texts.set(name, text);
      if (/^-?[\d_]+(\s*\*\s*[\d_]+)*$/.test(value)) constants.numbers.add(name);
      if (/^(true|false)$/.test(value)) constants.flags.add(name);
    }
  }
  return constants;
}

/** A text of Go: a literal, a constant, a sum of them, or `join(...)`; nothing for anything else. */
function textOf(expression = '', constants) {
  const trimmed = expression.trim();
  const joined = /^join\(([\s\S]*)\)$/.exec(trimmed);
  if (joined) return all(split(joined[1], ','), '.', constants);
  const parts = split(trimmed, '+');
  if (parts.length > 1) return all(parts, '', constants);
  const literal = /^"((?:[^"\\]|\\.)*)"$/.exec(trimmed);
  return literal ? literal[1] : constants.texts.get(trimmed);
}

function all(parts, separator, constants) {
  const texts = parts.map(part => textOf(part, constants));
  return texts.includes(undefined) ? undefined : texts.join(separator);
}

/** Calls that bind env vars, with their arguments. */
function callsOf(code) {
  return [...code.matchAll(/(?<!func )\b(\w*[bB]indEnv\w*)\(/g)].map(({ 1: name, 0: head, index }) => ({ name, args: split(inside(code, index + head.length), ',').map(arg => arg.trim()) }));
}

/** The text up to the bracket that closes what is open at `start`. */
function inside(code, start) {
  let depth = 1;
  let at = start;
  for (; at < code.length && depth > 0; at++) {
    if (code[at] === '"') at = endOfText(code, at);
    else if ('([{'.includes(code[at])) depth++;
    else if (')]}'.includes(code[at])) depth--;
  }
  return code.slice(start, at - 1);
}

function endOfText(code, start) {
  let at = start + 1;
  while (code[at] !== '"') at += code[at] === '\\' ? 2 : 1;
  return at;
}

/** Splits at a separator that is in no bracket and in no text. */
function split(text, separator) {
  const parts = [];
  let [depth, last] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') at = endOfText(text, at);
    else if ('([{'.includes(text[at])) depth++;
    else if (')]}'.includes(text[at])) depth--;
    else if (depth === 0 && text[at] === separator) {
      parts.push(text.slice(last, at));
      last = at + 1;
    }
  }
  return [...parts, text.slice(last)].filter(part => part.trim() !== '');
}

function bodyOf(code, name) {
  const start = code.indexOf(`func ${name}(`);
  if (start < 0) return '';
  const end = code.indexOf('\n}', start);
  return code.slice(code.indexOf('{', start), end);
}
