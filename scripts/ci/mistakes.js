// Mistakes that the first program of a user may have, made from the assembly and not chosen: for every struct of the public surface one
// unknown name, one value of a wrong type, and one bad value; and those of chosen-mistakes.js. Each is a program of one line.
// `node mistakes.js python|java|go <folder>` writes those that the language lets through, for Java and Go with a program.
// `node mistakes.js judge <folder>` reads from stdin what that program printed.
const fs = require('node:fs');
const path = require('node:path');
const { CHOSEN, SOUND } = require('./chosen-mistakes');
const { judge } = require('./judge-mistakes');
const { JAVASCRIPT, PYTHON, JAVA, GO } = require('./mistake-languages');
const { propertiesOf } = require('./properties');

/** What a user would write for an option of this name; else a word. */
const TEXTS = {
  clusterName: 'prod-tokyo', namespace: 'datadog', kubernetesVersion: '1.33', openShiftVersion: '4.18', region: 'ap-northeast-1', roleArn: 'arn:aws:iam::123456789012:role/logs',
  url: 'https://%%host%%:2379/metrics', repoUrl: 'https://git.example.com/shop', token: 'a'.repeat(32), apiKey: 'b'.repeat(32), version: '1.18', mountPath: '/a', regex: '^(?<time>.*)$',
  pattern: '^a', deliveryStream: 'logs', host: 'search-logs-abc.ap-northeast-1.es.amazonaws.com', logGroupName: '/aws/logs', cidr: '10.0.0.0/16', server: 'https://tokyo.example.com',
  repository: 'https://git.example.com/shop', targetRevision: 'main', path: 'shop', clusterAgentUrl: 'https://dca.example.com:5005', component: 'etcd',
};
/** Classes whose first factory needs more than a name. */
const FACTORIES = { Platform: 'eksFargate', DatadogCredentials: 'existingSecret' };
const CONSTRUCTS = ['IConstruct', 'Construct'];
const BAD = { string: ['Bad Value!', '', '\u001b[31m\n'], number: [-1, 0.5], boolean: [] };

/** A language with types has no word for it. */
class Unwritable extends Error {}

class Maker {
  constructor(assembly, language = JAVASCRIPT) {
    this.types = assembly.types;
    this.language = language;
    this.made = 0;
  }

  all() {
    return Object.values(this.types);
  }

  propertiesOf(type) {
    return propertiesOf(this.types, type);
  }

  /** Source text of a sound value. */
  value(type, name, given = {}) {
    const { language } = this;
    if (type.collection) {
      const item = this.value(type.collection.elementtype, name.replace(/s$/, ''));
      return this.collection(type, type.collection.kind === 'array' ? [item] : [['a', item]]);
    }
    if (type.primitive) return { string: language.text(TEXTS[name] ?? 'shop'), number: language.number(1), boolean: language.yesNo(true) }[type.primitive] ?? language.any({ a: 'b' });
    const known = this.types[type.fqn];
    if (CONSTRUCTS.includes(type.fqn.split('.').pop())) return language.chart;
    if (!known) return this.unknown(type);
    if (known.kind === 'enum') return language.member(known.name, known.members[0].name);
    if (known.datatype) return this.struct(known, given);
    return this.instance(known);
  }

  collection({ collection: { kind, elementtype } }, items) {
    return this.language[kind](elementtype, items, this.types);
  }

  unknown({ fqn }) {
    if (this.language.typed) throw new Unwritable(fqn);
    return this.language.unknown;
  }

  /** Source text of data, in a language with types of data of this type. */
  written(type, data, name) {
    if (data === SOUND) return this.value(type, name);
    if (type.collection?.kind === 'array' && Array.isArray(data)) return this.collection(type, data.map(item => this.written(type.collection.elementtype, item, name)));
    if (type.collection?.kind === 'map' && !Array.isArray(data)) {
      return this.collection(type, Object.entries(data).map(([key, value]) => [key, this.written(type.collection.elementtype, value, name)]));
    }
    const known = this.types[type.fqn];
    if (known?.datatype && typeof data === 'object') return this.struct(known, this.options(known, data));
    if (type.primitive === 'any') return this.language.any(data);
    if (typeof data === type.primitive) return { string: this.language.text, number: this.language.number, boolean: this.language.yesNo }[type.primitive](data);
    if (this.language.typed) throw new Unwritable(name);
    return this.language.any(data);
  }

