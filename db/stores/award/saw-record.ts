import { sql } from 'drizzle-orm';
import { nomineeMay } from '../../../bot/domain/award/nominee-acts.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { currentAward } from '../../reads/award/current.ts';
import { ownNominee } from '../../reads/award/nominee-card.ts';
import { speakerOf } from '../../reads/training/speaker.ts';

const p = sql.placeholder;

const confirm = prepared(
  sql`update award_nominee set saw_record_at = ${p('at')}::timestamptz where id = ${p('id')}::bigint`,
);

/** A nominee says that the record is right. Throws `Overtaken` where that cannot be said (any more). */
export const confirmRecord = async (
  runner: Runner,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { nominee: id }: Extract<Effect, { do: 'award.saw-record' }>,
  now: Date,
): Promise<void> => {
  const [me, award] = await Promise.all([
    speakerOf(runner, contact),
    currentAward(runner, now, city.agency.zone),
  ]);
  const own = me && award && (await ownNominee(runner, { cycle: award.id, employee: me.id, id, lock: true }));
  if (!own || !nomineeMay(award, own).includes('confirm')) throw new Overtaken();
  await confirm(runner, { id, at: now.toISOString() });
};
