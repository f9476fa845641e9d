import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { onlyOn } from '../../../../api/testing/renderings/rendering.ts';
import { forgetPerson } from '../../../../db/retention/forget-person.ts';
import { openThread } from '../../../../db/stores/survey-thread.ts';
import type { Inbound } from '../../../conversation/inbound.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { asks, type Desk, openDesk, type Person, press, texts } from './testing/complaints-desk.ts';
import { canary, openedThread, ratedLow } from './testing/rated-low.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.house.close());
beforeEach(() => desk.anew());

describe('nothing leads from the talk to the answers', () => {
  test('neither its record nor any letter of it holds an answer, a score or what was written under the survey', async () => {
    const first = await openedThread(desk.house, { code: 'kk', score: 1 });
    const second = await openedThread(desk.house, { code: 'kk', score: 3 });
    const plain = ({ text }: { text: string }, number: string) =>
      text.replace(number, 'N').replace(/Warga [\w ]+ \d\d/, 'W');
    const told = (await desk.budi.seen()).filter(({ text }) => /N-\w{6}/.test(text));
    expect(told).toHaveLength(2);
    expect(plain(told[0] as { text: string }, first.number)).toBe(
      plain(told[1] as { text: string }, second.number),
    );
    const [row] = await desk.sql`select * from skm_thread where number = ${first.number}`;
    expect(Object.keys(row ?? {}).sort()).toEqual(
      'contact_id id last_at locale number opened_at service_code state taken_by told_at unit_code'.split(
        ' ',
      ),
    );
    const { seal, city, clock, sessions, database } = desk.house.hall;
    const { contact } = await sessions.open((await ratedLow(desk.house, { code: 'kk' })).address, true);
    const bodies = await database.sql.begin(async (tx) => {
      const effect = { do: 'survey-thread.open', number: 'N-000001', service: 'kk', locale: 'id' } as const;
      await openThread(tx, seal, city(), contact, effect, clock.now());
      return tx`select contact_id::int as to, body from letter where body is not null and state = 'waiting'`;
    });
    expect(bodies.map(({ to, body }) => JSON.parse(seal.open('letter', `letter|${to}`, body)))).toEqual(
      Array.from({ length: 2 }, () => ({
        text: {
          key: 'rater.new',
          with: {
            number: 'N-000001',
            alias: {
              key: 'alias',
              with: { plant: { literal: expect.any(String) }, number: expect.any(Number) },
            },
            label: { literal: 'Kartu Keluarga (KK) baru atau perubahan' },
          },
        },
        choices: [{ id: 'go:skm-ask:N-000001', label: { key: 'button.ask-rater' } }],
        about: 'rater:N-000001',
      })),
    );
    expect(desk.house.log.lines.map((line) => JSON.stringify(line)).join()).not.toContain(canary);
  });

  test('what was said in it is sealed, and is what was said and nothing more', async () => {
    const { rater: sri, number } = await openedThread(desk.house);
    await texts(desk.budi);
    await playTranscript(asks(), desk.budi, new Map([['number', number]]));
    await texts(sri);
    await playTranscript('> [Jawab]\n…\n> Antreannya tidak jelas\nTerima kasih. …', sri);
    const rows = await desk.sql<{ sealed: Uint8Array }[]>`select l.* from skm_line l
      join skm_thread t on t.id = l.thread_id where t.number = ${number} order by l.id`;
    expect(JSON.stringify(rows)).not.toMatch(/Antreannya|menunggu/);
    const { seal } = desk.house.hall;
    expect(rows.map(({ sealed }) => seal.open('report', `survey-thread|${number}`, sealed))).toEqual([
      'Apa yang membuat Bapak/Ibu menunggu lama?',
      'Antreannya tidak jelas',
    ]);
  });
});

describe('whoever asks about their own data', () => {
  test('is told of the talk, takes its words along, and has it forgotten', async () => {
    const { rater: sri, number } = await openedThread(desk.house);
    await texts(desk.budi);
    await playTranscript(asks(), desk.budi, new Map([['number', number]]));
    await texts(sri);
    await playTranscript('> [Jawab]\n…\n> Petugasnya tidak ramah\nTerima kasih. …', sri);
    await playTranscript('> /datasaya\n…', sri);
    const seen = await press(sri, 'data-see');
    expect(seen.join('\n')).toContain('Percakapan setelah menilai layanan: 1');
    await press(sri, 'data-copy');
    const file = JSON.parse((await sri.files()).at(-1)?.text ?? '{}');
    expect(file.percakapan_penilaian).toMatchObject([
      {
        nomor: number,
        layanan: 'KTP-el baru',
        status: 'terjawab',
        isi: [
          { oleh: 'petugas', isi: 'Apa yang membuat Bapak/Ibu menunggu lama?' },
          { oleh: 'warga', isi: 'Petugasnya tidak ramah' },
        ],
      },
    ]);
    const [{ contact } = { contact: 0 }] = await desk.sql<{ contact: number }[]>`
      select contact_id::int as contact from skm_thread where number = ${number}`;
    await forgetPerson(desk.sql, desk.house.hall.seal, contact, desk.house.hall.clock.now());
    expect(await desk.stateOf(number)).toBeUndefined();
    expect(await desk.linesOf(number)).toBe(0);
  });
});

let again = 0;

describe('a message that comes again', () => {
  onlyOn('telegram')('opens, asks and answers once', async () => {
    const { hall } = desk.house;
    const twice = async (who: Person, content: Inbound['content']) => {
      await who.seen();
      again += 1;
      const inbound: Inbound = { id: `again-${again}`, from: who.address, at: hall.clock.now(), content };
      for (let n = 0; n < 2; n += 1) await hall.handle(inbound, hall.keyOf(who.address, inbound.id));
      await hall.deliver();
    };
    const sri = await ratedLow(desk.house, { code: 'akta-lahir' });
    await twice(sri, { kind: 'choice', id: 'go:skm-open:akta-lahir' });
    expect((await texts(desk.budi)).filter((text) => text.includes('Akta kelahiran'))).toHaveLength(1);
    const [row] =
      await desk.sql`select number, (select count(*)::int from skm_thread where service_code = 'akta-lahir') as n
      from skm_thread order by id desc limit 1`;
    expect(row?.n).toBe(1);
    await twice(desk.budi, { kind: 'choice', id: `go:skm-ask:${row?.number}` });
    await twice(desk.budi, { kind: 'text', text: 'Apa yang kurang baik?' });
    const { talk } = await hall.sessions.open(desk.budi.address, true);
    await twice(desk.budi, { kind: 'choice', id: `${talk?.tag}:$review:send` });
    await twice(sri, { kind: 'choice', id: `go:skm-reply:${row?.number}` });
    await twice(sri, { kind: 'text', text: 'Aktanya salah ketik' });
    expect(await desk.linesOf(String(row?.number))).toBe(2);
    expect(sri.heard().filter((text) => text.startsWith('Petugas pengaduan Dinas'))).toHaveLength(1);
    expect(desk.budi.heard().filter((text) => text.endsWith('\n\nAktanya salah ketik'))).toHaveLength(1);
  });
});

test('somebody who rated low but never pressed is in no record of it', async () => {
  const [before] = await desk.sql`select count(*)::int as n from skm_thread`;
  await ratedLow(desk.house);
  const [after] = await desk.sql`select count(*)::int as n from skm_thread`;
  expect(after?.n).toBe(before?.n);
});
