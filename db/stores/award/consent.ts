import { sql } from 'drizzle-orm';
import type { Reply, Text } from '../../../bot/conversation/reply.ts';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';

import { innovationMost, nomineeMay } from '../../../bot/domain/award/nominee-acts.ts';
import { isIn } from '../../../bot/domain/award/standing.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { currentAward } from '../../reads/award/current.ts';
import { type OwnNominee, ownNominee } from '../../reads/award/nominee-card.ts';
import { speakerOf } from '../../reads/training/speaker.ts';
import type { Seal } from '../../sealed.ts';
import { tellEmployee } from '../training/tell-employee.ts';
import { nominatorsOf, tellNominators } from './tell-nominators.ts';

const p = sql.placeholder;

const agree = prepared(sql`
update award_nominee set consent = 'agreed', consent_at = coalesce(consent_at, ${p('at')}::timestamptz),
  innovation = coalesce(${p('innovation')}::text, innovation) where id = ${p('id')}::bigint`);

/** Whoever declines is forwarded no more: the head may forward another. */
const decline = prepared(sql`
update award_nominee set consent = 'declined', consent_at = ${p('at')}::timestamptz,
  forwarded_by = null, forward_reason = null, forwarded_at = null where id = ${p('id')}::bigint`);

const voidWords = prepared(
  sql`update award_nomination set void = true where nominee_id = ${p('id')}::bigint`,
);

/** The word is handed back without a reason; within the phase there is a way to name another. */
const handedBack = (award: AwardNow, name: string, { category }: OwnNominee): Reply => {
  const blanks: { [blank: string]: Text } = {
    name: { literal: name },
    category: { key: `award.category.${category}` },
  };
  return isIn(award.standing, 'nominasi')
    ? {
        text: { key: 'nominate.handed-back', with: blanks },
        choices: [{ id: 'go:nominate', label: { key: 'button.nominate' } }],
      }
    : { text: { key: 'nominate.withdrew', with: blanks } };
};

/**
 * What a nominee says to being named, and what is new in their work. Throws `Overtaken` where it cannot be said any more. Who
 * declines is out for good: the nominations are void, and those who made them have their word again and are told.
 */
export const sayConsent = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { nominee: id, consent, innovation }: Extract<Effect, { do: 'award.consent' }>,
  now: Date,
): Promise<void> => {
  const [me, award] = await Promise.all([
    speakerOf(runner, contact),
    currentAward(runner, now, city.agency.zone),
  ]);
  const own = me && award && (await ownNominee(runner, { cycle: award.id, employee: me.id, id, lock: true }));
  if (!own) throw new Overtaken();
  const may = nomineeMay(award, own);
  const at = now.toISOString();
  if (consent === 'agreed') {
    if (!may.includes('agree') && !may.includes('innovate')) throw new Overtaken();
    const words = innovation ? [...innovation].slice(0, innovationMost).join('') : null;
    await agree(runner, { id, at, innovation: words });
    return;
  }
  if (!may.includes('decline')) throw new Overtaken();
  const nominators = await nominatorsOf(runner, id);
  await decline(runner, { id, at });
  await voidWords(runner, { id });
  const say = handedBack(award, me.name, own);
  await tellNominators(runner, seal, city, { nominators, say }, now);
  if (own.forwardedBy === null || nominators.includes(own.forwardedBy)) return;
  await tellEmployee(
    runner,
    seal,
    city,
    { employee: own.forwardedBy, say: backToHead(award, me.name, own) },
    now,
  );
};

/** The head who forwarded them hears it too, with the list where there is time for another. */
const backToHead = (award: AwardNow, name: string, { category }: OwnNominee): Reply => ({
  text: {
    key: 'forward-nominee.withdrew',
    with: { name: { literal: name }, category: { key: `award.category.${category}` } },
  },
  ...(isIn(award.standing, 'nominasi') && {
    choices: [{ id: 'go:forward-nominee', label: { key: 'button.forward-list' } }],
  }),
});
