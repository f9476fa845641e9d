import { randomUUID } from 'node:crypto';
import type { Storage } from '../../../api/media/storage/storage.ts';
import { beginTalk } from '../../../bot/conversation/talk.ts';
import { photoKey } from '../../../bot/media.ts';
import type { Change } from '../../../bot/ports.ts';
import type { Database } from '../../database.ts';
import type { Seal } from '../../sealed.ts';
import { createSessions, keyOfMessage } from '../../sessions.ts';
import { addLetters } from '../../stores/letter.ts';

/** An invented person, and the words that are found nowhere but in what they left. */
export type Planted = { contact: number; phone: string; account: string; name: string };

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ';
const ticketOf = (n: number, kind: string): string =>
  `SLT-${kind}${alphabet.charAt(n % 22)}${alphabet.charAt(Math.floor(n / 22))}${String(n).padStart(3, '0')}`;

/** What is looked for afterwards. */
export const canariesOf = ({ phone, account, name }: Planted): string[] => [phone, account, name];

/**
 * Plants one person everywhere a person can be: account, draft, two closed reports (one *Tertutup*) with number, spot and
 * later words, photos with their files, a report followed, a rating, an old request, a question to an officer, letters.
 */
export const plant = async (
  { sql, keyed }: Pick<Database, 'sql' | 'keyed'>,
  seal: Seal,
  storage: Storage,
  { n, at, followed }: { n: number; at: Date; followed: number },
): Promise<Planted> => {
  const phone = `08119${String(7_000_000 + n)}`;
  const account = String(990_000_000_000 + n);
  const name = `Zirkonia${String(n).padStart(3, '0')}Wulan`;
  const when = at.toISOString();
  const sessions = createSessions({ sql, keyed }, seal, { cache: false });
  const session = await sessions.open({ channel: 'telegram', account: 'bot', id: account }, true);
  const contact = session.contact.id;
  const change: Change = {
    key: keyOfMessage(seal, session.contact.address, randomUUID()),
    talk: beginTalk('report', 'abcd', { detail: `lampu mati, kata ${name}` }),
    parked: [],
    menu: [],
    effects: [{ do: 'contact.noticed', version: '1' }],
    letters: [],
    now: at,
  };
  await sessions.commit(session, change);

  for (const kind of ['A', 'B']) {
    const ticket = ticketOf(n, kind);
    const words = `Lampu mati. Hubungi saya di ${phone}.`;
    const sealed =
      kind === 'B'
        ? seal.seal(
            'report',
            `report|${ticket}`,
            JSON.stringify({ words, place: { words: `rumah ${name}` } }),
          )
        : null;
    const [report] = await sql<{ id: number }[]>`
      insert into report (ticket, kind, category, unit_code, state, anonymous, confidential, words, place, lat, lng, sealed, reporter_id,
        phone, channel, received_at, first_answer_due, resolve_due)
      values (${ticket}, 'pengaduan', 'lampu_jalan', (select min(code) from unit), 'selesai', false, ${kind === 'B'},
        ${kind === 'A' ? words : null}, ${kind === 'A' ? `rumah ${name}` : null}, -7.33151, 110.51251, ${sealed}, ${contact},
        ${seal.seal('identity', `report|${ticket}`, phone)}, 'telegram', ${when}, '2026-11-25', '2026-12-10') returning id::int as id`;
    const id = report?.id ?? 0;
    await sql`insert into report_event (report_id, at, action, state, actor, sealed)
      values (${id}, ${when}, 'add', 'diproses', 'citizen', ${seal.seal('report', `event|${ticket}`, `Ini ${name}, ${phone}`)})`;
    await sql`insert into rating (report_id, contact_id, score, sealed, at)
      values (${id}, ${contact}, 4, ${seal.seal('report', `rating|${ticket}`, `Terima kasih, ${name}`)}, ${when})`;
    await picture({ sql }, seal, storage, { contact, report: id, words: name });
  }
  await picture({ sql }, seal, storage, { contact, report: null, words: name });
  await sql`insert into follower (report_id, contact_id, since) values (${followed}, ${contact}, ${when})`;
  const number = `D-${String(n).padStart(6, '0')}`;
  await sql`insert into rights_request (number, contact_id, kind, sealed, asked_at, due, state, answer, ended_at)
    values (${number}, ${contact}, 'correct', ${seal.seal('report', `rights|${number}`, `nama saya ${name}`)}, ${when}, ${when}, 'done',
      ${seal.seal('report', `rights|${number}`, `Ibu ${name} sudah dicatat`)}, ${when})`;
  const asked = `H-${String(n).padStart(6, '0')}`;
  await sql`insert into hand_over (number, contact_id, locale, asked_at, due, sealed, state, answered_at)
    values (${asked}, ${contact}, 'id', ${when}, '2026-11-25', ${seal.seal('report', `hand-over|${asked}`, `saya ${name}`)}, 'answered', ${when})`;
  const talk = `N-${String(n).padStart(6, '0')}`;
  await sql`insert into service (code, unit_code, name) select 'planted', min(code), 'KTP-el baru' from unit on conflict do nothing`;
  await sql`with talk as (
    insert into skm_thread (number, contact_id, locale, unit_code, service_code, opened_at, state, last_at)
    select ${talk}, ${contact}, 'id', unit_code, code, ${when}, 'closed', ${when} from service where code = 'planted' returning id
  ) insert into skm_line (thread_id, from_whom, sealed, at)
    select id, 'citizen', ${seal.seal('report', `survey-thread|${talk}`, `saya ${name}, ${phone}`)}, ${when} from talk`;
  await sql`insert into skm_wish (contact_id, unit_code, since) select ${contact}, unit_code, ${when}::date from service where code = 'planted'`;
  await Promise.all(
    addLetters(sql, seal, session.contact, [
      { say: { text: { literal: `Halo ${name}` } }, lane: 'interactive' },
    ]),
  );
  await sql`update letter set state = 'dead' where contact_id = ${contact}`;
  await sql`insert into shown (contact_id, message, about) values (${contact}, '7', 'report:SLT-000000')`;
  return { contact, phone, account, name };
};

const picture = async (
  { sql }: Pick<Database, 'sql'>,
  seal: Seal,
  storage: Storage,
  { contact, report, words }: { contact: number; report: number | null; words: string },
): Promise<void> => {
  const id = randomUUID();
  await storage.put(photoKey('clean', id), Buffer.from(`jpeg of ${words}`), 'image/jpeg');
  await sql`insert into media (id, contact_id, channel, account, file, state, report_id)
    values (${id}, ${contact}, 'telegram', 'bot', ${seal.seal('file', `media|${id}`, `file of ${words}`)}, 'clean', ${report})`;
};
