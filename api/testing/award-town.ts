import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Played, playTranscript } from '../../bot/conversation/transcript.ts';
import type { PhaseName } from '../../bot/domain/award/phase.ts';
import type { Schedule } from '../../bot/domain/award/standing.ts';
import { makeCode } from '../../db/stores/activation.ts';
import { createApp } from '../app.ts';
import { awardPages } from '../award/index.ts';
import { createAwardJob } from '../award-job.ts';
import { certificatePages } from '../certificates/index.ts';
import { pendopo } from '../commands/index.ts';
import { runCommandLine } from '../commands/run-command-line.ts';
import { type Ended, workplace } from '../commands/testing/run-program.ts';
import { untilPhase } from './award.ts';
import { awardCommittee, awardOffices, awardOthers } from './award-people.ts';
import { hireSomebody } from './employee.ts';
import { openTestHall, type TestHall, testKey } from './hall.ts';
import { onTwoDoors } from './renderings/two-doors.ts';
import { openOffice } from './staff.ts';

type Chat = ReturnType<TestHall['actor']>;

/** The cycle that is played in the town. */
export const townCycle = 'ASN-2026';

/**
 * A town in which a whole cycle is played: sixty ASN and fifteen supervisors, every other chat on Telegram and the rest on
 * WhatsApp, with an operator who types commands and the job that the clock runs. `late`: whose chat is not linked yet.
 */
export const openAwardTown = async (late: readonly string[] = []) => {
  const house = await openTestHall({}, { stage: onTwoDoors });
  const { hall, databaseUrl } = house;
  const { sql } = hall.database;
  await openOffice(hall, '2026-08-03');
  const settings = {
    DATABASE_URL: databaseUrl,
    APP_KEY: testKey.toString('base64'),
    PUBLIC_URL: 'https://sapa.example',
    DEMO: '1',
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const [place, alone] = [
    await workplace(settings),
    await workplace({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }),
  ];
  const people = new Map<string, Chat>();

  /** Links a chat to somebody who is employed. */
  const enter = async (name: string, nip: string): Promise<void> => {
    const made = await makeCode(sql, hall.seal, { nip, now: hall.clock.now(), random: randomBytes });
    if (typeof made === 'string') throw new Error(made);
    const chat = house.actor({ firstName: name });
    await playTranscript(`> /masuk ${made.code}\nChat ini sekarang terhubung…`, chat);
    people.set(name, chat);
  };
  const all = [
    ...awardOffices.flatMap(({ unit, head, under, staff }) => [
      ...[head, ...under].map((name) => ({ name, unit, roles: ['supervisor'] })),
      ...staff.map((name) => ({ name, unit, roles: [] as string[] })),
    ]),
    ...awardOthers.map((name) => ({
      name,
      unit: 'inspektorat',
      roles: (awardCommittee as readonly string[]).includes(name) ? ['committee'] : [],
    })),
  ];
  for (const { name, unit, roles } of all) {
    const nip = await hireSomebody(sql, { name, unit, roles });
    if (!late.includes(name)) await enter(name, nip);
  }

  const nipOf = async (name: string): Promise<string> => {
    const [row] = await sql<{ nip: string }[]>`select nip from employee where name = ${name}`;
    if (!row) throw new Error(`nobody is called ${name}`);
    return row.nip;
  };
  for (const { head, under } of awardOffices)
    for (const name of under)
      await sql`update employee set supervisor_nip = ${await nipOf(head)} where name = ${name}`;

  const chatOf = (name: string): Chat => {
    const chat = people.get(name);
    if (!chat) throw new Error(`${name} has no chat`);
    return chat;
  };

  /** Everything that waits is sent, whatever the hour. */
  const deliver = async (): Promise<void> => {
    await sql`update letter set not_before = now() where state = 'waiting'`;
    await hall.deliver();
  };

  const to = (printed: { out: string; err: string }, name: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      printed[name] += String(text);
    },
  });

  return {
    house,
    sql,
    people,
    enter,
    nipOf,
    chatOf,
    deliver,
    /** What somebody has been told since they last looked. */
    told: async (name: string): Promise<string[]> => (await chatOf(name).seen()).map(({ text }) => text),
    play: async (name: string, script: string, known?: Played['names']): Promise<Played> => {
      await chatOf(name).seen();
      return playTranscript(script, chatOf(name), known);
    },
    /** What the clock does within a few minutes, in three processes at once. */
    minutesPass: async (): Promise<void> => {
      await Promise.all([1, 2, 3].map(() => createAwardJob(hall)()));
      await createAwardJob(hall)();
      await deliver();
    },
    /** Everybody has read what they were told, and a phase begins. */
    moveTo: async (name: PhaseName): Promise<void> => {
      for (const chat of people.values()) await chat.seen();
      const [row] = await sql<{ schedule: Schedule; rules: { code: string } }[]>`
        select schedule, rules from award_cycle where code = ${townCycle}`;
      if (!row) throw new Error('there is no cycle');
      await untilPhase(hall, { cycle: { ...row.rules, ...row.schedule } as never }, name);
    },
    /** What the operator types; files stand by their name in one folder. */
    types: async (...words: string[]): Promise<Ended> => {
      const printed = { out: '', err: '' };
      const typed = words.map((word) =>
        /^[\w-]+\.(json|txt|csv)$/.test(word) ? join(place.folder, word) : word,
      );
      const code = await runCommandLine(pendopo, typed, { out: to(printed, 'out'), err: to(printed, 'err') });
      return { code, ...printed };
    },
    /** Two keepers, or whoever came, type their shares. */
    tally: (...lines: string[]): Promise<Ended> =>
      place.run('pendopo', `award tally ${townCycle}`, `${lines.join('\n')}\n`),
    /** A command on a machine without our database. */
    elsewhere: (words: string): Promise<Ended> =>
      alone.run(
        'pendopo',
        words.replace(/\b[\w-]+\.(json|txt)\b/g, (name) => join(place.folder, name)),
      ),
    keep: (name: string, text: string) => writeFile(join(place.folder, name), text),
    read: (name: string) => readFile(join(place.folder, name), 'utf8'),
    /** The public pages, as anybody asks for them. */
    site: createApp({
      hall,
      rooms: [
        { path: '/penghargaan', app: awardPages(hall) },
        { path: '/sertifikat', app: certificatePages(hall) },
      ],
    }),
    close: async (): Promise<void> => {
      vi.unstubAllEnvs();
      await Promise.all([place.leave(), alone.leave()]);
      await house.close();
    },
  };
};

export type AwardTown = Awaited<ReturnType<typeof openAwardTown>>;
