// Mistakes that the first program of a user may have, made from the assembly and not chosen: for every struct of the public surface one
// unknown name, one value of a wrong type, and one bad value. Each is a program of one line. `node mistakes.js python` prints those that
// Python lets through.
const fs = require('node:fs');
const path = require('node:path');

/** What a user would write for an option of this name; else a word. */
const TEXTS = {
  clusterName: 'prod-tokyo', namespace: 'datadog', kubernetesVersion: '1.33', openShiftVersion: '4.18', region: 'ap-northeast-1', roleArn: 'arn:aws:iam::123456789012:role/logs',
  url: 'https://%%host%%:2379/metrics', repoUrl: 'https://git.example.com/shop', token: 'a'.repeat(32), apiKey: 'b'.repeat(32), version: '1.18', mountPath: '/a', regex: '^(?<time>.*)$',
  pattern: '^a', deliveryStream: 'logs', host: 'search-logs-abc.ap-northeast-1.es.amazonaws.com', logGroupName: '/aws/logs', cidr: '10.0.0.0/16', server: 'https://tokyo.example.com',
  repository: 'https://git.example.com/shop', targetRevision: 'main', path: 'shop', clusterAgentUrl: 'https://dca.example.com:5005', component: 'etcd',
};
const chart = ({ make }) => make('cdk8s.Chart', [make('cdk8s.App', []), "'shop'"]);
/** Classes whose first factory needs more than a name. */
const CLASSES = {
  Platform: ({ name }) => `d.Platform.${name('eksFargate')}()`,
  DatadogCredentials: ({ name }) => `d.DatadogCredentials.${name('existingSecret')}()`,
  IConstruct: chart,
  Construct: chart,
};
const BAD = { string: ["'Bad Value!'", "''", "'\\u001b[31m\\n'"], number: ['-1', '0.5'], boolean: [] };

