import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breachesOf, longFiles } from './testing/house-rules.ts';
import { importsOf } from './testing/imports-of.ts';

const root = join(import.meta.dirname, '..');

const house = new Map(
  globSync('{api,bot,db}/**/*.ts', { cwd: root }).map((path) => [
    path.split(sep).join('/'),
    readFileSync(join(root, path), 'utf8'),
  ]),
);

test('every file of the house keeps to its room, its name and its length', () => {
  expect(house.size).toBeGreaterThan(200);
  expect(breachesOf(house)).toEqual([]);
});

test('long files are asked whether they hold two ideas', () => {
  const long = longFiles(house);
  if (long.length > 0) console.info(`more than 150 lines:\n  ${long.join('\n  ')}`);
  expect(long.length).toBeLessThan(house.size / 10);
});

describe('the rules themselves, each tried on a house that breaks it:', () => {
  const planted = `
    bot/flows/citizen/menu.ts              import { createOutbox } from '../../../db/outbox.ts';       may not import db/outbox.ts
    bot/flows/citizen/menu.ts               import { translate } from '../../i18n/translate.ts';                  may not import bot/i18n/translate.ts
    bot/handle.ts                          import type { Database } from '../db/database.ts';          may not import db/database.ts
    bot/route.ts                           const { openHall } = await import('../api/hall.ts');        may not import api/hall.ts
    db/outbox.ts                           import type { Log } from '../api/log.ts';                   may not import api/log.ts
    db/outbox.ts                           import { flows } from '../bot/flows/index.ts';              may not import bot/flows/index.ts
    db/outbox.ts                           import { can } from '../bot/channels/telegram/can.ts';      may not import bot/channels/telegram/can.ts
    db/papers.ts                           import { say } from '../bot/conversation/reply.ts';         only types of bot/conversation/reply.ts
    bot/domain/report.ts                   import type { Talk } from '../conversation/talk.ts';        may not import bot/conversation/talk.ts
    bot/domain/report.ts                   export { id } from '../../locales/id.json';                 may not import locales/id.json
    bot/conversation/fit.ts                import { flows } from '../flows/index.ts';                  may not import bot/flows/index.ts
    bot/conversation/fit.ts                import { can } from '../channels/telegram/can.ts';          may not import bot/channels/telegram/can.ts
    bot/conversation/form.ts               import { translate } from '../i18n/translate.ts';           may not import bot/i18n/translate.ts
    bot/channels/telegram/parse.ts         import { readPhone } from '../../domain/phone.ts';          may not import bot/domain/phone.ts
    bot/channels/telegram/parse.ts         import type { Wire } from '../terminal/encode.ts';          one channel imports another: bot/channels/terminal/encode.ts
    bot/channels/telegram/send.ts          import { seededDice } from '../emulator/dice.ts';           the real part imports bot/channels/emulator/dice.ts
    bot/channels/emulator/dice.ts          import { can } from '../telegram/emulator/files.ts';        one channel imports another: bot/channels/telegram/emulator/files.ts
    bot/channels/telegram/send.ts          import { realLimits } from './emulator/limits.ts';          the real part imports bot/channels/telegram/emulator/limits.ts
    bot/channels/telegram/emulator/say.ts  import { html } from '../html.ts';                          may not import bot/channels/telegram/html.ts
    bot/channels/telegram/emulator/say.ts  import { Hono } from 'hono';                                hono does not live here
    bot/channels/telegram/emulator/say.ts  import fc from 'fast-check';                                an emulator stands on Node alone
    bot/jobs/nudge.ts                      import cron from 'node-cron';                               node-cron does not live here
    bot/flows/citizen/help.ts              import i18next from 'i18next';                              i18next does not live here
    bot/answer.ts                          import { sentences } from '#sentences';                       #sentences does not live here
    bot/answer.ts                          import type { Telegraf } from 'telegraf';                   telegraf does not live here
    bot/media.ts                           import sharp from 'sharp';                                  sharp does not live here
    api/hall.ts                            import { sql } from 'drizzle-orm';                          drizzle-orm does not live here
    api/results/print-results.ts           import pdfmake from 'pdfmake';                              pdfmake does not live here
    api/posters/counter-sheet.ts           import { Resvg } from '@resvg/resvg-js';                    @resvg/resvg-js does not live here
    api/hall.ts                            import id from '../locales/id.json' with { type: 'json' };  may not import locales/id.json
    api/hall.ts                            import { stringify } from 'csv-stringify/sync';             csv-stringify/sync does not live here
    api/app.ts                             import { testKey } from './testing/hall.ts';                only tests import api/testing/hall.ts
    bot/domain/once.ts                     export const now = () => new Date();                        new Date() is handed in here
    bot/jobs/nudge.ts                      const at = Date.now();                                      Date.now() is handed in here
    db/seed/demo/dice.ts                   const one = Math.random();                                  Math.random is handed in here
    bot/handle.ts                          const demo = process.env.DEMO;                              process.env is handed in here
    bot/channels/telegram/parse.ts         const file = await fetch(url);                              fetch is handed in here
    bot/flows/citizen/rate.ts              export const rate = form<Answers>({ id: 1 });               rate is not in the registry
    bot/flows/citizen/rateUs.ts            export const one = 1;                                       names are kebab-case
    bot/Domain/rate.ts                     export const one = 1;                                       names are kebab-case
  `
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/ {2,}/) as [file: string, line: string, rule: string]);

  test.each(planted)('%s with "%s"', (file, line, rule) => {
    expect(breachesOf(new Map([[file, line]]))).toContainEqual({ file, rule });
  });

  test('a file of 251 lines', () => {
    const house = new Map([['bot/answer.ts', 'one\n'.repeat(251)]]);
    expect(breachesOf(house)).toEqual([{ file: 'bot/answer.ts', rule: 'longer than 250 lines' }]);
  });

  test('what only looks like a breach is none', () => {
    const innocent = new Map([
      [
        'bot/domain/once.ts',
        "/** import { db } from '../../db/outbox.ts'; new Date() */\nconst at = new Date(0);",
      ],
      ['bot/route.ts', "// import x from '../api/hall.ts'\nconst words = 'Math.random process.env fetch(';"],
      [
        'bot/channels/telegram/index.ts',
        "import { Telegraf } from 'telegraf';\nconst got = channel.fetch(file);",
      ],
      ['db/papers.ts', "import { type Reply, type Text } from '../bot/conversation/reply.ts';"],
      ['api/hall.test.ts', "import { sql } from 'drizzle-orm';\nconst at = Date.now();"],
      ['bot/answer.ts', 'one\n'.repeat(250)],
    ]);
    expect(breachesOf(innocent)).toEqual([]);
  });

  test('every way to import is read', () => {
    const source = [
      "import one, {\n  type Two,\n  three,\n} from './a.ts';",
      "import type { Four } from './b.ts';",
      "export { five } from './c.ts';",
      "export * from './d.ts';",
      "import './e.ts';",
      "const six = await import('./f.ts');",
      "import * as seven from './g.ts';",
    ].join('\n');
    const found = importsOf(source);
    expect(found.map(({ of }) => of).toSorted()).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `./${name}.ts`),
    );
    expect(found.filter(({ types }) => types)).toEqual([{ of: './b.ts', types: true }]);
  });
});
