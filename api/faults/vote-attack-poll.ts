import { randomBytes } from 'node:crypto';
import { seededDice } from '../../bot/channels/emulator/dice.ts';
import { accountOf } from '../../bot/channels/telegram/index.ts';
import { sweepUrn } from '../../db/award/close.ts';
import { endVote } from '../../db/award/end-vote.ts';
import { tallyVote } from '../../db/award/tally.ts';
import { connect } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { createSeal } from '../../db/sealed.ts';
import { seedCity } from '../../db/seed/index.ts';
import { temporaryServer } from '../../db/temporary-server.ts';
import { createApp } from '../app.ts';
import { openHall } from '../hall.ts';
import { addTelegramBot } from '../telegram-bot.ts';
import { keptLog, testKey, testSecret, testToken } from '../testing/hall.ts';
import { plantStorm, type StormVoter, yesTelegram } from './ballot-storm.ts';
import { checkpoint } from './vote-attack-disk.ts';

/** Names that stand nowhere else in the world, and blank. */
export const pollNames = ['Kukilaqwx Zuf', 'Branjangvbn Zuf', 'Cendetmjk Zuf', 'Derukuxzq Zuf'];
export const pollOptions = [...pollNames, 'Suara kosong'];

/** What somebody chose, and what they alone saw of it: by employee. */
export type Cast = { option: number; sealed: string; receipt: string };

type Button = { text: string; data: string };

