import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Dialogues: what people and the house say to each other. Every channel shows them alike, so each is played on all four. */
const dialogues = ['bot/flows/**/*.test.ts', 'api/{whole-life,officer,announce}.test.ts'];

const onChannel = (rendering: 'telegram' | 'whatsapp-cloud' | 'whatsapp-linked' | 'plain') => ({
  extends: true as const,
  test: { name: rendering, provide: { rendering } },
});

/** Dialogues and the rest of `bot` leave nothing behind in a process, so that each need not load the house anew. */
const played = (
  rendering: Parameters<typeof onChannel>[0],
  parts: { include: string[]; exclude?: string[] },
) => {
  const { test, ...project } = onChannel(rendering);
  return { ...project, test: { ...test, ...parts, isolate: false } };
};

const heard = { include: dialogues, exclude: ['bot/flows/index.test.ts'] };

export default defineConfig({
  test: {
    globalSetup: ['db/testing-server.ts'],
    reporters: ['default', './api/testing/summary-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    // Two where Vitest would take one, on two cores: tests wait for the database and for programs they start.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: { name: 'service', include: ['{api,db,locales}/**/*.test.ts'], exclude: dialogues },
      },
      played('telegram', { include: ['bot/**/*.test.ts', ...dialogues] }),
      played('whatsapp-cloud', heard),
      played('whatsapp-linked', heard),
      played('plain', heard),
    ],
  },
});
