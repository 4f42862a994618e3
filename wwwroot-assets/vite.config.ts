/// <reference types="vitest/config" />
import { readdirSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// Every folder of src with an index.ts becomes one module of that name; what several of them use lies in shared chunks.
const source = resolve(__dirname, 'src');
const entries = Object.fromEntries(
  readdirSync(source, { withFileTypes: true })
    .filter((folder) => folder.isDirectory() && existsSync(resolve(source, folder.name, 'index.ts')))
    .map((folder) => [folder.name, resolve(source, folder.name, 'index.ts')]),
);

export default defineConfig({
  base: './',
  build: {
    outDir: resolve(__dirname, '../src/Builder.Web/wwwroot/assets'),
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: true,
    modulePreload: false,
    rollupOptions: {
      input: entries,
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'shared/[name]-[hash].js',
        assetFileNames: (asset) => (asset.names[0]?.endsWith('.css') ? '[name][extname]' : 'files/[name]-[hash][extname]'),
      },
    },
  },
  // The files share a window for each worker: a new one for each file would take three quarters of the time, and what a file leaves behind
  // shows in the next one.
  test: { environment: 'jsdom', pool: 'threads', isolate: false, testTimeout: 20_000, include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
});
