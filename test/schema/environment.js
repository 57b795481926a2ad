const { TestEnvironment } = require('jest-environment-node');
const { loadSchemas } = require('./schemas');

/** Node, with the schemas of Kubernetes loaded outside of the suite: each suite has modules of its own, and these are many. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.schemaErrorsOf = await loadSchemas();
    this.global.schemaFindings = [];
  }
};