/** How a language writes what the programs are made of. `d` is this library. */
const JAVASCRIPT = {
  name: name => name,
  make: (owner, args) => `new ${owner}(${args.join(', ')})`,
  map: (key, value) => `{ ${key}: ${value} }`,
  struct: (_, options) => options.length === 0 ? '{}' : `{ ${options.map(([name, value]) => `${name}: ${value}`).join(', ')} }`,
  arguments: args => args,
  yes: 'true',
};
const PYTHON = {
  name: name => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase(),
  make: (owner, args) => `${owner}(${args.join(', ')})`,
  map: (key, value) => `{ '${key}': ${value} }`,
  struct: (type, options) => `d.${type.name}(${options.map(([name, value]) => `${PYTHON.name(name)}=${value}`).join(', ')})`,
  // The options of a call are keywords.
  arguments: args => args.map(arg => /^d\.[A-Z]\w+\(\w+=|^d\.\w+(Options|Props)\(\)$/.test(arg) ? `**${arg}._values` : arg),
  yes: 'True',
};

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
    const bases = (type.interfaces ?? []).flatMap(fqn => this.types[fqn] ? this.propertiesOf(this.types[fqn]) : []);
    return [...new Map([...bases, ...type.properties ?? []].map(p => [p.name, p])).values()];
  }

  /** Source text of a sound value. */
  value(type, name, given = {}) {
    if (type.collection) {
      const item = this.value(type.collection.elementtype, name.replace(/s$/, ''));
      return type.collection.kind === 'array' ? `[${item}]` : this.language.map('a', item);
    }
    if (type.primitive) return { string: `'${TEXTS[name] ?? 'shop'}'`, number: '1', boolean: this.language.yes }[type.primitive] ?? this.language.map('a', "'b'");
    const known = this.types[type.fqn];
    const plain = type.fqn.split('.').pop();
    if (CLASSES[plain]) return CLASSES[plain](this.language);
    if (!known) return '{}';
    if (known.kind === 'enum') return `d.${known.name}.${known.members[0].name}`;
    if (known.datatype) return this.struct(known, given);
    return this.instance(known);
  }

  struct(type, given = {}) {
    const all = { ...Object.fromEntries(this.propertiesOf(type).filter(p => !p.optional && !(p.name in given)).map(p => [p.name, this.value(p.type, p.name)])), ...given };
    return this.language.struct(type, Object.entries(all));
  }

  instance(type) {
    const owners = this.all().filter(other => other.kind === 'class' && (other.fqn === type.fqn || (other.interfaces ?? []).includes(type.fqn)));
    for (const owner of owners) {
      const factory = (owner.methods ?? []).find(m => m.static && m.returns?.type.fqn === type.fqn);
      if (factory) return `d.${owner.name}.${this.language.name(factory.name)}(${this.args(factory)})`;
      if (owner.initializer) return this.construct(owner);
    }
    return '{}';
  }

  construct(owner, replace = {}) {
    this.made += 1;
    const rest = owner.initializer.parameters.slice(2).map((p, at) => replace[at + 2] ?? this.value(p.type, p.name));
    return this.language.make(`d.${owner.name}`, [chart(this.language), `'part-${this.made}'`, ...this.language.arguments(rest)]);
  }

  args({ parameters = [] }, replace = {}) {
    const last = Math.max(-1, ...Object.keys(replace).map(Number));
    const given = parameters.flatMap((p, at) => at in replace ? [replace[at]] : p.optional && at > last ? [] : [this.value(p.type, p.name)]);
    return this.language.arguments(given).join(', ');
  }

  /** Every way to hand over a struct: a call, and the parameter that has it, or has it inside. */
  calls() {
    return this.all().filter(type => type.kind === 'class').flatMap(owner => [
      ...owner.initializer ? [{ owner, parameters: owner.initializer.parameters ?? [], text: replace => this.isConstruct(owner) ? this.construct(owner, replace) : this.language.make(`d.${owner.name}`, [this.args(owner.initializer, replace)]) }] : [],
      ...(owner.methods ?? []).map(method => ({
        owner,
        parameters: method.parameters ?? [],
        text: replace => `${method.static ? `d.${owner.name}` : this.instance(owner)}.${this.language.name(method.name)}(${this.args(method, replace)})`,
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
      const wrap = type.collection.kind === 'array' ? item => `[${item}]` : item => this.language.map('a', item);
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
  const python = new Maker(assembly, PYTHON);
  const waysOfPython = python.ways();
  return maker.all().filter(type => type.datatype).sort((a, b) => a.name < b.name ? -1 : 1).flatMap(type => {
    const known = ways.get(type.name) ?? [];
    // Without the mistake the program should be fine. A few structs need more than their required options.
    const way = known.find(({ text }) => !errorOf(text(maker.struct(type)))) ?? known[0];
    const properties = maker.propertiesOf(type);
    const first = candidates => candidates.find(given => way && errorOf(way.text(maker.struct(type, given))));
    const wrong = ({ primitive }) => primitive === 'string' ? '42' : primitive === 'json' || primitive === 'any' ? '() => 1' : "'wrong'";
    const bad = ({ type: { primitive, fqn } }) => BAD[primitive] ?? (fqn ? [] : ["['Bad Value!']", "{ 'Bad Value!': 'Bad Value!' }"]);
    const found = {
      'an unknown name': first([{ [`${properties[0].name}x`]: "'x'" }]),
      'a wrong type': first(properties.map(p => ({ [p.name]: wrong(p.type) }))),
      'a bad value': first(properties.flatMap(p => bad(p).map(value => ({ [p.name]: value })))),
    };
    return Object.entries(found).map(([kind, given]) => given
      ? { struct: type.name, kind, option: Object.keys(given)[0], text: way.text(maker.struct(type, given)), python: waysOfPython.get(type.name)[known.indexOf(way)].text(python.struct(type, given)) }
      : { struct: type.name, kind, missing: way ? 'every value is taken' : 'nothing takes it by itself' });
  });
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

function printForPython() {
  const root = path.resolve(__dirname, '..', '..');
  const errorOf = text => {
    try {
      new Function('cdk8s', 'd', text)(require('cdk8s'), require(root));
      return undefined;
    } catch (error) {
      return error;
    }
  };
  const all = mistakes(JSON.parse(fs.readFileSync(path.join(root, '.jsii'), 'utf8')), errorOf);
  // Python checks names and types itself.
  console.log(JSON.stringify(all.filter(({ kind, python }) => kind === 'a bad value' && python).map(({ struct, kind, python }) => ({ struct, kind, text: python }))));
}

if (require.main === module && process.argv[2] === 'python') printForPython();

module.exports = { mistakes, plantings };
