const { createHash } = require('node:crypto');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { shapeOfKind, unknownFields } = require('./fields');
const { MODULES } = require('./install');
const { BY_E2E_ALONE, KINDS, SAME_FORM } = require('./kinds');

let loading;

/**
 * Loads the validators once in a process, however many suites it runs, and gives the function that tells what is wrong with a
 * manifest. What was told of one content is kept.
 */
exports.loadSchemas = () => loading ??= (async () => {
  if (!existsSync(MODULES)) throw new Error(`${MODULES} is not there: test/schema/install.js makes it, and Jest runs that before the tests`);
  const rows = await Promise.all(KINDS.map(async ({ apiVersion, kind, from, schema }) => {
    const { validate } = await import(pathToFileURL(join(MODULES, from, '_schemas', `${schema}.js`)));
    return [`${apiVersion} ${kind}`, { apiVersion, validate, shape: () => shapeOfKind(join(MODULES, from), apiVersion, kind) }];
  }));
  const kinds = new Map(rows);
  const told = new Map();
  return manifest => {
    const text = JSON.stringify(manifest);
    const key = createHash('sha1').update(text).digest('base64');
    if (!told.has(key)) told.set(key, check(kinds, JSON.parse(text)));
    return told.get(key);
  };
})();

function check(kinds, manifest) {
  const { apiVersion, kind } = manifest;
  const known = kinds.get(`${SAME_FORM[apiVersion] ?? apiVersion} ${kind}`);
  if (!known) {
    const group = String(apiVersion).includes('/') ? String(apiVersion).split('/')[0] : '';
    return BY_E2E_ALONE.includes(`${kind}.${group}`) ? [] : undefined;
  }
  const given = { ...manifest, apiVersion: known.apiVersion };
  const wrong = known.validate(given) ? [] : known.validate.errors.map(e => `${e.instancePath} ${e.message ?? `${e.keyword} ${JSON.stringify(e.params)}`}`);
  return [...wrong, ...unknownFields(known.shape(), given)];
}
