// Which files of src the package needs to be loaded, and not before something of it is called: those whose module body runs. It is found
// by running: each file is a module of its own, and what it imports is loaded when the first thing of it is read.
const fs = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const esbuild = require('esbuild');

/** The files that run where `files` are loaded, `files` too; paths are relative to `src`, and `/` separates their parts. */
function evaluatedAtLoad(src, files) {
  const modules = new Map();
  const requireOther = createRequire(path.join(src, 'index.ts'));

  const load = file => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const { code } = esbuild.transformSync(fs.readFileSync(path.join(src, file), 'utf8'), { loader: 'ts', format: 'cjs', target: 'node20', sourcefile: file });
    const requireLate = wanted => {
      if (!wanted.startsWith('.')) return requireOther(wanted);
      const imported = `${path.posix.join(path.posix.dirname(file), wanted)}.ts`;
      return new Proxy({}, { get: (_, name) => load(imported)[name] });
    };
    new Function('require', 'module', 'exports', code)(requireLate, module, module.exports);
    return module.exports;
  };

  files.forEach(load);
  return [...modules.keys()];
}

module.exports = { evaluatedAtLoad };
