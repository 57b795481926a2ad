// Writes docs/deliveries.md from the compiled tables; run it after a build.
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const { deliveriesPage } = require('../lib/render/deliveries/deliveries-page');
const { DELIVERY_TABLES } = require('../lib/render/deliveries/delivery-tables');

fs.writeFileSync(path.join(root, 'docs', 'deliveries.md'), deliveriesPage(Object.values(DELIVERY_TABLES)));
