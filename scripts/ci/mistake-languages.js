// How a language writes the programs of mistakes.js. A value comes with its type in the assembly: Java and Go want types where JavaScript
// and Python want none.
const upper = name => name[0].toUpperCase() + name.slice(1);
const text = value => JSON.stringify(value);

const JAVASCRIPT = {
  text,
  number: String,
  yesNo: String,
  any: value => JSON.stringify(value),
  array: (_, items) => `[${items.join(', ')}]`,
  map: (_, entries) => `{ ${entries.map(([key, value]) => `${text(key)}: ${value}`).join(', ')} }`,
  member: (type, member) => `d.${type}.${member}`,
  struct: (_, options) => options.length === 0 ? '{}' : `{ ${options.map(([name, value]) => `${name}: ${value}`).join(', ')} }`,
  make: (owner, args) => `new d.${owner}(${args.join(', ')})`,
  chart: "new cdk8s.Chart(new cdk8s.App(), 'shop')",
  static: (owner, method, args) => `d.${owner}.${method}(${args.join(', ')})`,
  method: (instance, method, args) => `${instance}.${method}(${args.join(', ')})`,
  unknown: '{}',
};

const snake = name => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
// The options of a call are keywords.
const keywords = args => args.map(arg => /^d\.[A-Z]\w+\(\w+=|^d\.\w+(Options|Props)\(\)$/.test(arg) ? `**${arg}._values` : arg).join(', ');
const PYTHON = {
  ...JAVASCRIPT,
  yesNo: value => value ? 'True' : 'False',
  struct: (type, options) => `d.${type}(${options.map(([name, value]) => `${snake(name)}=${value}`).join(', ')})`,
  make: (owner, args) => `d.${owner}(${keywords(args)})`,
  chart: "cdk8s.Chart(cdk8s.App(), 'shop')",
  static: (owner, method, args) => `d.${owner}.${snake(method)}(${keywords(args)})`,
  method: (instance, method, args) => `${instance}.${snake(method)}(${keywords(args)})`,
};

const inJava = value => {
  if (Array.isArray(value)) return `List.of(${value.map(inJava).join(', ')})`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `Map.of(${Object.entries(value).flatMap(entry => entry.map(inJava)).join(', ')})`;
};
const JAVA = {
  typed: true,
  text,
  number: String,
  yesNo: String,
  any: inJava,
  array: (_, items) => `List.of(${items.join(', ')})`,
  map: (_, entries) => `Map.of(${entries.flatMap(([key, value]) => [text(key), value]).join(', ')})`,
  member: (type, member) => `${type}.${member}`,
  struct: (type, options) => `${type}.builder()${options.map(([name, value]) => `.${name}(${value})`).join('')}.build()`,
  make: (owner, args) => `new ${owner}(${args.join(', ')})`,
  chart: 'new Chart(new App(), "shop")',
  static: (owner, method, args) => `${owner}.${method}(${args.join(', ')})`,
  method: (instance, method, args) => `${instance}.${method}(${args.join(', ')})`,
  /** Prints for each mistake its number, and in Base64 what Java prints where no program catches it. */
  program: texts => `package languages;

import io.github.cdk8s_datadog.*;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;

public final class Mistakes {
${texts.map((line, at) => `    static void mistake${at}() {\n        ${line};\n    }\n`).join('\n')}
    static void run(int number, Runnable mistake) {
        StringWriter printed = new StringWriter();
        try {
            mistake.run();
        } catch (RuntimeException error) {
            error.printStackTrace(new PrintWriter(printed, true));
        }
        System.out.println(number + " " + Base64.getEncoder().encodeToString(printed.toString().getBytes(StandardCharsets.UTF_8)));
    }

    public static void main(String[] args) {
${texts.map((_, at) => `        run(${at}, Mistakes::mistake${at});`).join('\n')}
        System.exit(0);
    }
}
`,
};

const PRIMITIVES_OF_GO = { string: '*string', number: '*float64', boolean: '*bool', any: 'any' };
const typeInGo = (type, types) => {
  if (type.collection) return `*${type.collection.kind === 'array' ? '[]' : 'map[string]'}${typeInGo(type.collection.elementtype, types)}`;
  if (type.primitive) return PRIMITIVES_OF_GO[type.primitive];
  const known = types[type.fqn];
  return `${known.datatype ? '*' : ''}d.${known.name}`;
};
const inGo = value => {
  if (Array.isArray(value)) return `[]any{${value.map(inGo).join(', ')}}`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `map[string]any{${Object.entries(value).map(([key, item]) => `${text(key)}: ${inGo(item)}`).join(', ')}}`;
};
const GO = {
  typed: true,
  text: value => `jsii.String(${text(value)})`,
  number: value => `jsii.Number(${value})`,
  yesNo: value => `jsii.Bool(${value})`,
  any: inGo,
  array: (element, items, types) => `&[]${typeInGo(element, types)}{${items.join(', ')}}`,
  map: (element, entries, types) => `&map[string]${typeInGo(element, types)}{${entries.map(([key, value]) => `${text(key)}: ${value}`).join(', ')}}`,
  member: (type, member) => `d.${type}_${member}`,
  struct: (type, options) => `&d.${type}{${options.map(([name, value]) => `${upper(name)}: ${value}`).join(', ')}}`,
  make: (owner, args) => `d.New${owner}(${args.join(', ')})`,
  chart: 'cdk8s.NewChart(cdk8s.NewApp(nil), jsii.String("shop"), nil)',
  static: (owner, method, args) => `d.${owner}_${upper(method)}(${args.join(', ')})`,
  method: (instance, method, args) => `${instance}.${upper(method)}(${args.join(', ')})`,
  /** Go has no arguments that can be left out. */
  leftOut: 'nil',
  program: texts => `// What the mistakes made from the assembly print.
package main

import (
	"encoding/base64"
	"fmt"

	d "github.com/cdk8s-datadog/cdk8s-datadog-go/cdk8sdatadog"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

var mistakes = []func(){
${texts.map(line => `\tfunc() { ${line} },`).join('\n')}
}

func run(number int, mistake func()) {
	printed := ""
	defer func() {
		if failure := recover(); failure != nil {
			printed = fmt.Sprint("panic: ", failure)
		}
		fmt.Println(number, base64.StdEncoding.EncodeToString([]byte(printed)))
	}()
	mistake()
}

func main() {
	defer jsii.Close()
	for number, mistake := range mistakes {
		run(number, mistake)
	}
}
`,
};

module.exports = { JAVASCRIPT, PYTHON, JAVA, GO };
