import { sql } from 'drizzle-orm';
import type { Effect } from '../../bot/effects.ts';
import { prepared, type Runner } from '../prepared.ts';

type ContactEffect = Exclude<Extract<Effect, { do: `contact.${string}` }>, { do: 'contact.identity' }>;

const id = sql.placeholder('id');
const at = sql.placeholder('at');
const value = sql.placeholder('value');

const setLocale = prepared(sql`update contact set locale = ${value} where id = ${id}`);
const setNoticed = prepared(
  sql`update contact set noticed_at = ${at}, notice_version = ${value} where id = ${id} and noticed_at is null`,
);
const setStopped = prepared(sql`update contact set stopped_at = ${at} where id = ${id}`);
const setResumed = prepared(sql`update contact set stopped_at = null where id = ${id}`);
const setLeft = prepared(
  sql`update contact set unreachable_at = ${at}, unreachable_why = 'left' where id = ${id}`,
);

const setBack = prepared(
  sql`update contact set unreachable_at = null, unreachable_why = null where id = ${id}`,
);

/** Writes what a person settled about themselves: language, notice shown, news or none, gone. */
export const changeContact = async (
  tx: Runner,
  contact: number,
  effect: ContactEffect,
  now: Date,
): Promise<void> => {
  const when = now.toISOString();
  switch (effect.do) {
    case 'contact.locale':
      await setLocale(tx, { id: contact, value: effect.locale });
      return;
    case 'contact.noticed':
      await setNoticed(tx, { id: contact, at: when, value: effect.version });
      return;
    case 'contact.stop':
      await setStopped(tx, { id: contact, at: when });
      return;
    case 'contact.resume':
      await setResumed(tx, { id: contact });
      return;
    case 'contact.left':
      await setLeft(tx, { id: contact, at: when });
      return;
    case 'contact.back':
      await setBack(tx, { id: contact });
      return;
    default:
      effect satisfies never;
  }
};
