import { fact, form } from '../../../conversation/form.ts';
import { type Choice, literal, say, type Text } from '../../../conversation/reply.ts';
import type { AwardDoor, AwardLook } from '../../../domain/award/nomination-reads.ts';
import type { AwardPlace, AwardResultView } from '../../../domain/award/result-reads.ts';
import { shortTitle } from '../../../domain/training/short-title.ts';
import { standingLine } from './when.ts';

type Facts = { look: AwardLook | 'none' | null; result: AwardResultView | null };

const doorOf = (door: AwardDoor): Choice => {
  switch (door) {
    case 'nominate':
      return { id: 'go:nominate', label: say('button.nominate') };
    case 'forward':
      return { id: 'go:forward-nominee', label: say('button.forward-list') };
    case 'vote':
      return { id: 'go:vote', label: say('button.award.vote') };
    case 'committee':
      return { id: 'go:committee', label: say('button.award.committee') };
    case 'object':
      return { id: 'go:award-object', label: say('button.award.object') };
    default:
      return door satisfies never;
  }
};

/** By what the award is given, in one line. */
const weightsLine = ({ weights }: AwardLook): Text =>
  say('award.weights', {
    kinerja: weights.kinerja,
    disiplin: weights.disiplin,
    inovasi: weights.inovasi,
    perilaku: weights.perilaku,
    kompetensi: weights.kompetensi,
  });

/** So many of a category stand in a message; the page has all of them. */
const placesShown = 3;

const placeText = ({ place, name, score }: AwardPlace): Text =>
  say('award-result.place', {
    nth: place,
    name: literal(shortTitle(name, 50)),
    value: score.total.replace('.', ','),
  });

/** The first places of every category, once they are told. */
const resultLines = (result: AwardResultView | null | undefined): Text[] =>
  (result?.categories ?? [])
    .filter(({ places }) => places.length > 0)
    .map(({ category, places }) =>
      say('award-result.line', {
        category: say(`award.category.${category}`),
        list: { join: places.slice(0, placesShown).map(placeText), by: ', ' },
      }),
    );

const lines = (look: AwardLook, result: AwardResultView | null | undefined, link: string): Text[] => [
  standingLine(look),
  ...(look.announced ? resultLines(result) : []),
  weightsLine(look),
  ...(look.cards.length > 0 ? [say('award.you-are-named')] : []),
  say('award.page', { link: literal(link) }),
];

/** `/penghargaan`: how the award stands, what it is decided by, and what whoever asks can do now. */
export const award = form<Record<never, never>, Facts>({
  id: 'award',
  work: true,
  facts: {
    look: fact<Record<never, never>, AwardLook | 'none' | null, true>({
      of: () => true,
      read: (reads) => reads.awardLook(),
    }),
    result: fact<Record<never, never>, AwardResultView | null, true>({
      of: () => true,
      read: (reads) => reads.awardResult(),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { look, result }, moment: { city } }) => {
    const link = `${city.publicUrl}/penghargaan`;
    if (!look) return { say: [{ text: say('award.staff', { link: literal(link) }) }] };
    if (look === 'none') return { say: [{ text: say('award.none') }] };
    return {
      say: [
        {
          text: { join: lines(look, result, link), by: '\n' },
          choices: [
            ...look.cards.map(({ id, category }) => ({
              id: `go:nominee:${id}`,
              label: look.cards.length > 1 ? say(`award.category.${category}`) : say('button.nominee.card'),
            })),
            ...look.doors.map(doorOf),
          ],
        },
      ],
    };
  },
  draft: () => undefined,
});
