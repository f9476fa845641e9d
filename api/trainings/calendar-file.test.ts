import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Training } from '../../bot/domain/training/training.ts';
import { wordsIn } from '../print/words.ts';
import { type CalendarEvent, calendarFile } from './calendar-file.ts';
import { eventsOfPerson, eventsOfTraining } from './training-events.ts';

const training: Training = {
  code: 'PP-2026-01',
  title: 'Pelayanan Prima; dasar, lanjutan\\praktik',
  provider: 'BPSDM, Provinsi Jawa Tengah',
  form: 'bimtek',
  jp: 850,
  startsOn: '2026-11-30',
  endsOn: '2026-12-02',
  registerBy: '2026-11-24',
  completeBy: '2026-12-09',
  url: null,
  place: 'Aula Setda, lantai 2; Jl. Contoh 1',
  quota: null,
  sponsor: null,
  owing: [],
  listedOn: '2026-10-01',
};

const words = wordsIn('id');
const fileOf = (events: readonly CalendarEvent[]) =>
  calendarFile({ name: 'Agenda', zone: 'Asia/Jakarta', host: 'sapa.example', events });
const read = (file: string) => new ICAL.Component(ICAL.parse(file));
const eventsIn = (file: string) =>
  read(file)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
const one = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: 'X',
  title: 'Judul',
  from: '2026-11-30',
  until: '2026-11-30',
  about: [],
  place: null,
  stamp: '2026-10-01',
  alarm: false,
  ...more,
});

describe('a training in a calendar, as another program reads it', () => {
  const file = fileOf(eventsOfTraining(training, words));

  test('has its days, the last day to register and by when to be done, as whole days without a zone', () => {
    const found = eventsIn(file).map(({ uid, summary, startDate, endDate }) => ({
      uid,
      summary,
      starts: startDate.toString(),
      ends: endDate.toString(),
      whole: startDate.isDate,
    }));
    expect(found).toEqual([
      {
        uid: 'PP-2026-01@sapa.example',
        summary: training.title,
        starts: '2026-11-30',
        ends: '2026-12-03',
        whole: true,
      },
      {
        uid: 'register-PP-2026-01@sapa.example',
        summary: `Batas daftar: ${training.title}`,
        starts: '2026-11-24',
        ends: '2026-11-25',
        whole: true,
      },
      {
        uid: 'complete-PP-2026-01@sapa.example',
        summary: `Batas selesai: ${training.title}`,
        starts: '2026-12-09',
        ends: '2026-12-10',
        whole: true,
      },
    ]);
  });

  test('tells where, by whom and for how many hours, with commas, semicolons and lines as they were', () => {
    const [days] = eventsIn(file);
    expect(days?.location).toBe(training.place);
    expect(days?.description).toBe(
      'Penyelenggara: BPSDM, Provinsi Jawa Tengah\n8,5 JP\nBuka di chat: ketik /pelatihan',
    );
    expect(file).toContain('SUMMARY:Pelayanan Prima\\; dasar\\, lanjutan\\\\praktik\r\n');
  });

  test('names the zone of the agency, and says when the data was made in UTC, as the standard asks', () => {
    const calendar = read(file);
    expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Jakarta');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    for (const event of calendar.getAllSubcomponents('vevent')) {
      expect(event.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-10-01T00:00:00Z');
      expect(event.getFirstPropertyValue('sequence')).toBe(0);
    }
  });

  test('is the same file, byte by byte, of the same data', () => {
    expect(fileOf(eventsOfTraining(structuredClone(training), words))).toBe(file);
  });

  test('has no line longer than 75 bytes, all of them ended by CR LF', () => {
    const long = fileOf([one({ title: 'Pelatihan Ökonomi – ékologi 🌱 '.repeat(20) })]);
    for (const each of [file, long]) {
      expect(each.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of each.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
});

test('a person has what they take part in, what is open, and dates of the file, each with a word on the morning before', () => {
  const found = eventsIn(
    fileOf(
      eventsOfPerson(
        {
          trainings: [{ training, since: '2026-11-02' }],
          items: [
            {
              key: 'certificate:LAIN-1:2026-12-20',
              kind: 'certificate',
              due: '2026-12-20',
              since: '2026-12-06',
              done: false,
              reason: { about: 'Arsip', source: 'own_registration', asker: 'ANRI' },
            },
            {
              key: 'jp_pace:2026-12-31',
              kind: 'jp_pace',
              due: '2026-12-31',
              since: '2026-01-01',
              done: false,
              reason: { about: '2026', source: 'yearly_hours', asker: 'Pemkot' },
            },
          ],
          dates: [
            { kind: 'kgb', date: '2027-02-01', note: null, asOf: '2026-11-01' },
            { kind: 'cuti_besar', date: '2027-03-01', note: 'catatan', asOf: '2026-11-01' },
          ],
        },
        words,
      ),
    ),
  );
  expect(found.map(({ uid, summary, description }) => [uid, summary, description])).toEqual([
    ['PP-2026-01@sapa.example', training.title, expect.stringContaining('8,5 JP')],
    [
      'certificate-LAIN-1@sapa.example',
      'Kirim sertifikat: Arsip',
      'Penyelenggara: ANRI\nBuka di chat: ketik /pelatihan',
    ],
    [
      'date-kgb-2027-02-01@sapa.example',
      'Kenaikan gaji berkala',
      'Menurut data kepegawaian per 1 Nov 2026. Ini bukan keputusan.',
    ],
    [
      'date-cuti_besar-2027-03-01@sapa.example',
      'cuti besar',
      'Menurut data kepegawaian per 1 Nov 2026. Ini bukan keputusan.\ncatatan',
    ],
  ]);
  for (const { component } of found) {
    const [alarm, more] = component.getAllSubcomponents('valarm');
    expect(more).toBeUndefined();
    expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT16H');
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
  }
});

test('whatever a title, a place or a note holds, another program reads the same words and no more events', () => {
  const odd = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.constantFrom(
          ',',
          ';',
          '\\',
          '\\n',
          '\n',
          '\r\n',
          '"',
          ':',
          'END:VEVENT',
          '\r\nBEGIN:VEVENT\r\n',
          '🌱',
          '\u0000',
          '\ud800',
          '=',
          '%',
        ),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
  const asShown = (text: string) =>
    text
      .replace(/[\r\n\u2028\u2029]+/g, ' ')
      .replace(/[\p{Cc}\uFEFF]/gu, '')
      .toWellFormed();
  fc.assert(
    fc.property(odd, odd, odd, (title, place, note) => {
      const file = fileOf([one({ title, place, about: ['Baris', note], alarm: true }), one({ id: 'Y' })]);
      const [first, second, more] = eventsIn(file);
      expect(more).toBeUndefined();
      expect(first?.summary ?? '').toBe(asShown(title));
      expect(first?.location ?? '').toBe(asShown(place));
      expect(first?.description ?? '').toBe(`Baris\n${asShown(note)}`);
      expect(second?.uid).toBe('Y@sapa.example');
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }),
    { numRuns: 300 },
  );
});
