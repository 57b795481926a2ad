// What 'cdk8s' is in tests: the package itself, watched.
const cdk8s = require('cdk8s/lib/index.js');
require('./watch').watch(cdk8s, globalThis.schemaErrorsOf, globalThis.schemaFindings);

module.exports = cdk8s;
