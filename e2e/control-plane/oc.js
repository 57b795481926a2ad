// An `oc` for scripts that copy: knows `get` with a JSONPath of keys, `create secret generic --dry-run` and `apply`, on a file.
const { readFileSync, writeFileSync } = require('node:fs');

module.exports = (state) => {
  const args = process.argv.slice(2);
  const cluster = JSON.parse(readFileSync(state, 'utf8'));
  const after = (flag) => args[args.indexOf(flag) + 1];
  const encode = (text) => Buffer.from(text).toString('base64');
  const [verb, kind] = args;
  if (verb === 'get') {
    const found = cluster[kind]?.[`${after('--namespace')}/${args[2]}`];
    if (!found) {
      console.error(`Error from server (NotFound): ${kind} "${args[2]}" not found`);
      process.exit(1);
    }
    const value = (key) => found[key] === undefined ? '' : kind === 'secret' ? encode(found[key]) : found[key];
    process.stdout.write(after('--output').replace(/^jsonpath=/, '').replace(/\{\.data\.(.+?)\}/g, (_, key) => value(key.replaceAll('\\', ''))));
  } else if (verb === 'create' && kind === 'secret') {
    const files = args.filter((arg) => arg.startsWith('--from-file=')).map((arg) => arg.slice('--from-file='.length).split('='));
    const data = Object.fromEntries(files.map(([key, file]) => [key, encode(readFileSync(file))]));
    process.stdout.write(JSON.stringify({ kind: 'Secret', metadata: { name: args[3], namespace: after('--namespace') }, data }));
  } else if (verb === 'apply') {
    const { metadata, data } = JSON.parse(readFileSync(0, 'utf8'));
    const decoded = Object.fromEntries(Object.entries(data).map(([key, text]) => [key, Buffer.from(text, 'base64').toString()]));
    cluster.secret[`${metadata.namespace}/${metadata.name}`] = decoded;
    writeFileSync(state, JSON.stringify(cluster));
  } else {
    console.error(`oc: not known here: ${args.join(' ')}`);
    process.exit(1);
  }
};
