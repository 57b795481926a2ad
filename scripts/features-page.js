// Writes the table of docs/features.md, between its markers, from the modules of the features; the prose around it is by hand. Run it
// after a build.
const fs = require('node:fs');
const path = require('node:path');

const FILE = path.resolve(__dirname, '..', 'docs', 'features.md');
const [BEGIN, END] = ['<!-- features: written by scripts/features-page.js -->\n', '<!-- features: end -->\n'];

/** The page with the table of these features. `models` are what the features resolve to by default, on a cluster with EC2 nodes. */
function featuresPage(page, features, models) {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/features.md has no line '${BEGIN.trim()}' with '${END.trim()}' behind it`);
  return page.slice(0, from + BEGIN.length) + table(features, models) + page.slice(to);
}

function table(features, models) {
  const heads = ['`features.`', 'default', 'sidecars', 'node Agents', 'Cluster Agent and runners'];
  const rows = [];
  for (const { name, path: option = name, docs, since } of features) {
    const { ours = of => of[name] ? 'on' : 'off' } = docs.defaults[0];
    const cells = [ours(models) + (since ? `, from Agent ${since.since}` : ''), docs.sidecars ?? '', docs.nodeAgents ?? '', docs.clusterAgent ?? ''];
    // Neighbours that are alike share a row.
    const last = rows.at(-1);
    if (last && last.cells.join('|') === cells.join('|')) last.names.push(option);
    else rows.push({ names: [option], cells });
  }
  const lines = [heads, heads.map(() => '---'), ...rows.map(({ names, cells }) => [names.map(name => `\`${name}\``).join(', '), ...cells])];
  return lines.map(cells => `| ${cells.join(' | ')} |\n`).join('');
}

/** What the features resolve to, with no option of theirs given. */
function defaultModels({ resolve }, { PLATFORMS }) {
  const secret = { name: 'datadog-secret', apiKey: 'api-key', appKey: 'app-key', token: 'token' };
  return resolve({ platform: { fact: PLATFORMS.eks }, clusterName: 'prod', credentials: { secret, source: { kind: 'existing' } } }).features;
}

if (require.main === module) {
  const { FEATURES } = require('../lib/features/registry');
  const models = defaultModels(require('../lib/cluster/resolve'), require('../lib/facts/platforms/platforms'));
  fs.writeFileSync(FILE, featuresPage(fs.readFileSync(FILE, 'utf8'), FEATURES, models));
}
module.exports = { featuresPage, defaultModels, FILE };
