// Builds client/ and runs tests/: one project for each thing that tests need.
import { constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import { defineConfig } from 'vitest/config';

/** Tests of one database take turns: the community server has a single one. */
const withNeo4j = {
  globalSetup: ['tests/support/neo4j.ts'],
  fileParallelism: false,
  testTimeout: 180_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  root: 'client',
  plugins: [
    react(),
    // Scripts and styles are compressed once, with the page: it takes two seconds and no visit any work.
    compression({
      include: /\.(?:js|css)$/,
      algorithms: [
        'gzip',
        defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      ],
    }),
  ],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    // The page has to work under a policy without inline scripts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4680' } },
  test: {
    root: '.',
    maxWorkers: 1,
    reporters: ['default', './tests/support/summary.ts'],
    projects: [
      { test: { name: 'unit', root: '.', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'house', root: '.', include: ['tests/house/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'embedded',
          root: '.',
          include: ['tests/embedded/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'neo4j',
          root: '.',
          include: ['tests/graph/**/*.test.ts', 'tests/formats/**/*.test.ts', 'tests/api/**/*.test.ts'],
          ...withNeo4j,
        },
      },
      {
        test: {
          name: 'browser',
          root: '.',
          include: ['tests/browser/**/*.test.ts'],
          ...withNeo4j,
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'data',
          root: '.',
          include: ['tests/data/**/*.test.ts'],
          ...withNeo4j,
          // Without the files nothing is started.
          globalSetup: ['tests/data/files.ts', ...withNeo4j.globalSetup],
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'readers',
          root: '.',
          include: ['tests/readers/**/*.test.ts'],
          testTimeout: 300_000,
        },
      },
    ],
  },
});
