import type { Moment } from '../../../conversation/moment.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { type Choice, literal, say } from '../../../conversation/reply.ts';
import type { Category, CategoryGroup } from '../../../domain/category.ts';
import { once } from '../../../domain/once.ts';
import type { City } from '../../../ports.ts';
import type { Ask } from './answers.ts';

const asChoice =
  (prefix: string) =>
  (one: { key: string; label: string }): Choice => ({
    id: prefix + one.key,
    label: literal(one.label),
  });

/** The groups as choices, made once for a city. */
const groupChoices = once(({ groups, categories }: City): Choice[] => groups.map(groupChoice(categories)));

/** A group, or the category itself where a group holds only one. */
const groupChoice =
  (categories: readonly Category[]) =>
  (group: CategoryGroup): Choice => {
    const [first, second] = categories.filter((category) => category.group === group.key);
    return first && !second ? asChoice('c-')(first) : asChoice('g-')(group);
  };

/** What it is about: the categories its words suggest on top, then every group. The person chooses; nothing is decided for them. */
export const topicQuestion = ({ facts, moment }: Ask) => {
  const { categories } = moment.city;
  const suggested = (facts.suggested ?? [])
    .map((key) => categories.find((category) => category.key === key))
    .filter((category): category is Category => category !== undefined);
  const first = suggested[0];
  return pick(
    {
      text: first ? say('report.topic.suggested', { category: literal(first.label) }) : say('report.topic'),
      choices: [...suggested.map(asChoice('c-')), ...groupChoices(moment.city)],
    },
    { title: say('report.title.category'), only: false },
  );
};

/** The categories of the chosen group, with the way back last. */
export const categoryQuestion = (topic: string, { city }: Moment) => {
  const group = city.groups.find(({ key }) => `g-${key}` === topic);
  const inGroup = city.categories.filter((category) => category.group === group?.key);
  return pick({
    text: say('report.category', { group: literal(group?.label ?? '') }),
    choices: [...inGroup.map(asChoice('')), { id: 'back', label: say('button.back') }],
  });
};
