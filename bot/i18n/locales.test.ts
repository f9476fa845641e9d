import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { matchChoice } from '../conversation/match-choice.ts';
import { say } from '../conversation/reply.ts';
import type { Word } from '../conversation/tongue.ts';
import type { TextKey } from './keys.ts';
import { languages } from './languages.ts';
import { blanksOf, filled, isLabel, keys, spoken } from './testing.ts';
import { tongueOf } from './tongue.ts';

const folder = join(import.meta.dirname, '../../locales');
const others = spoken.filter((language) => language !== 'id');

const strongOf = (sentence: string) =>
  [...sentence.matchAll(/\*([^*\n]+)\*/g)].map(([, inside = '']) => inside);
const codesOf = (sentence: string) => [...sentence.matchAll(/`([^`\n]+)`/g)].map(([, inside = '']) => inside);

/** Several lines by nature: the summary and the timeline. */
const isList = (key: string) => ['report.review', 'track.view', 'track.view-done'].includes(key);

test('each file of the folder is a language that we speak, and says each key once', () => {
  const files = globSync('*.json', { cwd: folder });
  expect(files.toSorted()).toEqual(spoken.map((language) => `${language}.json`).toSorted());
  for (const file of files) {
    const named = [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map(
      ([, key]) => key,
    );
    expect(named, file).toEqual(keys);
  }
});

describe.each(others)('%s beside Indonesian', (language) => {
  test('the same keys in the same order', () => {
    expect(Object.keys(languages[language])).toEqual(keys);
  });

  test('the same blanks and marks', () => {
    const marked = (parts: string[]) => [parts.length, ...parts.flatMap(blanksOf).sort()];
    const shape = (sentence: string) => ({
      blanks: blanksOf(sentence),
      strong: marked(strongOf(sentence)),
      codes: marked(codesOf(sentence)),
      parts: sentence.split('|').length,
    });
    for (const key of keys.filter((key) => !key.startsWith('word.')))
      expect(shape(languages[language][key]), key).toEqual(shape(languages.id[key]));
  });

  test('no sentence was left in Indonesian', () => {
    expect(
      keys.filter(
        (key) =>
          languages.id[key].length > 40 &&
          !key.startsWith('date.') &&
          languages[language][key] === languages.id[key],
      ),
    ).toEqual([]);
  });
});

describe.each(spoken)('%s, as people read it', (language) => {
  const sentences = languages[language];

  test('marks are closed, and pages of the web have none but in the line that shows what to type', () => {
    const stray = (key: TextKey) => /[*`]/.test(sentences[key].replace(/\*[^*\n]+\*|`[^`\n]+`/g, ''));
    expect(keys.filter(stray)).toEqual([]);
    const marked = keys.filter((key) => /^(privacy|coba|lacak)\./.test(key) && /[*`]/.test(sentences[key]));
    expect(marked).toEqual(['coba.lead']);
  });

  test('buttons hold 20 characters, messages 480, the summary 600, and six lines', () => {
    const most = (key: TextKey) =>
      isLabel(key) ? 20 : key.endsWith('.review') ? 600 : key === 'old-button' ? 200 : 480;
    const long = keys.filter((key) => filled(language, key).length > most(key));
    expect(long.map((key) => `${key}: ${filled(language, key).length}`)).toEqual([]);
    expect(keys.filter((key) => !isList(key) && filled(language, key).split('\n').length > 6)).toEqual([]);
  });

  test('the four answers of the survey hold the title of a row in a list, in short where they are longer', () => {
    const answers = keys.filter((key) => key.startsWith('skm.answer.'));
    const shortOf = (key: TextKey) => key.replace('skm.answer.', 'skm.short.') as TextKey;
    expect(answers).toHaveLength(36);
    expect(answers.filter((key) => (sentences[shortOf(key)] ?? sentences[key]).length > 24)).toEqual([]);
    expect(answers.filter((key) => sentences[key].length > 34)).toEqual([]);
  });

  test('one question a message', () => {
    expect(keys.filter((key) => (sentences[key].match(/\?/g) ?? []).length > 1)).toEqual([]);
  });

  test('no words of the office, no orders, no blame', () => {
    const unkind =
      /\b(disposisi|opd|eskalasi|sla|input|submit|tindak ?lanjut|(di|me)(nin|tin)daklanjuti|anda|invalid|tidak valid|gagal|error)\b/i;
    const slogan = 'Anda bilang, kami lakukan';
    /** The publication page of PermenPANRB 14/2017 says it so, and what stands under the slogan. */
    const official = /^print\.(result\.(thanks|useful)|poster\.said)$/;
    expect(
      keys.filter((key) => !official.test(key) && unkind.test(sentences[key].replace(slogan, ''))),
    ).toEqual([]);
  });

  test('one emoji at most, at the greeting and the receipt only; the paper clip names a button', () => {
    const emoji = keys.flatMap((key) =>
      (sentences[key].match(/\p{Extended_Pictographic}/gu) ?? []).map((sign) => `${key} ${sign}`),
    );
    expect(emoji).toEqual([expect.stringMatching(/^hello [👋🙏]$/u), 'location.how 📎', 'report.receipt ✅']);
  });

  test('a typed word means one thing, in this language and in Indonesian', () => {
    const tongue = tongueOf(language);
    for (const key of keys.filter((key) => key.startsWith('word.')))
      for (const typed of `${sentences[key]}|${languages.id[key]}`.split('|')) {
        expect(typed).toMatch(/^(?=.{1,24}$)(0|[a-z]+( [a-z]+)*)$/);
        expect(`word.${tongue.word(typed)}`, typed).toBe(key);
      }
  });

  test('a label that is also a typed word means the same', () => {
    const meant: { [key: string]: Word } = {
      'button.menu': 'menu',
      'button.person': 'person',
      'button.back': 'back',
      'button.skip': 'skip',
      'button.cancel': 'cancel',
      'button.help': 'help',
      'button.track': 'status',
      'button.services': 'services',
      'button.rate-service': 'rate-service',
    };
    for (const key of keys.filter(isLabel))
      expect([undefined, meant[key]], key).toContain(tongueOf(language).word(sentences[key]));
  });

  test('a sentence that names a word or a button names one that is there', () => {
    const wordsIn = (key: TextKey) =>
      strongOf(sentences[key])
        .filter((part) => !/^[/{]/.test(part))
        .map(tongueOf(language).word);
    expect(wordsIn('help')).toEqual([
      'menu',
      'report',
      'ask',
      'status',
      'back',
      'skip',
      'cancel',
      'language',
      'stop',
      'person',
    ]);
    expect(wordsIn('again.choose')).toEqual(['cancel']);
    expect(wordsIn('trouble')).toEqual(['person']);
    expect(strongOf(sentences['report.place'])).toEqual([sentences['button.send-location']]);
    expect(strongOf(sentences['identity.ask'])).toEqual([
      sentences['identity.biasa'],
      sentences['identity.tertutup'],
    ]);
    for (const key of ['service.complaints', 'service.complaints-here'] as const)
      expect(strongOf(sentences[key])[1]).toBe(sentences['button.report']);
    expect(sentences['privacy.what']).toContain(sentences['button.may-call']);
  });

  test('each button can be typed, and so can the two Indonesian names of secrecy', () => {
    const shownTogether: TextKey[][] = [
      ['button.send', 'button.change', 'button.cancel'],
      ['button.cancel-yes', 'button.cancel-no', 'button.menu', 'button.person'],
      ['button.resume', 'button.fresh'],
      [
        'button.resume',
        'button.report',
        'button.rate-service',
        'button.track',
        'button.services',
        'button.language',
        'button.help',
      ],
      ['button.rate-this', 'button.report', 'button.services-other', 'button.menu'],
      ['button.skm-begin', 'button.skm-quick', 'button.skm-later'],
      ['button.skm-tell', 'button.no-need'],
      ['button.see-report', 'button.may-call'],
      ['button.add', 'button.may-call', 'button.unfollow', 'similar.follow', 'button.menu'],
      [
        'report.title.detail',
        'report.title.category',
        'report.title.place',
        'report.title.photo',
        'report.title.identity',
        'button.may-call',
        'button.back',
      ],
      ['similar.follow', 'similar.new'],
      ['place.send-anyway', 'place.other'],
      ['identity.biasa', 'identity.tertutup'],
    ];
    for (const shown of shownTogether) {
      const choices = shown.map((key) => ({ id: key, label: say(key) }));
      for (const key of shown) expect(matchChoice(sentences[key], choices, tongueOf(language))?.id).toBe(key);
    }
    const secrecy = ['biasa', 'tertutup'].map((id) => ({ id, label: say(`identity.${id}` as TextKey) }));
    for (const { id } of secrecy) expect(matchChoice(id, secrecy, tongueOf(language))?.id).toBe(id);
  });
});
