import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elements } from './elements.ts';
import { pooled, tally } from './tally.ts';
import { someForms } from './testing/tallies.ts';

test('a form on which nothing was ticked is no respondent', () => {
  expect(tally([{}, { waktu: 3 }, { waktu: undefined }])).toMatchObject({
    respondents: 1,
    elements: { waktu: { sum: 3, count: 1 }, sarana: { sum: 0, count: 0 } },
  });
});

test('an answer that is not on the scale never gets into a sum', () => {
  for (const wrong of [0, 5, 2.5]) {
    expect(() => tally([{ waktu: wrong as 4 }]), `${wrong}`).toThrow(RangeError);
  }
});

test('an office with one large and one small service is not the mean of the two', () => {
  const large = tally(Array.from({ length: 9 }, () => ({ waktu: 4 as const })));
  const small = tally([{ waktu: 1 }]);
  expect(pooled([large, small]).elements.waktu).toEqual({ sum: 37, count: 10 });
  expect(pooled([])).toEqual(tally([]));
});

test('whatever the forms, each answer is in its own element once, and pooling loses none', () => {
  fc.assert(
    fc.property(someForms, fc.nat({ max: 60 }), (forms, cut) => {
      const all = tally(forms);
      for (const element of elements) {
        let [sum, count] = [0, 0];
        for (const form of forms) {
          const answer = form[element];
          if (answer === undefined) continue;
          sum += answer;
          count += 1;
        }
        expect(all.elements[element]).toEqual({ sum, count });
      }
      expect(pooled([tally(forms.slice(cut)), tally(forms.slice(0, cut))])).toEqual(all);
    }),
  );
});
