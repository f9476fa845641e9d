import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { seededDice } from '../../bot/channels/emulator/dice.ts';
import { keepAlivePost } from '../../bot/channels/emulator/post.ts';
import { accountOf } from '../../bot/channels/telegram/index.ts';
import { votePaper } from '../../bot/domain/award/vote-paper.ts';
import type { Ballot } from '../../bot/domain/ballot/bulletin.ts';
import { verifyBallot } from '../../bot/domain/ballot/verify-ballot.ts';
import { connect } from '../../db/database.ts';
import { seedCity } from '../../db/seed/index.ts';
import { testDatabase } from '../../db/testing.ts';
import { testKey, testSecret, testToken } from '../testing/hall.ts';
import { plantStorm, pressOf, type StormVoter, stormCandidates, yesTelegram } from './ballot-storm.ts';
import { size } from './size.ts';
import { type ServiceProcess, startProcess } from './start-process.ts';

const count = size(50, 1_000);
const kills = size(2, 20);
const attempts = 20;
const atOnce = 10;
const processesMany = 4;
const dice = seededDice(77);

/** Two copies of each update come as well, as Telegram repeats what it takes for lost. */
const repeats = 2;

test(`of ${count} voters who press Kirim ${attempts} times at one moment, through four processes with ${kills} kills, each has one ballot`, async () => {
  const own = await testDatabase();
  const database = connect(own.url, { max: 4 });
  const telegram = await yesTelegram();
  const post = keepAlivePost(200);
  const processes: ServiceProcess[] = [];
  const printed: string[] = [];
  const start = async () => {
    const given = {
      databaseUrl: own.url,
      apiRoot: telegram.url,
      token: testToken,
      secret: testSecret,
      key: testKey,
    };
    processes.push(await startProcess(given));
  };
  let update = 1_000;
  let tries = 0;
  let failed = 0;

  /** Until some process has taken it. */
  const send = async (body: string): Promise<void> => {
    for (;;) {
      tries += 1;
      const port = processes[Math.floor(dice() * processes.length)]?.port ?? 0;
      const posted = await post(`http://127.0.0.1:${port}/webhooks/telegram`, body, {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': testSecret,
      }).catch(() => undefined);
      if (posted?.status === 200) return;
      failed += 1;
      await sleep(50 + dice() * 100);
    }
  };

  const vote = (voter: StormVoter): Promise<void>[] =>
    Array.from({ length: attempts }, (_, nth) => {
      update += 1;
      const button = voter.buttons[Math.floor(dice() * voter.buttons.length)] ?? '';
      const body = pressOf(update, voter, button);
      return nth < repeats ? [send(body), send(body)] : [send(body)];
    }).flat();

  try {
    await seedCity(database, 'salatiga');
    const { award, voters } = await plantStorm(database, { voters: count, account: accountOf(testToken) });
    for (let i = 0; i < processesMany; i++) await start();
    const waves = Math.ceil(count / atOnce);
    let killed = 0;
    for (let wave = 0; wave < waves; wave++) {
      const sent = voters.slice(wave * atOnce, (wave + 1) * atOnce).flatMap(vote);
      if (killed < kills && (wave + 1) * kills >= (killed + 1) * waves) {
        await sleep(dice() * 400);
        const [victim] = processes.splice(Math.floor(dice() * processes.length), 1);
        await victim?.kill();
        printed.push(victim?.printed() ?? '');
        killed += 1;
        await start();
      }
      await Promise.all(sent);
    }
    expect(killed).toBe(kills);
    const { sql } = database;
    const [counted] = await sql`select (select count(*)::int from award_ballot) as ballots,
      (select count(distinct ballot)::int from award_ballot) as different,
      (select count(*)::int from award_participation) as marks, (select count(*)::int from award_receipt) as receipts`;
    expect(counted).toEqual({ ballots: count, different: count, marks: count, receipts: count });
    const [kept] =
      await sql`select (select count(*)::int from letter) as letters, (select count(*)::int from dead_update where dead_at is not null) as dead`;
    expect(kept).toEqual({ letters: 0, dead: 0 });

    const [cycle] = await sql<
      { code: string; hash: string; key: { key: string; slope: string } }[]
    >`select code, rules_hash as hash, public_key as key from award_cycle where id = ${award.id}`;
    if (!cycle) throw new Error('no cycle');
    const election = { cycle: cycle.code, rules_hash: cycle.hash, public_key: cycle.key };
    const paper = votePaper(election, 'pelaksana', stormCandidates);
    const ballots = await sql<{ ballot: Ballot }[]>`select ballot from award_ballot`;
    expect(ballots.filter(({ ballot }) => verifyBallot(paper, ballot) !== undefined)).toEqual([]);

    const codes = telegram.said.filter((said) => said.includes('Kode bukti')).length;
    const all = [...printed, ...processes.map((one) => one.printed())].join('\n');
    console.log(
      `${count} voters, ${tries} updates sent, ${failed} sent again, ${killed} kills, ${codes} receipts told`,
    );
    expect(codes).toBeLessThanOrEqual(count);
    expect(codes).toBeGreaterThanOrEqual(count - kills * atOnce);
    expect(all).not.toMatch(/vote-cast:|Siti|Wahyu|Kode bukti/);
  } finally {
    for (const one of processes) await one.kill();
    post.close();
    await telegram.close();
    await database.close();
    await own.drop();
  }
}, 1_800_000);
