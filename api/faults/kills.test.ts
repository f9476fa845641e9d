import { afterEach, expect, test } from 'vitest';
import { size } from './size.ts';
import { doubledOn, wrongs } from './tickets.ts';
import { openTown, type Town } from './town.ts';
import { until } from './until.ts';

let town: Town;
afterEach(() => town?.close());

/** A report takes seven updates: /lapor, words, category, place, no photo, ordinary, send. */
const perReport = 7;
const kills = size(10, 50);
const updates = size(400, 2_000);

/** In the short form a dead process's leases run out at once; in life, and in the long form, after half a minute. */
const forgetLeases = ({ database }: Town) =>
  database.sql`update letter set lease_until = now() where state = 'sending' and lease_until > now()`;

test('no report is lost or doubled by kill -9 at random moments, and doubled messages are no more than the sends in flight', async () => {
  town = await openTown({ processes: 1, seed: 20_261 });
  const { dice, processes, database } = town;
  const people = Math.ceil(updates / perReport);
  const citizens = town.newcomers(Math.min(people, 8));
  let inFlight = 0;
  let killed = 0;
  const moment = () => Math.floor((updates * 2.5 * (0.2 + 0.8 * dice())) / kills);
  let toKill = moment();
  let strike: () => void = () => {};
  town.watch(() => {
    const finished = citizens.filter(({ ticket }) => ticket()).length;
    while (citizens.length < people && citizens.length - finished < 8) citizens.push(...town.newcomers(1));
    toKill -= 1;
    if (toKill === 0) strike();
  });
  while (killed < kills) {
    await new Promise<void>((resolve) => {
      strike = () => setTimeout(resolve, dice() * 12);
      if (toKill <= 0) toKill = moment();
    });
    const [process] = processes.splice(0);
    const waiting = town.open();
    await process?.kill();
    killed += 1;
    const [row] = await database.sql<{ sending: number }[]>`select count(*)::int as sending from letter where state = 'sending'`;
    inFlight += waiting + (row?.sending ?? 0);
    await forgetLeases(town);
    await town.start();
  }
  await until('everyone holds a ticket', () => citizens.length === people && citizens.every(({ ticket }) => ticket()), town.moved, async () => [...(await wrongs(town, citizens)), JSON.stringify(town.emulator.stats), JSON.stringify(await town.database.sql`select id, contact_id, state, attempts, failure, not_before - now() as due, lease_until - now() as lease from letter where state <> 'sent'`),JSON.stringify(await town.database.sql`select * from dead_update`), ...citizens.filter((c)=>!c.ticket()).map((c)=>JSON.stringify(town.calls.filter((x)=>x.chat===String(c.phone.person.id)).map((x)=>[x.at%1000000,x.from,x.method,x.ok,(x.params.text as string)?.slice(0,40), x.ok||x.result]),null,0)), ...citizens.filter((c)=>!c.ticket()).map((c)=>JSON.stringify(c.phone.messages().map((m)=>[m.from,m.text.slice(0,30), m.buttons.flat().map((b)=>b.label).join('/')]))), ...town.processes.map((p)=>p.printed())].join('\n'));
  await town.emulator.idle();
  const doubled = citizens.reduce((sum, person) => sum + doubledOn(person), 0);
  console.log(
    `kills ${killed}, updates ${town.emulator.stats.updates}, reports ${people}, in flight at a kill ${inFlight}, doubled messages ${doubled}`,
  );
  expect(await wrongs(town, citizens)).toEqual([]);
  expect(doubled).toBeLessThanOrEqual(inFlight);
}, 900_000);
