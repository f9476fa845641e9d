import { defineConfig } from 'vitest/config';

/** Dialogues: what people and the house say to each other. Every channel shows them alike, so each is played on all four. */
const dialogues = ['bot/flows/**/*.test.ts', 'api/{whole-life,officer,announce}.test.ts'];

const onChannel = (rendering: 'telegram' | 'whatsapp-cloud' | 'whatsapp-linked' | 'plain') => ({
  extends: true as const,
  test: { name: rendering, provide: { rendering } },
});

/** Dialogues leave nothing behind in a process that the next would notice, so that each need not load the house anew. */
const played = (rendering: Parameters<typeof onChannel>[0]) => {
  const { test, ...project } = onChannel(rendering);
  return {
    ...project,
    test: { ...test, include: dialogues, exclude: ['bot/flows/index.test.ts'], isolate: false },
  };
};

export default defineConfig({
  test: {
    globalSetup: ['db/testing-server.ts'],
    reporters: ['default', './api/testing/summary-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    projects: [
      {
        ...onChannel('telegram'),
        test: { ...onChannel('telegram').test, include: ['{api,bot,db,locales}/**/*.test.ts'] },
      },
      played('whatsapp-cloud'),
      played('whatsapp-linked'),
      played('plain'),
    ],
  },
});
