import { defineConfig } from 'vite';
import { compress, licenses } from './plugins.js';

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
  plugins: [licenses(), compress()],
});