  options(type, data) {
    return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, this.written(this.propertiesOf(type).find(p => p.name === name).type, value, name)]));
  }

  struct(type, given = {}) {
    const all = { ...Object.fromEntries(this.propertiesOf(type).filter(p => !p.optional && !(p.name in given)).map(p => [p.name, this.value(p.type, p.name)])), ...given };
    return this.language.struct(type.name, Object.entries(all));
  }

  instance(type) {
    const owners = this.all().filter(other => other.kind === 'class' && (other.fqn === type.fqn || (other.interfaces ?? []).includes(type.fqn)));
    for (const owner of owners) {
      const factories = (owner.methods ?? []).filter(m => m.static && m.returns?.type.fqn === type.fqn);
      const factory = factories.find(({ name }) => name === FACTORIES[owner.name]) ?? factories[0];
      if (factory) return this.language.static(owner.name, factory.name, this.args(factory));
      if (owner.initializer) return this.construct(owner);
    }
    return this.unknown(type);
  }

  construct(owner, replace = {}) {
    this.made += 1;
    const rest = owner.initializer.parameters.slice(2).map((p, at) => replace[at + 2] ?? this.value(p.type, p.name));
    return this.language.make(owner.name, [this.language.chart, this.language.text(`part-${this.made}`), ...rest]);
  }

  args({ parameters = [] }, replace = {}) {
    const last = Math.max(-1, ...Object.keys(replace).map(Number));
    const none = p => this.language.leftOut && !p.variadic ? [this.language.leftOut] : [];
    return parameters.flatMap((p, at) => at in replace ? [replace[at]] : p.optional && at > last ? none(p) : [this.value(p.type, p.name)]);
  }

  /** Every way to hand over a struct: a call, and the parameter that has it, or has it inside. */
  calls() {
    return this.all().filter(type => type.kind === 'class').flatMap(owner => [
      ...owner.initializer ? [{ owner, parameters: owner.initializer.parameters ?? [], text: replace => this.isConstruct(owner) ? this.construct(owner, replace) : this.language.make(owner.name, this.args(owner.initializer, replace)) }] : [],
      ...(owner.methods ?? []).map(method => ({
        owner,
        parameters: method.parameters ?? [],
        text: replace => method.static ? this.language.static(owner.name, method.name, this.args(method, replace)) : this.language.method(this.instance(owner), method.name, this.args(method, replace)),
      })),
    ]);
  }

  isConstruct(owner) {
    return owner.initializer.parameters?.[0]?.name === 'scope';
  }

  /** For each struct the ways to it, the shortest first: each turns the text of the struct into a program. */
  ways() {
    const ways = new Map();
    let front = this.calls().flatMap(call => call.parameters.flatMap((p, at) => this.structsOf(p.type).map(({ of, around }) => ({
      of, path: '', text: value => call.text({ [at]: around(value) }),
    }))));
    for (let depth = 0; depth < 6; depth++) {
      const next = [];
      for (const way of front) {
        const known = ways.get(way.of.name) ?? [];
        if (known.length > 30) continue;
        ways.set(way.of.name, [...known, way]);
        for (const p of this.propertiesOf(way.of)) {
          for (const { of, around } of this.structsOf(p.type)) {
            if (known.length < 3) next.push({ of, path: `${way.path}.${p.name}`, text: value => way.text(this.struct(way.of, { [p.name]: around(value) })) });
          }
        }
      }
      front = next;
    }
    return ways;
  }

  structsOf(type) {
    if (type.collection) {
      const wrap = item => this.collection(type, type.collection.kind === 'array' ? [item] : [['a', item]]);
      return this.structsOf(type.collection.elementtype).map(({ of, around }) => ({ of, around: value => wrap(around(value)) }));
    }
    const known = type.fqn && this.types[type.fqn];
    return known?.datatype ? [{ of: known, around: value => value }] : [];
  }
}

/**
 * @param assembly the `.jsii` of the package
 * @param errorOf runs a program, and gives its error or undefined
 * @returns programs that fail, each with the struct and the kind of mistake; and what has none: every value is taken, or nothing takes
 *   the struct by itself
 */
function mistakes(assembly, errorOf) {
  const maker = new Maker(assembly);
  const ways = maker.ways();
  return maker.all().filter(type => type.datatype).sort((a, b) => a.name < b.name ? -1 : 1).flatMap(type => {
    const known = ways.get(type.name) ?? [];
    // Without the mistake the program should be fine. A few structs need more than their required options.
    const way = known.find(({ text }) => !errorOf(text(maker.struct(type)))) ?? known[0];
    const properties = maker.propertiesOf(type);
    const first = candidates => candidates.find(given => way && errorOf(way.text(maker.struct(type, given))));
    const wrong = ({ primitive }) => primitive === 'string' ? '42' : primitive === 'json' || primitive === 'any' ? '() => 1' : "'wrong'";
    const found = {
      'an unknown name': first([{ [`${properties[0].name}x`]: "'x'" }]),
      'a wrong type': first(properties.map(p => ({ [p.name]: wrong(p.type) }))),
      'a bad value': first(badValues(maker, type).map(data => maker.options(type, data))),
    };
    return Object.entries(found).map(([kind, given]) => given
      ? { struct: type.name, kind, option: Object.keys(given)[0], text: way.text(maker.struct(type, given)) }
      : { struct: type.name, kind, missing: way ? 'every value is taken' : 'nothing takes it by itself' });
  });
}