const buttonsIn = (value: unknown): Button[] => {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('callback_data' in value && 'text' in value)
    return [{ text: String(value.text), data: String(value.callback_data) }];
  return Object.values(value).flatMap(buttonsIn);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The real service in this process before a Telegram that says yes, on a server of its own whose log holds nothing else, with a vote that is open and its voters linked long ago. */
export const openPoll = async (many: number) => {
  const own = await temporaryServer();
  await migrate(own.url);
  const database = connect(own.url, { max: 4 });
  const { sql } = database;
  const seal = createSeal(testKey);
  await seedCity(database, 'salatiga');
  await sql`alter sequence employee_id_seq restart with 712345678`;
  await sql`alter sequence award_nominee_id_seq restart with 918273645`;
  await sql`alter table employee set (autovacuum_enabled = false)`;
  await sql`alter table award_nominee set (autovacuum_enabled = false)`;
  const { award, voters } = await plantStorm(database, { voters: many, account: accountOf(testToken) });
  for (const [paper, name] of pollNames.entries())
    await sql`with named as (update award_nominee set paper_name = ${name} where paper = ${paper} returning employee_id)
      update employee set name = ${name} from named where id = employee_id`;
  await sql`vacuum (freeze) employee`;
  await sql`vacuum (freeze) award_nominee`;
  const employees = await sql<{ id: string }[]>`
    select id::text from employee where nip like 'BADAI-%' order by nip`;
  await checkpoint(sql);
  const telegram = await yesTelegram();
  const log = keptLog();
  const seen: unknown[] = [];
  const hall = await openHall({
    database,
    seal,
    log,
    publicUrl: 'https://sapa.example',
    watch: (one) => seen.push(one),
  });
  const bot = { token: testToken, apiRoot: telegram.url };
  const { desk } = addTelegramBot(hall, bot, { media: async () => 0 });
  const tasks: Promise<unknown>[] = [];
  const after = (task: Promise<unknown>) => void tasks.push(task);
  const app = createApp({ hall, telegram: { secrets: [testSecret], desk, after } });
  let update = 1_000;

  /** What comes of an update, in the response and by calls of our own. */
  const send = async (
    body: object,
    again = false,
  ): Promise<{ said: string; buttons: Button[]; status: number }> => {
    if (!again) update += 1;
    const before = telegram.said.length;
    const response = await app.fetch(
      new Request('http://localhost/webhooks/telegram', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': testSecret },
        body: JSON.stringify({ update_id: update, ...body }),
      }),
    );
    const answer = await response.text();
    await Promise.all(tasks.splice(0));
    const all = [answer, ...telegram.said.slice(before)];
    return { said: all.join('\n'), buttons: buttonsIn(all.map(parsed)), status: response.status };
  };

  const personOf = ({ chat }: StormVoter) => ({ id: chat, is_bot: false, first_name: 'Pemilih' });
  const messageFor = ({ chat }: StormVoter) => ({
    message_id: update,
    date: 1_790_000_000,
    chat: { id: chat, type: 'private', first_name: 'Pemilih' },
  });
  const press = (voter: StormVoter, data: string, again = false) =>
    send(
      {
        callback_query: {
          id: String(update),
          from: personOf(voter),
          message: messageFor(voter),
          chat_instance: '1',
          data,
        },
      },
      again,
    );

  const buttonOf = ({ buttons, said }: Awaited<ReturnType<typeof send>>, text: string): string => {
    const found = buttons.find((button) => button.text.includes(text));
    if (!found) throw new Error(`no button ${text} in ${said}`);
    return found.data;
  };

  /** A press of *Kirim* while the database takes no ballot, given again until it is laid aside. */
  const failPress = async (voter: StormVoter, sealed: string) => {
    await sql.unsafe(`alter table award_ballot add constraint spoilt check (false) not valid`);
    for (let n = 0; n < 5; n += 1) await press(voter, sealed, n > 0);
    await sql.unsafe(`alter table award_ballot drop constraint spoilt`);
  };

  /** The whole way of a vote by its buttons; `failing`: once in vain. */
  const vote = async (voter: StormVoter, option: number, failing: boolean): Promise<Cast> => {
    const message = { ...messageFor(voter), from: personOf(voter), text: '/suara' };
    const list = await press(voter, buttonOf(await send({ message }), 'Pelaksana'));
    const page = await press(voter, buttonOf(list, pollOptions[option] ?? ''));
    const sealed = buttonOf(page, 'Kirim');
    if (failing) await failPress(voter, sealed);
    const { said } = await press(voter, sealed);
    const receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}/.exec(said)?.[0];
    if (!receipt) throw new Error(`no receipt in ${said}`);
    return { option, sealed: sealed.replace('go:vote-cast:', ''), receipt };
  };

  /** Everybody votes in an order of their own for what dice say, the first `failing` after a fault; gives what each did, by employee. */
  const voteAll = async (seed: number, failing: number): Promise<Map<string, Cast>> => {
    const dice = seededDice(seed);
    const turns = employees
      .map(({ id }, at) => ({
        id,
        voter: voters[at],
        option: Math.floor(dice() * pollOptions.length),
        lot: dice(),
      }))
      .sort((one, other) => one.lot - other.lot);
    const cast = new Map<string, Cast>();
    for (const [at, { id, voter, option }] of turns.entries())
      if (voter) cast.set(id, await vote(voter, option, at < failing));
    return cast;
  };

  const { zone } = hall.city().agency;
  const { code } = award.cycle;
  const later = () => new Date(Date.now() + 12 * 86_400_000);
  return {
    folder: own.data,
    sql,
    seal,
    award,
    voteAll,
    /** All that was printed and that the simulator's panel is shown, a line each. */
    printed: () => [...log.lines, ...seen].map((line) => JSON.stringify(line)),
    seen,
    shut: async () => {
      const ended = await endVote(sql, code, { at: later(), zone, calendar: hall.city().calendar });
      if (ended.is !== 'closed') throw new Error(`the vote was not closed: ${ended.is}`);
      return sweepUrn(sql);
    },
    count: async () => {
      const [left, right] = award.shares;
      if (!left || !right) throw new Error('no shares');
      const random = (bytes: number) => randomBytes(bytes);
      const tallied = await tallyVote(sql, code, [left, right], { at: later(), zone, random });
      if (tallied.is !== 'tallied') throw new Error(`nothing was counted: ${tallied.is}`);
      return tallied.bulletin.totals;
    },
    close: async () => {
      await telegram.close();
      await database.close();
      await own.stop();
    },
  };
};
export type Poll = Awaited<ReturnType<typeof openPoll>>;
