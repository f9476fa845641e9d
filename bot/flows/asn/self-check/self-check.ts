import { fact, form } from '../../../conversation/form.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { type Choice, literal, say, type Text } from '../../../conversation/reply.ts';
import { hardest } from '../../../domain/paths/hardest.ts';
import { type SelfCheck, type Skill, selfCheckOf, skills } from '../../../domain/paths/self-check.ts';
import type { HelpfulModule, SelfCheckLook } from '../../../domain/paths/self-check-reads.ts';
import type { Answer } from '../../../domain/skm/elements.ts';
import { shortTitle } from '../../../domain/training/short-title.ts';
import { fourAnswers } from '../../citizen/survey/four-answers.ts';

type Answers = { again: 'yes' | 'no' } & { [S in Skill]: Answer };
type Facts = { look: SelfCheckLook | null; help: HelpfulModule[] };

const skillAnswers = (answers: Partial<Answers>, asked: readonly Skill[] = skills): SelfCheck =>
  Object.fromEntries(asked.flatMap((skill) => (answers[skill] ? [[skill, answers[skill]]] : [])));

/** One of the ten; before the first it is said who sees the answers, and a correction says what was answered before. */
const questionText = (skill: Skill, at: number, { position, before, year }: SelfCheckLook): Text => {
  const asked = say('self-check.item', {
    nth: at + 1,
    count: selfCheckOf(position).length,
    what: say(`skill.${skill}`),
  });
  const was = before?.[skill];
  const lines = [
    ...(at === 0 && before === null ? [say('self-check.intro', { year })] : []),
    asked,
    ...(was ? [say('self-check.before', { what: say(`button.skill.${was}`) })] : []),
  ];
  return { join: lines, by: '\n' };
};

const ten = (look: SelfCheckLook) =>
  Object.fromEntries(
    selfCheckOf(look.position).map((skill, at) => [
      skill,
      fourAnswers(questionText(skill, at, look), (worth) => ({ label: say(`button.skill.${worth}`) })),
    ]),
  );

const again = ({ year }: SelfCheckLook) =>
  pick<Answers['again']>({
    text: say('self-check.again', { year }),
    choices: [
      { id: 'yes', label: say('button.self-check.fix') },
      { id: 'no', label: say('button.self-check.keep') },
    ],
  });

const moduleChoice = ({ code, title }: HelpfulModule): Choice => ({
  id: `go:learn:${code}`,
  label: literal(shortTitle(title, 60)),
});

const shelf: Choice = { id: 'go:learn-shelf', label: say('button.self-check.shelf') };

const thanks = (check: SelfCheck, help: readonly HelpfulModule[], year: number): Text => {
  const weak = hardest(check);
  const lines =
    weak.length === 0
      ? [say('self-check.all-well')]
      : [
          say('self-check.hardest'),
          ...weak.map((skill) => say('self-check.weak', { what: say(`skill.${skill}`) })),
          ...(help.length > 0 ? [say('self-check.help')] : []),
        ];
  return { join: [say('self-check.done', { year }), ...lines], by: '\n' };
};

/**
 * The yearly self-check: ten questions by the kind of position, one a message, with four answers each. It may be answered anew
 * until the year ends; at its end stands what is hardest, and the modules that may help.
 */
export const selfCheck = form<Answers, Facts>({
  id: 'self-check',
  work: true,
  facts: {
    look: fact<Answers, SelfCheckLook | null, true>({
      of: () => true,
      read: (reads) => reads.selfCheckLook(),
    }),
    help: fact<Answers, HelpfulModule[], Skill[]>({
      of: (answers) => {
        const check = skillAnswers(answers);
        const weak = hardest(check);
        return Object.keys(check).length >= 10 && weak.length > 0 ? weak : undefined;
      },
      read: (reads, weak) => reads.helpfulModules(weak),
    }),
  },
  questions: ({ facts: { look } }) =>
    look ? { ...(look.before && { again: again(look) }), ...ten(look) } : {},
  ends: ({ answers, facts: { look } }) => {
    if (look === null) return { say: [{ text: say('self-check.not-yours') }] };
    if (look && answers.again === 'no')
      return { say: [{ text: say('self-check.kept', { year: look.year }), choices: [shelf] }] };
    return undefined;
  },
  finish: ({ answers, facts: { look, help = [] } }) => {
    if (!look) return { say: [] };
    const check = skillAnswers(answers, selfCheckOf(look.position));
    return {
      say: [
        {
          text: thanks(check, help, look.year),
          choices: [...help.map(moduleChoice), shelf],
          columns: 1,
        },
      ],
      effects: [{ do: 'self-check.answer', answers: check }],
    };
  },
  draft: ({ answers }) => (Object.keys(answers).length > 0 ? say('self-check.draft') : undefined),
});
