import { gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

// The server sends text compressed, so only its compressed form is built in.
const compress = {
  name: 'compress',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (!/\.(html|js|css)$/.test(name)) continue;
        delete bundle[name];
        this.emitFile({ type: 'asset', fileName: `${name}.gz`, source: gzipSync(file.code ?? file.source, { level: 9 }) });
      }
    },
  },
};

export default defineConfig({
  base: './', // the pages work under any prefix
  build: {
    outDir: '../dist',
    emptyOutDir: true, // public/ puts the committed placeholder back
    target: 'es2022',
    assetsInlineLimit: 0, // the content security policy allows no data: fonts or scripts
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
    rollupOptions: {
      input: 'playground.html',
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
    },
  },
  worker: { format: 'es' },
  esbuild: { jsx: 'automatic', legalComments: 'none' },
  plugins: [compress],
});
