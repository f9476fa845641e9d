import { defineConfig } from 'vitest/config';

/** Dialogues: what people and the house say to each other, which every channel must show alike. */
const dialogues = [
  'bot/flows/**/*.test.ts',
  'api/{whole-life,officer,announce,permissions-house}.test.ts',
];

const rendered = (rendering: 'telegram' | 'whatsapp-cloud' | 'whatsapp-linked' | 'plain', include: string[]) => ({
  extends: true as const,
  test: { name: rendering, include, provide: { rendering } },
});

export default defineConfig({
  test: {
    globalSetup: ['db/testing-server.ts'],
    reporters: ['default', './api/testing/summary-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    projects: [
      rendered('telegram', ['{api,bot,db,locales}/**/*.test.ts']),
      rendered('whatsapp-cloud', dialogues),
      rendered('whatsapp-linked', dialogues),
      rendered('plain', dialogues),
    ],
  },
});
