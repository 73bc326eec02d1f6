import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

// compress replaces text by its compressed form: the server sends it as it is.
export function compress() {
  return {
    name: 'compress',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!/\.(html|js|css|txt)$/.test(fileName)) continue;
          delete bundle[fileName];
          const source = gzipSync(file.code ?? file.source, { level: 9 });
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source });
        }
      },
    },
  };
}

// licenses writes licenses.txt: the licences of all packages that went into the
// pages, as these ask for.
export function licenses() {
  return {
    name: 'licenses',
    generateBundle() {
      const packages = [...this.getModuleIds()].map(packageOf).filter(Boolean);
      const texts = [...new Set(packages)].sort().map(licenseOf);
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: texts.join('\n\n') });
    },
  };
}

// packageOf returns the folder of the package that a module belongs to.
function packageOf(id) {
  return id.match(/^\0?(\/.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1];
}

// licenseOf returns a package's name, its kind of licence, and all it says of it.
function licenseOf(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = fs.readdirSync(folder).filter((file) => /^(licen[cs]e|notice|thirdpartynotices)/i.test(file)).sort();
  const texts = files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trim());
  return [`${name} ${version}: ${license}`, ...texts].join('\n\n');
}
