import { describe, expect, test } from 'vitest';
import { can as cloud } from '../../channels/whatsapp-cloud/can.ts';
import { encode } from '../../channels/whatsapp-cloud/encode.ts';
import { fit as shownAs } from '../../conversation/fit.ts';
import { literal, type Reply } from '../../conversation/reply.ts';
import { seedCalendar } from '../../domain/fixtures/seed.ts';
import type { Item } from '../../domain/reminding/item.ts';
import { yearStanding } from '../../domain/training/year-standing.ts';
import { languages } from '../../i18n/languages.ts';
import { withoutMarks } from '../../i18n/marks.ts';
import { translate } from '../../i18n/translate.ts';
import { openedBy } from './reminder-choice.ts';
import { type ReminderWords, reminderReply } from './reminder-words.ts';

const today = '2026-11-24';
const calendar = seedCalendar();
const held = [{ date: '2026-05-05', jp: 1250, status: 'sah' as const }];

const item = (changes: Partial<Item> = {}): Item => ({
  key: 'complete:PP-01:2026-11-27',
  kind: 'complete',
  due: '2026-11-27',
  since: '2026-01-02',
  done: false,
  reason: { about: 'Pelayanan Prima', source: 'mandatory', asker: 'BKPSDM', jp: 800 },
  ...changes,
});

const reply = (items: readonly Item[], changes: Partial<ReminderWords> = {}): Reply =>
  reminderReply({
    items: items.map((one) => ({ item: one, last: false })),
    below: [],
    asks: [],
    list: [],
    standing: yearStanding(held, 'pns', today, calendar),
    today,
    calendar,
    ...changes,
  });
const text = (it: Reply, language = 'id') => withoutMarks(translate(language, it.text));
const labels = ({ choices = [] }: Reply) => choices.map(({ label }) => translate('id', label));

describe('one thing is said in full:', () => {
  const date = (about: string, due: string) =>
    item({
      kind: 'date',
      key: `date:${about}:${due}`,
      due,
      reason: { about, source: 'personnel_file', asker: 'BKPSDM', asOf: '2026-11-03' },
    });

  test.each<[string, Item, string, string]>([
    [
      'to register',
      item({ kind: 'register' }),
      'Pelayanan Prima: daftar paling lambat Jumat, 27 Nov, 3 hari kerja lagi.',
      'Wajib untuk unit atau jabatan Bapak/Ibu; penyelenggara: BKPSDM.',
    ],
    [
      'to finish today',
      item({ due: today }),
      'Pelayanan Prima: selesaikan paling lambat Selasa, 24 Nov, hari ini.',
      'BKPSDM',
    ],
    [
      'what is late',
      item({ due: '2026-11-20' }),
      'sudah lewat 2 hari kerja, masih bisa disusulkan.',
      'BKPSDM',
    ],
    [
      'of their own wish',
      item({ reason: { ...item().reason, source: 'own_registration' } }),
      'Pelayanan Prima',
      'Bapak/Ibu mendaftar sendiri.',
    ],
    [
      'a certificate',
      item({ kind: 'certificate', reason: { ...item().reason, source: 'enrolled_by_office' } }),
      'kirim sertifikat paling lambat',
      'Bapak/Ibu didaftarkan kantor; penyelenggara: BKPSDM.',
    ],
    [
      'a date',
      date('kgb', '2027-01-04'),
      'Kenaikan gaji berkala: 4 Jan 2027',
      'Menurut data kepegawaian per 3 Nov 2026.',
    ],
    ['a date of another kind', date('SLKS', '2027-01-04'), 'SLKS: 4 Jan 2027', 'Menurut data kepegawaian'],
    [
      'hours',
      item({
        kind: 'jp_pace',
        key: 'jp_pace:2026-12-31',
        due: '2026-12-31',
        reason: { about: '2026', source: 'yearly_hours', asker: 'BKPSDM' },
      }),
      'JP tahun ini: baru 12,5 dari 20 JP, 25 hari kerja lagi.',
      'Kewajiban tiap tahun, dicatat BKPSDM.',
    ],
  ])('%s', (_, one, line, why) => {
    const said = text(reply([one]));
    expect(said).toContain(line);
    expect(said).toContain(why);
  });

  test('with the hours so far, for whoever owes some', () => {
    expect(text(reply([item()]))).toContain('JP Bapak/Ibu tahun ini: 12,5 dari 20 JP');
    const standing = yearStanding(held, 'pppk', today, calendar);
    expect(text(reply([item()], { standing }))).not.toContain('JP Bapak/Ibu');
  });

  test('within 480 characters and six lines in every language, however long its name is', () => {
    const about = 'Pelatihan Kepemimpinan Pengawas bagi Pejabat Struktural Eselon IV';
    const asker = 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia';
    const long = item({ reason: { ...item().reason, about, asker } });
    for (const language of Object.keys(languages)) {
      const said = text(reply([long], { items: [{ item: long, last: true }] }), language);
      expect(said.length, said).toBeLessThanOrEqual(480);
      expect(said.split('\n').length).toBeLessThanOrEqual(6);
    }
  });
});

