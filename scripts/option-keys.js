// Writes src/render/deliveries/operator-keys.ts and helm-keys.ts: to which fields of the DatadogAgent and which values of the Helm chart
// each option goes. It is found by changing every option of several clusters. Run it after a change of options, features or deliveries.
process.env.TS_NODE_PROJECT = require('node:path').join(__dirname, '..', 'test', 'tsconfig.json');
require('ts-node/register/transpile-only');
const fs = require('node:fs');
const path = require('node:path');
const { effects, tableSource } = require('../test/deliveries/perturbation/option-table');

// Some of the clusters have findings, which say nothing here.
process.stderr.write = () => true;
for (const [delivery, found] of Object.entries(effects())) {
  fs.writeFileSync(path.resolve(__dirname, `../src/render/deliveries/${delivery}-keys.ts`), tableSource(delivery, found));
}
