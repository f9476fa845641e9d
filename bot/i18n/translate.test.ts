import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal, say, type Text } from '../conversation/reply.ts';
import { type Language, languages } from './languages.ts';
import { marks, withoutMarks } from './marks.ts';
import { spoken } from './testing.ts';
import { tongueOf } from './tongue.ts';
import { translate } from './translate.ts';

const countMarks = (text: string) => (text.match(/[\uE000-\uE003]/g) ?? []).length;

/** What people type: any letters, our private marks, the asterisks of chat, and what i18next would read as its own. */
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '*',
        '`',
        '\uE000',
        '\uE003',
        '{link}',
        '{place}',
        '{{place}}',
        '$t(menu)',
        '$t(help, {"a":1})',
        '$&',
        '$1',
        '\\',
        '|',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

test.each<[Language, string, string]>([
  ['id', 'Rabu, 25 Nov', 'Minggu, 3 Mei'],
  ['jv', 'Rebo, 25 Nov', 'Ngahad, 3 Mei'],
  ['min', 'Rabaa, 25 Nov', 'Akaik, 3 Mai'],
  ['en', 'Wednesday, 25 Nov', 'Sunday, 3 May'],
])(
  'a date in %s is "%s": a weekday, a day and a month, no hour and no year',
  (language, wednesday, sunday) => {
    expect(translate(language, { date: '2026-11-25' })).toBe(wednesday);
    expect(translate(language, { date: '2026-05-03' })).toBe(sunday);
  },
);

test('each weekday and month has a name of its own in every language', () => {
  const days = Array.from({ length: 365 }, (_, i) =>
    new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
  );
  for (const language of spoken) {
    expect(new Set(days.map((date) => translate(language, { date }))).size).toBe(365);
    const week = languages[language]['date.weekdays'].split('|');
    expect(week).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((day) => languages[language][`date.day.${day}` as 'date.day.0']),
    );
  }
});

test('a sentence inside a sentence is said in the same language', () => {
  const line: Text = say('similar.line', { metres: 40, age: say('age.today'), state: say('state.diproses') });
  expect(translate('id', line)).toBe('40 meter, masuk hari ini, sedang dikerjakan');
  expect(translate('en', line)).toBe('40 metres, reported today, being worked on');
  const event = say('track.event', { date: { date: '2026-11-25' }, what: say('event.accept') });
  expect(translate('jv', { join: [event, literal('—'), event], by: '\n' })).toBe(
    '• Rebo, 25 Nov: wiwit dipungarap\n—\n• Rebo, 25 Nov: wiwit dipungarap',
  );
});

test('our own emphasis is marked, also inside another sentence', () => {
  const [open, close] = marks.strong;
  expect(translate('id', say('place.is', { place: 'Tingkir' }))).toBe(`Tempat: ${open}Tingkir${close}.`);
  const [code, end] = marks.code;
  expect(translate('min', say('add.done', { ticket: 'SWL-7K4PQ2' }))).toContain(`${code}SWL-7K4PQ2${end}`);
  expect(countMarks(translate('id', { join: [say('again.choose'), say('again.choose')], by: ' ' }))).toBe(4);
});

test('marks never come from a person: their words stand as they wrote them, without marks', () => {
  fc.assert(
    fc.property(typed, fc.constantFrom(...spoken), fc.boolean(), (words, language, nested) => {
      expect(translate(language, literal(words))).toBe(withoutMarks(words));
      const said = translate(language, say('place.is', { place: nested ? literal(words) : words }));
      const [before = '', after = ''] = languages[language]['place.is'].replaceAll('*', '').split('{place}');
      expect(withoutMarks(said)).toBe(before + withoutMarks(words) + after);
      expect(countMarks(said)).toBe(2);
    }),
  );
});

test('words that look like a blank of ours do not open another one', () => {
  const said = translate(
    'id',
    say('report.review', {
      detail: '{place} *mati* $t(menu)',
      category: 'Lampu',
      place: '{detail}',
      photos: 2,
      identity: '{phone}',
      phone: '',
    }),
  );
  expect(withoutMarks(said)).toContain(
    'Masalah: {place} *mati* $t(menu)\nTentang: Lampu\nTempat: {detail}\nFoto: 2\nPilihan: {phone}\n',
  );
});

test('a count does not look for plurals that no file holds', () => {
  for (const count of [0, 1, 2, 3])
    expect(translate('en', say('photo.got', { count, max: 3 }))).toBe(`Photo ${count} received (up to 3).`);
});

test.each(['xx', '', 'id-ID', 'EN'])(
  'a language that we do not speak (%j) is answered in Indonesian',
  (locale) => {
    expect(translate(locale, say('menu'))).toBe(languages.id.menu);
    expect(translate(locale, { date: '2026-11-25' })).toBe('Rabu, 25 Nov');
    expect(tongueOf(locale).word('batal')).toBe('cancel');
  },
);

test('the Indonesian words work in every language, whatever the case and the full stop', () => {
  for (const language of spoken) {
    const words = [' Menu ', 'BATAL', 'kembali.', 'Lewati!', '/bantuan', '0'].map((word) =>
      tongueOf(language).word(word),
    );
    expect(words).toEqual(['menu', 'cancel', 'back', 'skip', 'help', 'person']);
  }
});

test('a word inside a description is no command', () => {
  for (const language of spoken) expect(tongueOf(language).word('lampu batal dipasang')).toBeUndefined();
});

test('an official wording stands below where another language is spoken, and nowhere else', () => {
  const both = { own: say('menu'), official: say('button.skip') };
  expect(translate('id', both)).toBe(languages.id.menu);
  expect(translate('jv', both)).toBe(`${languages.jv.menu}\nLewati`);
  expect(translate('xx', both)).toBe(languages.id.menu);
});
