import { afterEach, expect, inject, test } from 'vitest';
import { say } from '../../bot/conversation/reply.ts';
import { translate } from '../../bot/i18n/translate.ts';
import type {} from '../../db/testing.ts';
import { testKey, testSecret, testToken } from '../testing/hall.ts';
import { type Citizen, citizen } from './citizen.ts';
import { type DatabaseLine, layLine } from './database-line.ts';
import { letterCarrier } from './letter-carrier.ts';
import { openTown, type Town } from './town.ts';
import { until } from './until.ts';

let town: Town;
let line: DatabaseLine;
afterEach(async () => {
  await town?.close();
  await line?.close();
});

/** Invented, and found nowhere else. */
const person = {
  id: 7_361_905_248,
  firstName: 'Kencanawulan',
  username: 'kencana_wulan_uji',
  phoneNumber: '+6281190452837',
};
const words = 'lampu jalan mati di gang Zirkonium nomor 1000';

const canariesIn = (printed: string, canaries: readonly string[]): string[] =>
  canaries.filter((canary) => printed.toLowerCase().includes(canary.toLowerCase()));

test('no text, name, number, token, ticket or chat of a person is ever printed, whatever goes wrong', async () => {
  line = await layLine(inject('testServer').url);
  town = await openTown({ processes: 1, seed: 6, timeScale: 0.05, databaseUrl: line.url });
  const { emulator, database } = town;
  const [service] = town.processes;
  if (!service) throw new Error('no process');
  const phone = emulator.phone(person);
  citizen(phone, words, { lat: -7.3315, lon: 110.5125 });
  await database.sql`alter table report add constraint refused check (words not like '%Zirkonium%') not valid`;
  await until(
    'the update is set aside',
    async () => (await database.sql`select 1 from dead_update where dead_at is not null`).length > 0,
    town.moved,
  );
  await database.sql`alter table report drop constraint refused`;
  emulator.faults.add({ kind: 'throttle', method: 'sendMessage', retryAfter: 1, times: 1 });
  emulator.faults.add({ kind: 'server-error', method: 'sendMessage', times: 1 });
  emulator.faults.add({
    kind: 'refuse',
    method: 'sendMessage',
    code: 403,
    description: `Forbidden: ${person.firstName}`,
    times: 1,
  });
  const [neighbour] = town.newcomers(1) as [Citizen];
  phone.press(translate('id', say('button.send')));
  phone.sendContact();
  phone.sendPhoto('sample', { caption: words });
  await until(
    'the report is filed',
    async () => (await database.sql`select 1 from report where words = ${words}`).length > 0,
    town.moved,
  );
  await line.cut();
  const carrier = letterCarrier();
  const answers = [];
  for (let i = 0; i < 3; i++)
    answers.push((await carrier.bring(service, carrier.text(person.id, words))).status);
  await line.mend();
  await database.sql`update talk set sealed = '\\x01ff00', revision = revision + 1`;
  for (let i = 0; i < 3; i++)
    answers.push((await carrier.bring(service, carrier.text(person.id, words))).status);
  for (const body of [`{"text":"${words}`, JSON.stringify({ text: words, from: person })])
    answers.push(
      (
        await fetch(`http://127.0.0.1:${service.port}/webhooks/telegram`, {
          method: 'POST',
          body,
          headers: { 'x-telegram-bot-api-secret-token': testSecret },
        })
      ).status,
    );
  answers.push(
    (
      await fetch(`http://127.0.0.1:${service.port}/webhooks/telegram`, {
        method: 'POST',
        body: words,
        headers: { 'x-telegram-bot-api-secret-token': `${testSecret}x` },
      })
    ).status,
  );
  carrier.close();
  const [filed] = await database.sql<{ ticket: string }[]>`select ticket from report where words = ${words}`;
  const canaries = [
    'Zirkonium',
    person.firstName,
    person.username,
    '81190452837',
    String(person.id),
    filed?.ticket ?? 'no ticket',
    neighbour.words,
    String(neighbour.phone.person.id),
    testToken,
    testToken.split(':')[1] ?? '',
    testSecret,
    Buffer.from(testKey).toString('base64'),
    new URL(inject('testServer').url).password || 'no password',
  ];
  const printed = service.printed();
  const events = new Set(printed.match(/"event":"[^"]+"/g));
  console.log(
    `lines printed ${printed.trim().split('\n').length}, ${[...events].join(' ')}, answers ${answers.join(' ')}`,
  );
  expect(answers).toContain(503);
  expect(answers.slice(-3)).toEqual([400, 400, 401]);
  expect(printed).toContain('update-failed');
  expect(canariesIn(printed, canaries)).toEqual([]);

  const planted = await town.start({ plant: `${words} ${person.phoneNumber}` });
  await until('the plant is printed', () => planted.printed().includes('planted'), town.moved);
  expect(canariesIn(planted.printed(), canaries)).toEqual(['Zirkonium', '81190452837']);
}, 180_000);
