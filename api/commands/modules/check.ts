import { say, type Text } from '../../../bot/conversation/reply.ts';
import type { Step } from '../../../bot/domain/modules/module.ts';
import { readingMinutes } from '../../../bot/domain/modules/reading-time.ts';
import { tongueOf } from '../../../bot/i18n/tongue.ts';
import { operatorCommand } from '../operator-command.ts';
import { done } from '../outcome.ts';
import { type Fine, filesArgs, gatherModules } from './gather.ts';
import { shortName } from './short-name.ts';

const fineText = (checked: Fine): Text => {
  if ('cases' in checked)
    return say('module.check.team', { label: shortName(checked.name), cases: checked.cases.length });
  const { title, steps } = checked.module;
  const count = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length;
  return say('module.check.module', {
    title,
    cards: count('card'),
    questions: count('question'),
    cases: count('case'),
    minutes: readingMinutes(steps),
  });
};

/** Names every fault of the files with its line; without files, of those that Pendopo brings along. Needs no database. */
export const checkCommand = operatorCommand(
  {
    name: 'check',
    description: 'Name every fault of modules and weekly cases, with line and reason',
    many: true,
  },
  filesArgs,
  async ({ _: typed, locale, json }) => {
    const gathered = await gatherModules(typed, { locale, json });
    if ('kind' in gathered) return gathered;
    const { fine } = gathered;
    const words = [...fine.map(fineText), say('module.check.fine', { count: fine.length })];
    return done(words.map(tongueOf(locale).text).join('\n'), {
      files: fine.map(({ name }) => shortName(name)),
      faults: [],
    });
  },
);
