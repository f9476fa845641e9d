import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { playTranscript } from '../../../conversation/transcript.ts';
import { asks, type Desk, openDesk, type Person, press, texts } from './testing/complaints-desk.ts';
import { at, openedThread } from './testing/rated-low.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.house.close());
beforeEach(() => desk.anew());

describe('of two officers', () => {
  test('who ask at one moment one has it, and the other is kindly told who', async () => {
    const { rater: sri, number } = await openedThread(desk.house);
    const names = new Map([['number', number]]);
    for (const officer of [desk.budi, desk.wati]) {
      await texts(officer);
      await playTranscript(
        '> [Tanyakan]\n…\n> Apa yang kurang baik?\nWarga akan membaca:\n…',
        officer,
        names,
      );
    }
    await Promise.all([desk.budi.press('Kirim ke warga'), desk.wati.press('Kirim ke warga')]);
    const said = [...(await texts(desk.budi)), ...(await texts(desk.wati))];
    expect(said.filter((text) => text.startsWith('Terkirim.'))).toHaveLength(1);
    expect(
      said.filter((text) => /sudah lebih dulu ditanya oleh (Budi Santoso|Wati Lestari)/.test(text)),
    ).toHaveLength(1);
    expect((await texts(sri)).filter((text) => text.startsWith('Petugas pengaduan'))).toHaveLength(1);
    expect(await desk.linesOf(number)).toBe(1);
  });

  test('the one who did not ask hears nothing more, unless the other is away', async () => {
    const { rater: sri, number } = await openedThread(desk.house);
    const names = new Map([['number', number]]);
    await texts(desk.budi);
    await texts(desk.wati);
    await playTranscript(asks(), desk.budi, names);
    await texts(sri);
    await playTranscript('> [Jawab]\n…\n> Petugasnya tidak ada\nTerima kasih. …', sri);
    expect((await texts(desk.budi)).length).toBe(1);
    expect(await texts(desk.wati)).toEqual([]);
    expect(await press(desk.wati, `skm-done:${number}`)).toEqual([
      expect.stringContaining('sudah lebih dulu ditanya oleh Budi Santoso'),
    ]);
    await press(desk.budi, `skm-ask:${number}`);
    await playTranscript('> Kapan itu terjadi?\n…\n> [Kirim ke warga]\nTerkirim. …', desk.budi);
    await desk.sql`insert into absence (employee_id, from_day, until_day)
      select id, '2026-11-23', '2026-11-24' from employee where name = 'Budi Santoso'`;
    await texts(sri);
    await playTranscript('> [Jawab]\n…\n> Senin pagi\nTerima kasih. …', sri);
    expect(await texts(desk.budi)).toEqual([]);
    expect((await texts(desk.wati)).join()).toContain('Senin pagi');
    await playTranscript('> [Selesai]\nPercakapan {number} ditutup…', desk.wati, names);
    await desk.sql`delete from absence`;
  });
});

describe('the counter and its head', () => {
  test('never hear of it, cannot open it, and nobody else’s office either', async () => {
    const { rater: sri, number } = await openedThread(desk.house);
    const others = [...desk.barred, desk.ratna];
    const before = others.map((one) => one.heard().length);
    await texts(desk.budi);
    await playTranscript(asks(), desk.budi, new Map([['number', number]]));
    await texts(sri);
    await playTranscript('> [Jawab]\n…\n> Orang di loket dua kasar\nTerima kasih. …', sri);
    await desk.tick();
    expect(others.map((one) => one.heard().length)).toEqual(before);
    for (const one of desk.barred)
      for (const door of ['skm-ask', 'skm-done', 'skm-reply', 'skm-enough'])
        expect(await press(one, `${door}:${number}`)).toEqual([
          'Maaf, percakapan itu tidak ada atau tidak dijalankan dari chat ini.',
        ]);
    expect(desk.barred.flatMap((one) => one.heard()).join()).not.toMatch(/KTP-el baru|kasar|N-\w{6}/);
    expect(await desk.stateOf(number)).toBe('answered');
    const tied =
      await desk.sql`select count(*)::int as n from letter l join staff_link k on k.contact_id = l.contact_id
      join employee e on e.id = k.employee_id where not l.answer and (e.roles && '{supervisor,leader}' or e.roles = '{}')`;
    expect(tied[0]?.n).toBe(0);
  });
});

