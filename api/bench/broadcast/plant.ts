import type { TelegramEmulator } from '../../../bot/channels/telegram/emulator/index.ts';
import { literal, type Reply } from '../../../bot/conversation/reply.ts';
import { connect, type Database } from '../../../db/database.ts';
import { createSeal } from '../../../db/sealed.ts';
import { addLetters } from '../../../db/stores/letter.ts';
import { openHall } from '../../hall.ts';
import { createLog } from '../../json-log.ts';
import { bot } from '../town.ts';
import { firstReader, reminderText } from './readers.ts';

const atOnce = 10;

/** A reminder as somebody gets it: a few lines, why, and what can be done about it at once. */
const reminder = (nth: number): Reply => ({
  text: literal(reminderText(nth)),
  choices: [
    { id: 'go:training:PP-01', label: literal('Lihat pelatihan') },
    { id: 'go:snooze:tomorrow', label: literal('Besok saja') },
  ],
});

/** Whoever has begun a chat serves in the first office: reminders are for those who do. */
const makeStaff = async ({ sql }: Pick<Database, 'sql'>): Promise<void> => {
  await sql`insert into employee (nip, name, unit_code, position, kind)
    select 'bench-' || id, 'Rina', (select min(code) from unit), 'Pelaksana', 'pns' from contact`;
  await sql`insert into staff_link (employee_id, contact_id, channel, since)
    select e.id, c.id, c.channel, now() from employee e join contact c on e.nip = 'bench-' || c.id`;
};

/** So many people who have begun a chat, each with a reminder that waits: the operator has stopped letters that nobody waits for. */
export const plantLetters = async (
  url: string,
  emulator: TelegramEmulator,
  letters: number,
  { token, key }: { token: string; key: Uint8Array } = { token: bot.token, key: Buffer.alloc(32, 7) },
): Promise<void> => {
  const database = connect(url);
  await database.sql`insert into bulk_pause (since) values (now())`;
  const seal = createSeal(key);
  const hall = await openHall({
    database,
    seal,
    log: createLog('warn'),
    publicUrl: 'https://sapa.example',
    cache: false,
  });
  const account = token.split(':')[0] ?? '';
  let next = 0;
  const plant = async () => {
    for (let nth = next++; nth < letters; nth = next++) {
      const id = firstReader + nth;
      emulator.phone({ id, firstName: 'Rina' }).type('/start');
      const { contact } = await hall.sessions.open({ channel: 'telegram', account, id: String(id) }, true);
      const letter = { say: reminder(nth), lane: 'bulk', dedupe: `bench-${nth}` } as const;
      await addLetters(database.sql, seal, contact, [letter])[0];
    }
  };
  await Promise.all(Array.from({ length: atOnce }, plant));
  await makeStaff(database);
  await database.sql`vacuum analyze`;
  await database.close();
};
