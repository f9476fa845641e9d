import { type Asking, type Finish, fact, form } from '../../../conversation/form.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { literal, say, type Text } from '../../../conversation/reply.ts';
import type { AwardCategory } from '../../../domain/award/award-category.ts';
import { berakhlak, type CoreValue } from '../../../domain/award/berakhlak.ts';
import { type NominationFault, nominationFaults } from '../../../domain/award/nomination.ts';
import { type Colleague, type NominatingDesk, phaseNamed } from '../../../domain/award/nomination-reads.ts';
import { shortTitle } from '../../../domain/training/short-title.ts';
import { chosenId, colleagueQuestion, searchFor, wordsSearched } from './colleague-question.ts';
import { coveredWords } from './covered-words.ts';
import { notNow } from './when.ts';

type Answers = { who: string; category: AwardCategory; value: CoreValue; story: string };
type Facts = { desk: NominatingDesk | null; found: Colleague[] };
type Ask = Asking<Answers, Facts>;

const storyMost = 500;

const chosenOf = ({ answers: { who = '' }, facts: { found = [] } }: Ask): Colleague | undefined =>
  wordsSearched(who) === undefined ? found.find(({ id }) => id === chosenId(who)) : undefined;

/** Every reason against what has been answered so far; what is still to come is taken to be right. */
const faultsOf = (ask: Ask): NominationFault[] => {
  const { answers, facts } = ask;
  const { desk } = facts;
  if (!desk?.award) return [];
  const { award, me, made } = desk;
  const { id, kind } = chosenOf(ask) ?? { id: 0, kind: 'pns' as const };
  const { category, value = 'akuntabel', story = 'x'.repeat(award.nomination.storyLeast) } = answers;
  return nominationFaults(
    {
      standing: award.standing,
      nominator: me,
      nominee: { id, kind, active: true },
      category: category ?? award.categories[0] ?? 'pelaksana',
      value,
      story,
      made: category === undefined ? [] : made,
    },
    award,
  );
};

/** What keeps somebody from naming anybody at all just now. */
const ends = (ask: Ask): Finish | undefined => {
  const { desk } = ask.facts;
  if (desk === undefined) return undefined;
  const choices = [{ id: 'go:award', label: say('button.award') }];
  if (desk === null) return { say: [{ text: say('nominate.not-yours') }] };
  const { award, made } = desk;
  const faults = faultsOf(ask).map((fault) => fault.is);
  if (!award || faults.includes('phase')) return { say: [{ text: notNow(award, 'nominasi'), choices }] };
  if (faults.includes('nominator')) return { say: [{ text: say('nominate.supervisors'), choices }] };
  if (award.categories.every((category) => made.includes(category)))
    return { say: [{ text: say('nominate.all-made', { title: award.title }), choices }] };
  return undefined;
};

const check = (ask: Ask): { [K in keyof Answers]?: Text } => {
  const { answers, facts } = ask;
  const { who = '', category } = answers;
  const words = wordsSearched(who);
  if (words !== undefined && facts.found?.length === 0)
    return { who: say('nominate.nobody', { words: literal(shortTitle(words, 60)) }) };
  const person = chosenOf(ask);
  const kind = category && say(`award.category.${category}`);
  for (const fault of faultsOf(ask))
    switch (fault.is) {
      case 'oneself':
        return { who: say('nominate.oneself') };
      case 'nominee':
        return { who: say('nominate.not-asn', { name: literal(person?.name ?? '') }) };
      case 'already':
        return { category: say('nominate.already', { category: kind ?? '' }) };
      case 'category':
        return { category: say('again.choose') };
      case 'value':
        return { value: say('again.choose') };
      case 'story':
        return { story: say('nominate.story-short', { count: fault.missing }) };
      case 'phase':
      case 'nominator':
        break;
      default:
        return fault satisfies never;
    }
  return person && category && person.declined.includes(category)
    ? { category: say('nominate.declined', { name: literal(person.name), category: kind ?? '' }) }
    : {};
};

const categoryQuestion = (person: Colleague, categories: readonly AwardCategory[]) => {
  const first = categories.filter((one) => one === person.proposed);
  const others = categories.filter((one) => one !== person.proposed);
  return pick<AwardCategory>(
    {
      text: say('nominate.category', {
        name: literal(shortTitle(person.name, 60)),
        position: literal(shortTitle(person.position, 60)),
        category: say(`award.category.${person.proposed}`),
      }),
      choices: [...first, ...others].map((id) => ({ id, label: say(`award.category.${id}`) })),
      columns: 1,
    },
    { title: say('button.part.award-category') },
  );
};

const valueQuestion = (person: Colleague) =>
  pick<CoreValue>(
    {
      text: say('nominate.value', { name: literal(shortTitle(person.name, 60)) }),
      choices: berakhlak.map((id) => ({
        id,
        label: say(`award.value-means.${id}`),
        short: say(`award.value.${id}`),
      })),
      columns: 1,
    },
    { title: say('button.part.value') },
  );

/**
 * `/usul`: a colleague is named for the award, in a category, for one core value, with a story that holds an example. The
 * words behind the command or a button are taken for a name.
 */
export const nominate = form<Answers, Facts>({
  id: 'nominate',
  work: true,
  starts: (argument) => (argument.trim() ? { who: searchFor(argument) } : {}),
  facts: {
    desk: fact<Answers, NominatingDesk | null, true>({
      of: () => true,
      read: (reads) => reads.nominating(),
    }),
    found: fact<Answers, Colleague[], string>({
      of: ({ who }) => who,
      read: async (reads, who) => {
        const words = wordsSearched(who);
        if (words !== undefined) return reads.colleaguesLike(words);
        const one = await reads.colleague(chosenId(who));
        return one ? [one] : [];
      },
    }),
  },
  questions: (ask) => {
    const { answers, facts, moment } = ask;
    const { award } = facts.desk ?? {};
    if (!award) return {};
    const until = phaseNamed(award, 'nominasi')?.until ?? '';
    const person = chosenOf(ask);
    const open = say('nominate.who', { title: award.title, date: { date: until } });
    return {
      who: colleagueQuestion(open, answers.who, facts.found ?? []),
      ...(person && {
        category: categoryQuestion(person, award.categories),
        value: valueQuestion(person),
        story: coveredWords(
          {
            text: say('nominate.story', {
              name: literal(shortTitle(person.name, 60)),
              count: award.nomination.storyLeast,
            }),
          },
          say('button.part.story'),
          moment,
          storyMost,
        ),
      }),
    };
  },
  check,
  ends,
  review: (ask) => {
    const { category, value, story = '' } = ask.answers;
    const person = chosenOf(ask);
    if (!person || !category || !value) return undefined;
    return {
      text: say('nominate.review', {
        name: literal(shortTitle(person.name, 60)),
        unit: literal(shortTitle(person.unit, 60)),
        category: say(`award.category.${category}`),
        value: say(`award.value.${value}`),
        detail: literal(story),
      }),
    };
  },
  finish: (ask) => {
    const { category, value, story } = ask.answers;
    const person = chosenOf(ask);
    if (!person || !category || !value || !story) return { say: [] };
    return {
      say: [
        {
          text: say('nominate.done', {
            name: literal(shortTitle(person.name, 60)),
            category: say(`award.category.${category}`),
          }),
          choices: [{ id: 'go:award', label: say('button.award') }],
        },
      ],
      effects: [{ do: 'award.nominate', nominee: person.id, category, value, story }],
    };
  },
  draft: ({ answers: { value } }) => (value ? say('nominate.draft') : undefined),
});
