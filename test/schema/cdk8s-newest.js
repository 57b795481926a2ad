const cdk8s = require('cdk8s-newest/lib/index.js');
require('./watch').watch(cdk8s, globalThis.schemaErrorsOf, globalThis.schemaFindings);

module.exports = cdk8s;
