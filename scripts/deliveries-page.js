// Writes docs/deliveries.md from the sources: the table of scripts/option-keys.js, the features, and the limits and notes of each delivery.
process.env.TS_NODE_PROJECT = require('node:path').join(__dirname, '..', 'test', 'tsconfig.json');
require('ts-node/register/transpile-only');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const { deliveriesPage } = require('../src/render/deliveries/deliveries-page');
const { DELIVERY_TABLES } = require('../src/render/deliveries/delivery-tables');

fs.writeFileSync(path.join(root, 'docs', 'deliveries.md'), deliveriesPage(Object.values(DELIVERY_TABLES)));
