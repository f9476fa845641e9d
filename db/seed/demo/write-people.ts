import { sql } from 'drizzle-orm';
import type { Address } from '../../../bot/conversation/inbound.ts';
import type { Db } from '../../database.ts';
import { keyOfAddress } from '../../key-of-address.ts';
import { contact, talk } from '../../schema/index.ts';
import type { Seal } from '../../sealed.ts';
import type { DemoReport } from './imagine.ts';

export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
export type Person = { id: number; address: Address };

/** Nobody's address: no platform has accounts named so, and a letter to one can reach no real person. */
const addressOf = (person: number): Address => ({
  channel: 'telegram',
  account: 'demo',
  id: `warga-${person + 1}`,
});

/** Makes the invented people, each with an empty talk and nowhere to be written to, and tells who they are by their number in the reports. */
export async function writePeople(
  tx: Tx,
  seal: Seal,
  reports: readonly DemoReport[],
): Promise<Map<number, Person>> {
  const people = [...firstMet(reports)].map(([person, met]) => {
    const address = addressOf(person);
    return { person, met, address, key: keyOfAddress(seal, address) };
  });
  const made = await tx
    .insert(contact)
    .values(
      people.map(({ person, met, key, address: { channel, account, id } }) => ({
        key,
        channel,
        account,
        address: seal.seal('address', `${channel}|${account}`, id),
        locale: person % 11 === 5 ? 'jv' : 'id',
        noticedAt: met,
        noticeVersion: 'demo',
        createdAt: met,
        unreachableAt: met,
        unreachableWhy: 'invented',
      })),
    )
    .onConflictDoUpdate({ target: contact.key, set: { account: sql`excluded.account` } })
    .returning({ id: contact.id, key: contact.key });
  await tx
    .insert(talk)
    .values(made.map(({ id }) => ({ contactId: id })))
    .onConflictDoNothing();
  const byKey = new Map(people.map(({ key, person, address }) => [hex(key), { person, address }]));
  return new Map(
    made.flatMap(({ id, key }) => {
      const found = byKey.get(hex(key));
      return found ? [[found.person, { id, address: found.address }] as const] : [];
    }),
  );
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** When each person first sent or followed something. */
function firstMet(reports: readonly DemoReport[]): Map<number, Date> {
  const met = reports.flatMap(({ reporter, report, followers }) => [
    { person: reporter, at: report.receivedAt },
    ...followers.map(({ person, since }) => ({ person, at: since })),
  ]);
  return new Map(met.sort((a, b) => b.at.getTime() - a.at.getTime()).map(({ person, at }) => [person, at]));
}
