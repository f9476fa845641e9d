import { sql } from 'drizzle-orm';
import type { Contact, Letter } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';

const insertLetter = prepared<{
  id: number;
}>(sql`insert into letter (contact_id, channel, bulk, body, dedupe, not_before)
    values (${sql.placeholder('contact')}, ${sql.placeholder('channel')}, ${sql.placeholder('bulk')}, ${sql.placeholder('body')},
      ${sql.placeholder('dedupe')}, now() + make_interval(secs => ${sql.placeholder('delay')}::float / 1000))
    on conflict (dedupe) do nothing`);

/** Puts letters into the outbox, in order, each statement behind the other. Only one letter with a given `dedupe` is ever written. */
export const addLetters = (
  runner: Runner,
  seal: Seal,
  contact: Pick<Contact, 'id' | 'address'>,
  letters: readonly Letter[],
): Promise<unknown>[] =>
  letters.map(({ say, lane, dedupe, delay }) =>
    insertLetter(runner, {
      contact: contact.id,
      channel: contact.address.channel,
      bulk: lane === 'bulk',
      body: seal.seal('letter', `letter|${contact.id}`, JSON.stringify(say)),
      dedupe: dedupe ?? null,
      delay: delay ?? 0,
    }),
  );
