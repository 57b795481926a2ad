// Writes docs/rules.md from the compiled rules; run it after a build.
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const { IMMEDIATE_RULES, SHARED_RULES } = require('../lib/base/immediate-rules');
const { ALL_RULES } = require('../lib/rules/all-rules');
const { rulesPage } = require('../lib/rules/rules-page');

fs.writeFileSync(path.join(root, 'docs', 'rules.md'), rulesPage(ALL_RULES, IMMEDIATE_RULES, SHARED_RULES));
