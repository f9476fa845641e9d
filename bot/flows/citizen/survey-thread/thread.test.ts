import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { onlyOn } from '../../../../api/testing/renderings/rendering.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { asks, type Desk, openDesk, press, texts } from './testing/complaints-desk.ts';
import { openedThread } from './testing/rated-low.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.house.close());
beforeEach(() => desk.anew());

describe('somebody who rated a service low and lets themselves be asked', () => {
  test('talks with the complaints officer of the office, neither knowing the other’s name', async () => {
    const { rater: sri, number, said } = await openedThread(desk.house);
    expect(said).toEqual([
      'Terima kasih. Petugas pengaduan boleh bertanya lewat chat ini, tanpa nama. Loket dan atasannya tidak diberi tahu, dan jawaban penilaian tidak kami tunjukkan kepada siapa pun.',
    ]);
    const [told] = await desk.budi.seen();
    expect(told?.text).toMatch(
      new RegExp(
        `^Seseorang yang menilai KTP-el baru rendah bersedia ditanya, tanpa nama: Warga [\\w ]+ \\d\\d \\(${number}\\)\\.`,
      ),
    );
    expect(told?.buttons).toEqual(['Tanyakan']);
    const names = new Map([['number', number]]);
    await playTranscript(asks(), desk.budi, names);
    expect(await sri.seen()).toEqual([
      {
        text: 'Petugas pengaduan Dinas Kependudukan dan Pencatatan Sipil bertanya tentang penilaian KTP-el baru:\n\nApa yang membuat Bapak/Ibu menunggu lama?',
        buttons: ['Jawab', 'Cukup'],
      },
    ]);
    await playTranscript(
      `
      > [Jawab]
      Petugas pengaduan bertanya tentang penilaian KTP-el baru:
      Apa yang membuat Bapak/Ibu menunggu lama?
      Silakan tulis jawabannya. Nama tidak kami sampaikan, dan nomor di dalamnya kami samarkan.
      [Batal] [Cukup]
      > Antreannya tidak jelas, hubungi saya di 0812 3456 7890
      Terima kasih. Jawaban kami sampaikan ke petugas pengaduan, tanpa nama.
      `,
      sri,
    );
    const [answer] = await desk.budi.seen();
    expect(answer?.text).toMatch(
      /^Warga [\w ]+ \d\d menjawab tentang KTP-el baru \(N-\w{6}\):\n\nAntreannya tidak jelas, hubungi saya di \[nomor telepon\]$/,
    );
    expect(answer?.buttons).toEqual(['Tanya lagi', 'Selesai']);
    await playTranscript(
      `
      > [Tanya lagi]
      Warga … menjawab:
      Antreannya tidak jelas, hubungi saya di [nomor telepon]
      Apa yang ingin ditanyakan lagi? …
      …
      > Loket yang mana?
      …
      > [Kirim ke warga]
      Terkirim. …
      `,
      desk.budi,
    );
    await texts(sri);
    await playTranscript('> [Jawab]\n…\n> Loket dua\nTerima kasih. …', sri);
    await texts(desk.budi);
    await playTranscript(
      '> [Selesai]\nPercakapan {number} ditutup, dan warga kami kabari. …',
      desk.budi,
      names,
    );
    expect(await texts(sri)).toEqual([
      'Petugas pengaduan menutup percakapan tentang KTP-el baru. Terima kasih banyak, keterangan Bapak/Ibu membantu kami memperbaiki layanan.',
    ]);
    for (const door of ['skm-reply', 'skm-enough'])
      expect(await press(sri, `${door}:${number}`)).toEqual(['Percakapan itu sudah ditutup. Terima kasih.']);
    for (const door of ['skm-ask', 'skm-done'])
      expect(await press(desk.budi, `${door}:${number}`)).toEqual([
        'Percakapan itu sudah ditutup. Terima kasih.',
      ]);
    expect(await desk.linesOf(number)).toBe(4);
    const heard = [...desk.budi.heard(), ...desk.wati.heard()].join('\n');
    expect(heard).not.toMatch(/\bSri\b|0812/);
    expect(sri.heard().join('\n')).not.toMatch(/Budi|Wati/);
  });

  test('may have enough without saying why, and the officer is told', async () => {
    const { rater: sri, number } = await openedThread(desk.house);
    await texts(desk.budi);
    await playTranscript(asks(), desk.budi, new Map([['number', number]]));
    await texts(sri);
    await playTranscript('> [Cukup]\nBaik, percakapan tentang KTP-el baru kami tutup. …', sri);
    expect(await texts(desk.budi)).toEqual([
      expect.stringMatching(/^Warga .* merasa sudah cukup ditanya tentang KTP-el baru/),
    ]);
    expect(await press(sri, `skm-reply:${number}`)).toEqual(['Percakapan itu sudah ditutup. Terima kasih.']);
    expect(await press(sri, 'skm-open:ktp-baru')).toEqual(['Percakapan itu sudah ditutup. Terima kasih.']);
    await desk.tick();
    expect(await texts(desk.budi)).toEqual([]);
  });

  test('is warned where the question speaks of money, and the audit log is told', async () => {
    const { rater: sri } = await openedThread(desk.house);
    await texts(desk.budi);
    await playTranscript(
      '> [Tanyakan]\n…\n> Apakah diminta transfer ke rekening petugas?\nDi dalamnya ada kata tentang uang…\n…\n> [Kirim ke warga]\nTerkirim. …',
      desk.budi,
    );
    expect((await texts(sri)).join()).toContain('Layanan ini gratis. Petugas tidak boleh meminta uang');
    const [line] = await desk.sql`select count(*)::int as n from audit where action = 'warn-citizen'`;
    expect(line?.n).toBe(1);
  });

  test('who presses twice opens one, and is asked and answers once', async () => {
    const { rater: sri, number } = await openedThread(desk.house);
    expect(await press(sri, 'skm-open:ktp-baru')).toEqual([
      'Sudah kami sampaikan. Kalau petugas pengaduan ingin bertanya, pertanyaannya datang ke chat ini.',
    ]);
    expect((await texts(desk.budi)).length).toBe(1);
    await playTranscript(asks(), desk.budi, new Map([['number', number]]));
    expect(await press(desk.budi, `skm-ask:${number}`)).toEqual([
      expect.stringMatching(/sudah dikirim\. Kami kabari begitu warga menjawab\.$/),
    ]);
    expect((await texts(sri)).length).toBe(1);
    await playTranscript('> [Jawab]\n…\n> Antreannya lama\nTerima kasih. …', sri);
    expect(await press(sri, `skm-reply:${number}`)).toEqual([
      'Jawaban sudah kami sampaikan. Kalau petugas bertanya lagi, pertanyaannya datang ke chat ini.',
    ]);
    expect((await texts(desk.budi)).length).toBe(1);
    expect(await desk.linesOf(number)).toBe(2);
  });

  test('who has rated nothing, or may not, opens none', async () => {
    const stranger = desk.house.actor();
    await playTranscript('> halo\n…', stranger);
    for (const code of ['ktp-baru', 'tidak-ada'])
      expect(await press(stranger, `skm-open:${code}`)).toEqual([
        'Maaf, pilihan itu sudah lewat. Kalau ada yang ingin disampaikan, ketik 0 untuk bertanya ke petugas, atau menu.',
      ]);
    expect(await texts(desk.budi)).toEqual([]);
  });

  onlyOn(
    'telegram',
    'whatsapp-cloud',
    'whatsapp-linked',
  )('answers by replying to the question, and the officer by replying to the answer', async () => {
    const { rater: sri, number } = await openedThread(desk.house);
    await texts(desk.budi);
    await desk.budi.reply(number, 'Loket mana yang dimaksud?');
    await texts(desk.budi);
    await playTranscript('> [Kirim ke warga]\nTerkirim. …', desk.budi);
    await texts(sri);
    await sri.reply('Loket mana yang dimaksud?', 'Loket dua, dekat pintu');
    expect(await texts(sri)).toEqual([
      'Terima kasih. Jawaban kami sampaikan ke petugas pengaduan, tanpa nama.',
    ]);
    expect((await texts(desk.budi)).join()).toContain('Loket dua, dekat pintu');
    await desk.budi.reply('Loket dua, dekat pintu', 'Jam berapa waktu itu?');
    expect((await texts(desk.budi)).join()).toContain('Warga akan membaca:');
    await playTranscript('> [Batal]\n…\n> [Ya, batalkan]\n…', desk.budi);
  });
});
