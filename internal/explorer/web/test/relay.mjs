// usage: node test/relay.mjs
//
// Compiles what test/relay holds, as a Relay application would have it, against the
// schema with Relay's own compiler: @refetchable wants node(id) and Node, @connection
// wants edges, cursors and page info. Fails on whatever the compiler refuses, and if
// it makes no query of a fragment that it should.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compiler from 'relay-compiler';

const here = fileURLToPath(new URL('.', import.meta.url));
const application = mkdtempSync(join(tmpdir(), 'civicgraph-relay-'));
try {
  cpSync(join(here, 'relay', 'src'), join(application, 'src'), { recursive: true });
  mkdirSync(join(application, 'made'));
  cpSync(join(here, '..', '..', '..', '..', 'schema.graphqls'), join(application, 'schema.graphql'));
  writeFileSync(join(application, 'relay.config.json'), JSON.stringify({
    src: './src', schema: './schema.graphql', language: 'javascript', artifactDirectory: './made',
  }));
  writeFileSync(join(application, 'package.json'), '{}');
  execFileSync(compiler, ['relay.config.json'], { cwd: application, stdio: 'inherit', timeout: 120_000 });
  const source = readFileSync(join(here, 'relay', 'src', 'CoalitionPage.js'), 'utf8');
  const wanted = [...source.matchAll(/queryName: "(\w+)"/g)].map(([, name]) => `${name}.graphql.js`);
  const made = readdirSync(join(application, 'made'));
  for (const name of wanted) assert(made.includes(name), `the compiler made no ${name} of a @refetchable fragment`);
  console.log(`relay-compiler took the schema: ${made.length} artifacts, ${wanted.length} of @refetchable fragments`);
} finally {
  rmSync(application, { recursive: true });
}
