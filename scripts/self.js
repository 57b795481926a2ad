// Lets a program of this repository import the library by its name. Node finds a package by its own name only from files whose nearest
// package.json is the package's own, and each example has one of its own.
const Module = require('node:module');
const path = require('node:path');

const main = path.resolve(__dirname, '..', 'lib', 'index.js');
const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) => name === 'cdk8s-datadog' ? main : resolve(name, ...rest);
