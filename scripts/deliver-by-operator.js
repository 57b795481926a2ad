// Required before an example: its DatadogChart is then a DatadogOperatorChart, which takes the same description.
const Module = require('node:module');
require('./self.js');

const load = Module._load;
Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (request !== 'cdk8s-datadog') return loaded;
  return new Proxy({}, { get: (_, name) => loaded[name === 'DatadogChart' ? 'DatadogOperatorChart' : name], has: (_, name) => name in loaded });
};