describe('several things', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      item({ key: `complete:PP-${n}:2026-11-27`, reason: { ...item().reason, about: `Pelatihan ${n}` } }),
    );

  test('stand below each other, each with its reason, and the button is of the first', () => {
    const it = reply(many(3));
    expect(
      text(it)
        .split('\n')
        .filter((line) => line.startsWith('• '))
        .every((line) => line.includes('BKPSDM')),
    ).toBe(true);
    expect(labels(it)).toEqual(['Buka pelatihan', 'Besok', 'Pekan depan']);
    expect(it.choices?.[0]?.id).toBe('go:reminder-open:c:PP-0');
  });

  test('of which eight are named, and how many more there are', () => {
    const it = reply(many(11));
    expect(text(it)).toContain('… dan 3 lagi.');
    expect(labels(it)).toContain('Lihat semua');
  });

  test('are one message where messages are counted', () => {
    const to = { channel: 'whatsapp-cloud' as const, account: '1', id: '62811' };
    const shown = shownAs(reply(many(8)), cloud, (one) => translate('id', one));
    expect(encode(to, shown)).toHaveLength(1);
  });
});

test('what the week brought stands below, and alone where nothing is near', () => {
  const below = [literal('Pekan lalu 12 laporan warga tuntas.')];
  expect(
    text(reply([item()], { below }))
      .split('\n\n')
      .at(-1),
  ).toBe('Pekan lalu 12 laporan warga tuntas.');
  const alone = reply([], { below });
  expect(text(alone)).toBe('Pekan lalu 12 laporan warga tuntas.');
  expect(alone.choices).toBeUndefined();
});

test('what learning asks stands below too, with its buttons; what comes back can be put off also alone', () => {
  const title = 'Menyapa di loket';
  const recall = { is: 'recall', count: 2, modules: 1, title } as const;
  const both = reply([item()], { asks: [recall] });
  expect(text(both).split('\n\n').at(-1)).toBe(
    '2 soal dari Menyapa di loket ingin ditanyakan lagi, kira-kira semenit.',
  );
  expect(labels(both)).toEqual(['Buka pelatihan', 'Jawab sekarang', 'Besok', 'Pekan depan']);
  expect(text(reply([], { asks: [{ ...recall, count: 5, modules: 2 }] }))).toBe(
    '5 soal dari Menyapa di loket dan modul lain ingin ditanyakan lagi, hanya beberapa menit.',
  );
  expect(labels(reply([], { asks: [recall] }))).toEqual(['Jawab sekarang', 'Besok', 'Pekan depan']);
  const used = reply([], { asks: [{ is: 'used', training: 'X'.repeat(40), title }] });
  expect(labels(used)).toEqual(['Sering', 'Kadang-kadang', 'Belum']);
  for (const { id } of used.choices ?? []) expect(id.length).toBeLessThanOrEqual(64);
});

test('a list names people and things, without a word of blame', () => {
  const it = reply([], { list: [{ name: 'Rina Astuti', item: item() }] });
  expect(text(it)).toBe(
    'Yang mungkin perlu dibantu di unit Bapak/Ibu, sudah tiga kali diingatkan:\n• Rina Astuti: Pelayanan Prima, Jumat, 27 Nov',
  );
  expect(labels(it)).toEqual(['Buka unit']);
});

test('every button fits into 64 bytes, and is read as it was written', () => {
  const code = 'X'.repeat(40);
  const [first] = reply([item({ kind: 'certificate', key: `certificate:${code}:2026-11-27` })]).choices ?? [];
  expect(first?.id.length).toBeLessThanOrEqual(64);
  expect(openedBy(first?.id.replace('go:reminder-open:', '') ?? '')).toEqual({ kind: 'certificate', code });
  expect(openedBy('z:1')).toBeUndefined();
});
