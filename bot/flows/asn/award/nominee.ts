import { type Asking, type Finish, fact, form } from '../../../conversation/form.ts';
import { optional } from '../../../conversation/questions/optional.ts';
import { yesNo } from '../../../conversation/questions/pick.ts';
import { words } from '../../../conversation/questions/words.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import type { NomineeCard, Told } from '../../../domain/award/nomination-reads.ts';
import { innovationMost, type NomineeAct } from '../../../domain/award/nominee-acts.ts';
import { pageOfList } from '../../supervisor/paged.ts';
import { cardText, recordText, storyLine } from './nominee-lines.ts';

/** What a button asks for, as it stands behind the number (`12 setuju`); *data* and *cerita* only show. */
const wishes = {
  setuju: 'agree',
  tidak: 'decline',
  inovasi: 'innovate',
  benar: 'confirm',
  data: 'record',
  cerita: 'stories',
} as const;
type Wish = (typeof wishes)[keyof typeof wishes];

const isWish = (word: string | undefined): word is keyof typeof wishes =>
  word !== undefined && Object.hasOwn(wishes, word);

type Answers = { id: number; wish: Wish; page: number; sure: boolean; innovation: string | null };
type Facts = { card: NomineeCard | null; told: Told[] };
type Ask = Asking<Answers, Facts>;

const perPage = 3;

const door = (id: number, word: keyof typeof wishes, label: Text): Choice => ({
  id: `go:nominee:${id} ${word}`,
  label,
});

const back = ({ id }: NomineeCard): Choice => ({ id: `go:nominee:${id}`, label: say('button.nominee.card') });

const cardChoices = ({ id, named, record, may }: NomineeCard): Choice[] => [
  ...(may.includes('agree') ? [door(id, 'setuju', say('button.nominee.agree'))] : []),
  ...(record ? [door(id, 'data', say('button.nominee.record'))] : []),
  ...(named > 0 ? [door(id, 'cerita', say('button.nominee.stories'))] : []),
  ...(may.includes('innovate') ? [door(id, 'inovasi', say('button.nominee.innovation'))] : []),
  ...(may.includes('decline') ? [door(id, 'tidak', say('button.nominee.decline'))] : []),
];

const shown = (card: NomineeCard, note?: Text): Reply => ({
  text: cardText(card),
  ...(note && { note }),
  choices: cardChoices(card),
});

const record = (card: NomineeCard): Reply => {
  const { id, may } = card;
  if (!card.record) return shown(card);
  return {
    text: recordText(card.record, card.year, may.includes('confirm')),
    choices: [
      ...(may.includes('confirm') ? [door(id, 'benar', say('button.nominee.right'))] : []),
      ...(may.includes('object')
        ? [{ id: `go:award-object:${id}`, label: say('button.nominee.wrong') }]
        : []),
      back(card),
    ],
    columns: 1,
  };
};

const stories = (card: NomineeCard, told: readonly Told[], wanted: number): Reply => {
  const { shown: few, turns } = pageOfList(told, wanted, perPage, `go:nominee:${card.id} cerita`);
  return {
    text: { join: [say('nominee.stories', { count: told.length }), ...few.map(storyLine)], by: '\n' },
    choices: [...turns, back(card)],
  };
};

/** What a wish needs to be open; only to look needs nothing. */
const actOf = (wish: Wish | undefined): NomineeAct | undefined =>
  wish === undefined || wish === 'record' || wish === 'stories' ? undefined : wish;

const ends = ({ answers: { id, wish }, facts: { card } }: Ask): Finish | undefined => {
  if (id !== undefined && card === undefined) return undefined;
  if (!card) return { say: [{ text: say('nominee.not-yours') }] };
  const act = actOf(wish);
  return act && !card.may.includes(act) ? { say: [shown(card, say('nominee.closed'))] } : undefined;
};

const innovationQuestion = optional(
  words(
    { text: say('nominee.innovation.ask', { max: innovationMost }) },
    { max: innovationMost, title: say('button.part.innovation') },
  ),
);

const done = (card: NomineeCard, text: Text): Reply => ({ text, choices: [back(card)] });

const finish = ({ answers, facts: { card, told = [] } }: Ask): Finish => {
  if (!card) return { say: [] };
  const { wish, sure, innovation } = answers;
  const { id: nominee, title } = card;
  const words = innovation ? { innovation } : {};
  switch (wish) {
    case undefined:
      return { say: [shown(card)] };
    case 'record':
      return { say: [record(card)] };
    case 'stories':
      return { say: [stories(card, told, answers.page ?? 0)] };
    case 'confirm':
      return {
        say: [done(card, say('nominee.confirmed', { title }))],
        effects: [{ do: 'award.saw-record', nominee }],
      };
    case 'agree':
      return {
        say: [done(card, say('nominee.agreed', { title }))],
        effects: [{ do: 'award.consent', nominee, consent: 'agreed', ...words }],
      };
    case 'innovate':
      return innovation
        ? {
            say: [done(card, say('nominee.innovation.kept'))],
            effects: [{ do: 'award.consent', nominee, consent: 'agreed', innovation }],
          }
        : { say: [shown(card)] };
    case 'decline':
      return sure
        ? {
            say: [{ text: say('nominee.declined') }],
            effects: [{ do: 'award.consent', nominee, consent: 'declined' }],
          }
        : { say: [shown(card)] };
    default:
      return wish satisfies never;
  }
};

/** A nominee's own card: for what colleagues named them, how each rule stands, and their word on it. */
export const nominee = form<Answers, Facts>({
  id: 'nominee',
  work: true,
  starts: (argument) => {
    const [, id, word, page] = /^(\d{1,15})(?: ([a-z]+))?(?: (\d{1,4}))?$/.exec(argument.trim()) ?? [];
    if (id === undefined) return {};
    return { id: Number(id), page: Number(page ?? 0), ...(isWish(word) && { wish: wishes[word] }) };
  },
  facts: {
    card: fact<Answers, NomineeCard | null, number>({
      of: ({ id }) => id,
      read: (reads, id) => reads.nomineeCard(id),
    }),
    told: fact<Answers, Told[], number>({
      of: ({ id, wish }) => (wish === 'stories' ? id : undefined),
      read: (reads, id) => reads.ownStories(id),
    }),
  },
  questions: ({ answers: { wish }, facts: { card } }) => ({
    ...(wish === 'decline' &&
      card && {
        sure: yesNo({
          text: say('nominee.decline.ask', { category: say(`award.category.${card.category}`) }),
        }),
      }),
    ...((wish === 'agree' || wish === 'innovate') && { innovation: innovationQuestion }),
  }),
  ends,
  review: ({ answers: { wish, innovation } }) =>
    innovation && (wish === 'agree' || wish === 'innovate')
      ? { text: say('nominee.innovation.review', { detail: literal(innovation) }) }
      : undefined,
  finish,
  draft: () => undefined,
});
