import { sql } from 'drizzle-orm';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { readCase } from '../reads/case.ts';
import { mayNoteOn } from '../reads/group.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

/** Where a note's words are sealed. */
export const placeOfNote = (ticket: string): string => `note|${ticket}`;

const insertNote = prepared(sql`insert into note (report_id, employee_id, at, sealed)
  values (${p('report')}, ${p('employee')}, ${p('at')}, ${p('sealed')})`);

/** Writes a note among staff in the name of the employee that the chat speaks as; of whoever may write none it is dropped. */
export const writeNote = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { ticket, words }: Extract<Effect, { do: 'report.note' }>,
  at: Date,
): Promise<void> => {
  const row = await readCase(runner, ticket, contact);
  if (!row?.staff || !mayNoteOn(row, contact, seal, city)) return;
  await insertNote(runner, {
    report: row.id,
    employee: row.staff.id,
    at: at.toISOString(),
    sealed: seal.seal('report', placeOfNote(ticket), words),
  });
};
