import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{api,bot,db,locales}/**/*.test.ts'],
    globalSetup: ['db/testing-server.ts'],
    reporters: ['default', './api/testing/summary-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
});
