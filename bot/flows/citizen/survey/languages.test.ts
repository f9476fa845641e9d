import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { say, type Text } from '../../../conversation/reply.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { scale } from '../../../domain/skm/elements.ts';
import { inOrder } from '../../../domain/skm/question-order.ts';
import { withoutMarks } from '../../../i18n/marks.ts';
import { spoken } from '../../../i18n/testing.ts';
import { translate } from '../../../i18n/translate.ts';
import { at, openServices } from '../survey-thread/testing/rated-low.ts';
import { begunBy, formsIn } from './testing/forms-in.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await at(house, 23, 10);
  await openServices(house);
  await house.hall.database.sql`update agency set locales = string_to_array(${spoken.join()}, ',')`;
  await house.hall.refresh();
});
afterAll(() => house.close());

/** How each language asks for the third question, to be read aloud. */
const third: { readonly [language: string]: string } = {
  id: '3 dari 9. Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?',
  en: '3 of 9. What do you think of how fast the service was given?',
  jv: '3 saking 9. Miturut panjenengan, kados pundi rikatipun peladosan?',
  min: '3 dari 9. Manuruik Apak/Ibuk, baa lakehnyo layanan kami?',
};

describe.each(spoken)('in %s', (language) => {
  const inWords = (text: Text, of: string = language) => withoutMarks(translate(of, text));
  const elements = inOrder('questionnaire');

  const question = (nth: number): string => {
    const element = elements[nth - 1] ?? 'waktu';
    const answers = scale.map((worth) => say(`skm.answer.${element}.${worth}`));
    const own = inWords(say('skm.item', { nth, count: 9, question: say(`skm.question.${element}`) }));
    const official = [
      inWords(say(`skm.question.${element}`), 'id'),
      answers.map((answer) => inWords(answer, 'id')).join(' · '),
    ];
    return [
      own,
      ...(language === 'id' ? [] : official),
      answers.map((answer) => `[${inWords(answer)}]`).join(' '),
    ].join('\n');
  };

  test('the third question is asked, and the official wording stands under it', () => {
    expect(question(3).split('\n')[0]).toBe(third[language]);
    if (language !== 'id')
      expect(question(3).split('\n').slice(1, 3)).toEqual([
        'Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?',
        'Tidak cepat · Kurang cepat · Cepat · Sangat cepat',
      ]);
  });

  test('the whole survey is answered by labels, numbers and skipping', async () => {
    const sri = house.actor();
    const before = (await formsIn(house)).length;
    await playTranscript(
      `> /bahasa\n…\n> ${spoken.indexOf(language) + 1}\n…\n> NILAI DUK-3\n…\n> [${inWords(say('button.skm-begin'))}]\n${question(1)}`,
      sri,
    );
    for (const [at, element] of elements.entries()) {
      const label = inWords(say(`skm.answer.${element}.3`));
      const next = at < 8 ? question(at + 2) : `${inWords(say('skm.who'))}\n…`;
      await playTranscript(`> ${at % 2 ? label : 3}\n${next}`, sri);
    }
    const skip = inWords(say('button.skip'));
    await playTranscript(
      `
      > 1
      ${inWords(say('skm.ask.sex'))}
      [${inWords(say('skm.sex.L'))}] [${inWords(say('skm.sex.P'))}] [${skip}]
      > 1
      …
      > 2
      …
      > 3
      …
      > ${skip}
      ${inWords(say('skm.comment'))}
      [${skip}]
      > ${skip}
      ${inWords(say('skm.thanks', { period: say('skm.period.month', { month: say('date.month.11') }) }))}
      ${inWords(say('skm.no-figure'))}
      …
      `,
      sri,
    );
    const forms = await formsIn(house);
    expect(forms).toHaveLength(before + 1);
    expect(forms.at(-1)).toEqual({
      answers: Object.fromEntries(elements.map((element) => [element, 3])),
      respondent: { sex: 'L', age: '20-29', education: 'sma' },
    });
  });
});

test('whoever changes the language half-way goes on in it, above the official words', async () => {
  const sri = await begunBy(house.actor(), 2);
  await playTranscript(
    `
    > /bahasa
    …
    > English
    …
    3 of 9. What do you think of how fast the service was given?
    Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?
    Tidak cepat · Kurang cepat · Cepat · Sangat cepat
    [Not fast] [Less fast] [Fast] [Very fast]
    > fast
    4 of 9. …
    …
    `,
    sri,
  );
});