describe('while nobody of the office is on duty', () => {
  test('it waits for the morning; so does an answer, and that it is over', async () => {
    await at(desk.house, 23, 20);
    const { rater: sri, number, said } = await openedThread(desk.house);
    expect(said.join()).toMatch(/^Terima kasih\. Begitu petugas pengaduan bertugas/);
    const about = async (actor: Person) => (await texts(actor)).filter((text) => text.includes(number));
    await desk.tick();
    expect(await about(desk.budi)).toEqual([]);
    await at(desk.house, 24, 9);
    await desk.tick();
    await desk.tick();
    expect((await about(desk.budi)).length).toBe(1);
    await playTranscript(asks(), desk.budi, new Map([['number', number]]));
    await at(desk.house, 24, 21);
    await texts(sri);
    await playTranscript('> [Jawab]\n…\n> Saya menunggu tiga jam\nTerima kasih. …', sri);
    await desk.tick();
    expect(await about(desk.budi)).toEqual([]);
    await at(desk.house, 25, 9);
    await desk.tick();
    await desk.tick();
    expect((await about(desk.budi)).map((text) => text.includes('tiga jam'))).toEqual([true]);
    await at(desk.house, 25, 21);
    expect(await press(sri, `skm-enough:${number}`)).toEqual([expect.stringMatching(/^Baik, percakapan/)]);
    await desk.tick();
    expect(await about(desk.budi)).toEqual([]);
    await at(desk.house, 26, 9);
    await desk.tick();
    await desk.tick();
    expect(await about(desk.budi)).toEqual([expect.stringMatching(/^Warga .* merasa sudah cukup/)]);
    expect(await about(desk.wati)).toHaveLength(1);
  });

  test('officers are reminded once after two working days, and after two weeks it closes without a word', async () => {
    const { rater: sri, number } = await openedThread(desk.house);
    const about = async (actor: Person) => (await texts(actor)).filter((text) => text.includes(number));
    expect(await about(desk.budi)).toHaveLength(1);
    await at(desk.house, 24, 10);
    await desk.tick();
    expect(await about(desk.budi)).toEqual([]);
    await at(desk.house, 25, 9);
    await desk.tick();
    await desk.tick();
    expect(await about(desk.budi)).toEqual([expect.stringMatching(/^Belum ditanya: Warga /)]);
    for (const day of [26, 27, 30, 35]) {
      await at(desk.house, day, 10);
      await desk.tick();
    }
    expect(await about(desk.budi)).toEqual([]);
    await at(desk.house, 38, 9);
    await sri.seen();
    await desk.tick();
    expect(await desk.stateOf(number)).toBe('closed');
    expect([...(await about(desk.budi)), ...(await texts(sri))]).toEqual([]);
    expect(await press(desk.budi, `skm-ask:${number}`)).toEqual([
      'Percakapan itu sudah ditutup. Terima kasih.',
    ]);
  });
});

describe('an office without anybody in chat', () => {
  test('leaves it to the city’s coordinators, by their own office’s name', async () => {
    const { rater: sri, number } = await openedThread(desk.house, { code: 'nib' });
    expect(await texts(desk.budi)).toEqual([]);
    expect((await texts(desk.ratna)).join()).toContain(number);
    await playTranscript(
      '> [Tanyakan]\n…\n> Apa yang kurang baik?\n…\n> [Kirim ke warga]\nTerkirim. …',
      desk.ratna,
    );
    expect((await texts(sri)).join()).toMatch(/^Petugas pengaduan Dinas Komunikasi dan Informatika bertanya/);
  });

  test('and where the city has none there either, promises nothing and says who can be called', async () => {
    await desk.sql`update employee set active = false where roles @> '{coordinator}'`;
    const { said } = await openedThread(desk.house, { code: 'nib' });
    await desk.sql`update employee set active = true where roles @> '{coordinator}'`;
    expect(said).toEqual([expect.stringMatching(/bisa dihubungi di/)]);
    expect(await texts(desk.ratna)).toEqual([]);
    const [one] = await desk.sql`select count(*)::int as n from skm_thread where service_code = 'nib'`;
    expect(one?.n).toBe(1);
  });
});
