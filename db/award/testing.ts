import { randomBytes, randomUUID } from 'node:crypto';
import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import type { Cycle } from '../../bot/domain/award/cycle.ts';
import { layPhases, type PhaseName } from '../../bot/domain/award/phase.ts';
import { usualCycle } from '../../bot/domain/award/usual-cycle.ts';
import { encryptBallot } from '../../bot/domain/ballot/encrypt.ts';
import type { Share } from '../../bot/domain/ballot/keys.ts';
import { paperOf } from '../../bot/domain/ballot/paper.ts';
import { newReceipt, receiptHash } from '../../bot/domain/ballot/receipt.ts';
import { connect, type Database } from '../database.ts';
import { awardNamed } from '../reads/award/current.ts';
import { papersOf } from '../reads/award/roll.ts';
import { loadCity } from '../reads/city.ts';
import { seedCity } from '../seed/index.ts';
import { testDatabase } from '../testing.ts';
import { electionOf } from './close.ts';
import { freezeVote } from './freeze.ts';
import { openCycle } from './open.ts';

export const random = (bytes: number): Uint8Array => randomBytes(bytes);

/** Hires an invented employee; gives their number. */
export const hireIn =
  ({ sql }: Pick<Database, 'sql'>) =>
  async (nip: string, name: string, roles: string, unit = 'dinas_perhubungan'): Promise<number> => {
    const [row] = await sql<{ id: number }[]>`
      insert into employee (nip, name, unit_code, position, kind, roles)
      values (${nip}, ${name}, ${unit}, 'Analis', 'pns', ${roles}::text[]) returning id::int as id`;
    return row?.id ?? 0;
  };

/** Salatiga with invented people: three of the committee, `voters` supervisors of two offices, and candidates who may be honoured. */
export const openBooth = async ({ voters = 12 } = {}) => {
  const base = await testDatabase();
  const database: Database = connect(base.url);
  await seedCity(database, 'salatiga');
  const city = await loadCity(database, { publicUrl: 'https://sapa.example', zone: 'Asia/Jakarta' });
  const { zone } = city.agency;
  const hire = hireIn(database);
  const keepers = ['K1', 'K2', 'K3'];
  for (const nip of keepers) await hire(nip, `Panitia ${nip}`, '{committee}');
  const roll: number[] = [];
  for (let n = 0; n < voters; n += 1) {
    const nip = `V${String(n).padStart(3, '0')}`;
    roll.push(await hire(nip, `Pemilih ${n}`, '{supervisor}', n % 2 ? 'dinas_lh' : 'dinas_perhubungan'));
  }
  return {
    database,
    city,
    zone,
    keepers,
    roll,
    hire,
    close: async () => {
      await database.close();
      await base.drop();
    },
  };
};
export type Booth = Awaited<ReturnType<typeof openBooth>>;

/** Noon, Jakarta, of the first or last day of a phase. */
export const noonOf = (
  cycle: Pick<Cycle, 'phases'>,
  name: PhaseName,
  end: 'from' | 'until' = 'from',
): Date => {
  const phase = cycle.phases.find((one) => one.name === name);
  return new Date(`${phase?.[end]}T12:00:00+07:00`);
};

/** A cycle opened by the operator on its first day. */
export const openInvented = async (booth: Booth, code = 'ASN-2027', first = '2027-03-01') => {
  const { phases } = layPhases(booth.city.calendar, first);
  const cycle: Cycle = { code, title: `Penghargaan ${code}`, year: 2027, phases, ...usualCycle };
  const { database, keepers, zone } = booth;
  const at = noonOf(cycle, 'sosialisasi');
  const opened = await openCycle(database.sql, { cycle, keepers }, { at, zone, random });
  if (opened.is !== 'opened') throw new Error(opened.is);
  const shares: readonly Share[] = opened.shares.map(({ share }) => share);
  return { cycle, shares };
};

/** Somebody of the next office who was named, agreed, was forwarded and accepted, and whose records are fine; `change` is what is not. */
export const nominee = async (
  { database, city, hire }: Pick<Booth, 'database' | 'city' | 'hire'>,
  code: string,
  category: AwardCategory,
  name: string,
  { consent = 'agreed', predicate = 'baik', verdict = 'accepted', forwarded = true } = {},
): Promise<string> => {
  const nip = `C-${category}-${name}`;
  const { sql } = database;
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from award_nominee`;
  const unit = city.units[(row?.n ?? 0) % city.units.length]?.code ?? '';
  const employee = await hire(nip, name, '{}', unit);
  await sql`insert into personnel_record (employee_id, year, predicate, attendance, discipline_clear, service_from)
    select ${employee}, year, ${predicate}, '98.00', true, '2010-01-01' from generate_series(2025, 2027) as year`;
  await sql`insert into certificate (employee_id, title, provider, form, jp, date, status, source, sent_at)
    values (${employee}, 'Pelatihan', 'BKPSDM', 'klasikal', 3000, '2027-02-01', 'sah', 'file', now())`;
  await sql`insert into award_nominee (cycle_id, category, employee_id, unit_code, named_at, consent, saw_record_at, forwarded_at, forward_reason, verdict)
    select id, ${category}, ${employee}, ${unit}, now(), ${consent}, now(), case when ${forwarded} then now() end, 'alasan', ${verdict}
    from award_cycle where code = ${code}`;
  return nip;
};

/** Roll and candidates as fixed on the first day of the vote. */
export const openVote = async (booth: Booth, cycle: Cycle): Promise<boolean> => {
  const { database, zone, city } = booth;
  return freezeVote(database.sql, cycle.code, { at: noonOf(cycle, 'pemungutan_suara'), zone, city, random });
};

/** Ballots of the first voters of a category, each for the candidate of that number on the paper; gives the receipts. */
export const castBallots = async (
  { database, roll, zone }: Pick<Booth, 'database' | 'roll' | 'zone'>,
  cycle: Cycle,
  category: AwardCategory,
  choices: readonly number[],
): Promise<string[]> => {
  const { sql } = database;
  const award = await awardNamed(sql, cycle.code, noonOf(cycle, 'pemungutan_suara'), zone);
  if (!award) throw new Error('no cycle');
  const candidates = ((await papersOf(sql, award.id)).get(category) ?? []).map(({ name }) => name);
  const paper = paperOf(electionOf(award), { category, candidates });
  const receipts: string[] = [];
  for (const [n, choice] of choices.entries()) {
    const ballot = paper && encryptBallot(paper, choice, random);
    if (!ballot) throw new Error('no ballot');
    const receipt = newReceipt(random);
    await sql`insert into award_ballot (id, cycle_id, category, ballot) values (${randomUUID()}, ${award.id}, ${category}, ${JSON.stringify(ballot)}::text::jsonb)`;
    await sql`insert into award_participation (cycle_id, category, employee_id, day) values (${award.id}, ${category}, ${roll[n] ?? 0}, '2027-04-01')`;
    await sql`insert into award_receipt (cycle_id, category, hash) values (${award.id}, ${category}, ${receiptHash(receipt)})`;
    receipts.push(receipt);
  }
  return receipts;
};