function badValues(maker, type) {
  const bad = ({ primitive, fqn }) => BAD[primitive] ?? (fqn ? [] : [['Bad Value!'], { 'Bad Value!': 'Bad Value!' }]);
  return maker.propertiesOf(type).flatMap(p => bad(p.type).map(data => ({ [p.name]: data })));
}

/** The mistakes of values that a language lets through: the bad value of each struct that its types allow, and the chosen ones. */
function mistakesIn(language, assembly, errorOf) {
  const plain = new Maker(assembly);
  const waysOfPlain = plain.ways();
  const maker = new Maker(assembly, language);
  const ways = maker.ways();
  const program = (struct, data, rule) => {
    const type = maker.all().find(({ name }) => name === struct);
    const known = waysOfPlain.get(struct) ?? [];
    const sound = known.findIndex(({ text }) => !errorOf(text(plain.struct(type))));
    for (const at of [...sound < 0 ? [] : [sound], ...known.keys()]) {
      const error = errorOf(known[at].text(plain.struct(type, plain.options(type, data))));
      if (!error || rule && !error.message.includes(`${rule}: `)) continue;
      try {
        return ways.get(struct)[at].text(maker.struct(type, maker.options(type, data)));
      } catch (unwritable) {
        if (!(unwritable instanceof Unwritable)) throw unwritable;
      }
    }
    return undefined;
  };
  const generated = maker.all().filter(({ datatype }) => datatype).sort((a, b) => a.name < b.name ? -1 : 1).flatMap(type => {
    for (const data of badValues(maker, type)) {
      const text = program(type.name, data);
      if (text) return [{ struct: type.name, kind: 'a bad value', rule: '', text }];
    }
    return [];
  });
  const chosen = CHOSEN.map(({ struct, given, rule, kind }) => {
    const text = program(struct, given, rule);
    if (!text) throw new Error(`${rule} does not refuse ${Object.keys(given).join(' and ')} of ${struct}`);
    return { struct, kind, rule, text };
  });
  return [...generated, ...chosen];
}

/**
 * Programs in which a value stands in every place that a user may put one: in each option of each struct, and in each argument. Each
 * place has two of the values, and the next place the next two.
 *
 * @param values source texts
 */
function plantings(assembly, values) {
  const maker = new Maker(assembly);
  const ways = maker.ways();
  let turn = 0;
  const planted = () => [0, 1].map(() => values[turn++ % values.length]);
  const structs = maker.all().filter(({ name }) => ways.has(name)).flatMap(type => maker.propertiesOf(type).flatMap(p =>
    planted().map(value => ({ place: `${type.name}.${p.name}`, text: ways.get(type.name)[0].text(maker.struct(type, { [p.name]: value })) }))));
  const calls = maker.calls().flatMap(call => call.parameters.flatMap((p, at) =>
    planted().map(value => ({ place: `${call.owner.name}: ${p.name}`, text: call.text({ [at]: value }) }))));
  return [...structs, ...calls];
}

const LANGUAGES = { python: PYTHON, java: JAVA, go: GO };
const LIST = 'mistakes.json';
const PROGRAMS = { java: 'Mistakes.java', go: 'main.go' };

function write(language, folder) {
  const root = path.resolve(__dirname, '..', '..');
  const errorOf = text => {
    try {
      new Function('cdk8s', 'd', text)(require('cdk8s'), require(root));
      return undefined;
    } catch (error) {
      return error;
    }
  };
  const all = mistakesIn(LANGUAGES[language], JSON.parse(fs.readFileSync(path.join(root, '.jsii'), 'utf8')), errorOf);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, LIST), JSON.stringify(all));
  if (PROGRAMS[language]) fs.writeFileSync(path.join(folder, PROGRAMS[language]), LANGUAGES[language].program(all.map(({ text }) => text)));
}

function main([what, folder]) {
  if (what !== 'judge') return write(what, folder);
  const list = JSON.parse(fs.readFileSync(path.join(folder, LIST), 'utf8'));
  if (!judge(list, fs.readFileSync(0, 'utf8').split('\n'))) process.exitCode = 1;
}

if (require.main === module) main(process.argv.slice(2));

module.exports = { mistakes, plantings };
