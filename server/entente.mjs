#!/usr/bin/env node
// The launcher of the command line: checks Node's version, lets Node read TypeScript, then runs main.ts.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Entente needs Node 20.19 or later; this is ${process.versions.node}.\n`);
  process.exit(3);
}
const { register } = await import('tsx/esm/api');
register();
await import('./main.ts');
