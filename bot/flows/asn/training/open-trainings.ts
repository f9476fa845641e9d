import { fact, form } from '../../../conversation/form.ts';
import type { Question } from '../../../conversation/question.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { type Choice, literal, say, type Text } from '../../../conversation/reply.ts';
import { type LocalDate, localDate } from '../../../domain/local-date.ts';
import { shortTitle } from '../../../domain/training/short-title.ts';
import { type TrainingGroup, trainingGroups } from '../../../domain/training/training-form.ts';
import type { Offer, OfferPage, OfferWish } from '../../../domain/training/training-offers.ts';
import { formLine, payerText, seatsText } from './card-lines.ts';
import { dayText } from './training-days.ts';

/** A training by its code, a group of forms, a page, all, what is mine; or other words to look for. */
type Chosen = string | { words: string };
type Answers = { words: string; group: TrainingGroup; page: number; chosen: Chosen };
type Facts = { found: OfferPage | null };

const longest = 60;

const tidy = (text: string): string =>
  [...text.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, longest).join('').toWellFormed();

const offerText = (offer: Offer, today: LocalDate): Text => {
  const about: Text[] = [
    formLine(offer),
    payerText(offer),
    ...(offer.ends === null ? [] : [say('trainings.until', { date: dayText(offer.ends, today) })]),
    ...seatsText({ left: offer.left, waiting: 0 }),
  ];
  return say('trainings.offer', {
    title: literal(shortTitle(offer.title)),
    about: { join: about, by: '; ' },
  });
};

/** The other groups stand beside the first page only, so that everything fits ten rows. */
const groupChoices = ({ wish, groups }: OfferPage): Choice[] => {
  if (wish.page > 0) return [];
  const others = trainingGroups.filter((group) => groups.includes(group) && group !== wish.group);
  return others.length + (wish.group ? 1 : 0) > 1 || wish.group
    ? others.map((group) => ({ id: `g-${group}`, label: say(`button.trainings.${group}`) }))
    : [];
};

const all: Choice = { id: 'all', label: say('button.trainings.all') };
const mine: Choice = { id: 'mine', label: say('button.trainings.mine') };

const choicesOf = (found: OfferPage): Choice[] => {
  const { wish, pages, offers } = found;
  return [
    ...offers.map(({ code, title }) => ({ id: `t-${code}`, label: literal(shortTitle(title, 60)) })),
    ...(wish.page > 0 ? [{ id: 'previous', label: say('button.previous') }] : []),
    ...(wish.page < pages - 1 ? [{ id: 'next', label: say('button.next') }] : []),
    ...groupChoices(found),
    ...(wish.words !== null || wish.group !== null ? [all] : []),
    ...(offers.length === 0 ? [mine] : []),
  ];
};

const heading = ({ wish: { words, group }, total }: OfferPage): Text => {
  if (words !== null)
    return total === 0
      ? say('trainings.found-none', { words: literal(words) })
      : say('trainings.found', { words: literal(words), count: total });
  return group === null
    ? say('trainings.open', { count: total })
    : say(`trainings.open.${group}`, { count: total });
};

const listQuestion = (found: OfferPage, today: LocalDate): Question<Chosen> => {
  const asked = pick<string>({
    text: {
      join: [
        heading(found),
        ...found.offers.map((offer) => offerText(offer, today)),
        ...(found.total === 0 ? [] : [say('trainings.how')]),
      ],
      by: '\n',
    },
    choices: choicesOf(found),
    columns: 1,
  });
  return {
    ...asked,
    hear: { ...asked.hear, text: ({ text }) => ({ answer: { words: tidy(text) } }) },
  } as Question<Chosen>;
};

const wishOf = ({ words, group, page }: Partial<Answers>): OfferWish => ({
  words: words ? tidy(words) : null,
  group: group ?? null,
  page: page ?? 0,
});

/** Where a choice leads: another page or group of the same list, other words, or the training itself. */
const onward = (chosen: Chosen, { words, group, page }: OfferWish) => {
  const kept = { ...(words !== null && { words }), ...(group !== null && { group }) };
  if (typeof chosen !== 'string') return { form: 'trainings-open', answers: { words: chosen.words } };
  if (chosen === 'mine') return { form: 'trainings' };
  if (chosen === 'all') return { form: 'trainings-open' };
  if (chosen === 'next') return { form: 'trainings-open', answers: { ...kept, page: page + 1 } };
  if (chosen === 'previous') return { form: 'trainings-open', answers: { ...kept, page: page - 1 } };
  if (chosen.startsWith('g-'))
    return {
      form: 'trainings-open',
      answers: { ...(words !== null && { words }), group: chosen.slice(2) },
    };
  return { form: 'training', answers: { code: chosen.slice(2) } };
};

/** What is open to everybody, the nearest end of registration first; words look for titles, providers and forms. */
export const openTrainings = form<Answers, Facts>({
  id: 'trainings-open',
  work: true,
  starts: (argument) => (argument.trim() ? { words: argument } : {}),
  facts: {
    found: fact<Answers, OfferPage | null, OfferWish>({
      of: wishOf,
      read: (reads, wish) => reads.trainingOffers(wish),
    }),
  },
  questions: ({ facts: { found }, moment: { now, city } }) =>
    found ? { chosen: listQuestion(found, localDate(now, city.agency.zone)) } : {},
  ends: ({ answers: { chosen }, facts: { found } }) => {
    if (found === undefined) return undefined;
    if (found === null) return { say: [{ text: say('profile.none') }] };
    if (chosen !== undefined) return { say: [], next: onward(chosen, found.wish) };
    return found.total === 0 && found.wish.words === null && found.wish.group === null
      ? {
          say: [
            {
              text: say('trainings.nothing-open'),
              choices: [{ id: 'go:trainings', label: say('button.trainings.mine') }],
            },
          ],
        }
      : undefined;
  },
  finish: () => ({ say: [] }),
  draft: () => undefined,
});
