import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { CoachingAnswer } from '../../domain/coaching/coaching-answer.ts';
import type { CoachingGoal, CoachingLook } from '../../domain/coaching/coaching-reads.ts';
import type { BeforeAfter, ShownFigure } from '../../domain/coaching/figure.ts';
import { elementName } from '../../domain/skm/elements.ts';
import { shortTitle } from '../../domain/training/short-title.ts';

/** A number with a comma, as the survey prints it. */
const printed = (value: string): Text => literal(value.replace('.', ','));

const shown = (kind: CoachingGoal['kind'], figure: ShownFigure): Text => {
  if (figure === 'hidden') return say('coaching.shown.hidden');
  return say(`coaching.shown.${kind}`, { value: printed(figure.value), count: figure.n });
};

const whatText = ({ kind, element }: CoachingGoal): Text =>
  kind === 'element'
    ? say('coaching.what.element', { label: say(elementName(element)) })
    : say(`coaching.what.${kind}`);

const aimText = ({ kind, aim }: CoachingGoal): Text =>
  kind === 'complaints' && aim === '0'
    ? say('coaching.aim.quiet')
    : say(`coaching.aim.${kind}`, { value: printed(aim) });

const figureText = (goal: CoachingGoal): Text =>
  say('coaching.now', {
    what: whatText(goal),
    days: goal.days,
    date: { date: goal.until },
    value: shown(goal.kind, goal.before),
  });

const moduleText = ({ module }: CoachingGoal): Text =>
  module
    ? say('coaching.module', { title: literal(module.title), minutes: module.minutes })
    : say('coaching.no-module');

/** Why the figure is not to the day; only the survey's is not. */
const surveyNote = ({ kind }: CoachingGoal): Text[] =>
  kind === 'element' ? [say('coaching.survey-note')] : [];

const lines = (...texts: Text[]): Text => ({ join: texts, by: '\n' });

const moduleButton = ({ module }: CoachingGoal): Choice[] =>
  module ? [{ id: `go:learn:${module.code}`, label: say('button.coaching.module') }] : [];

const answerButtons = ({ id }: CoachingGoal, answers: readonly CoachingAnswer[]): Choice[] =>
  answers.map((answer) => ({
    id: `go:coaching:${id} ${answer}`,
    label: say(answer === 'taken' ? 'button.coaching.try' : 'button.coaching.no'),
  }));

/** What the head of an office is told when a figure fell: the figure, a goal, a module that may help, and two ways to answer. */
export const coachingReply = (goal: CoachingGoal): Reply => ({
  text: {
    join: [
      lines(
        say('coaching.title', { unit: literal(goal.unit.name) }),
        figureText(goal),
        aimText(goal),
        moduleText(goal),
        ...surveyNote(goal),
      ),
      say('coaching.ask'),
    ],
    by: '\n\n',
  },
  choices: [...answerButtons(goal, ['taken', 'declined']), ...moduleButton(goal)],
});

/** The same figure so many days later. It tells which stands better and never why; whoever did not take it up hears it as news. */
export const coachingCheckReply = (
  goal: CoachingGoal,
  { day, before, after, now }: { day: number } & BeforeAfter,
): Reply => ({
  text: {
    join: [
      lines(
        say('coaching-check.title', { days: day, unit: literal(goal.unit.name) }),
        say('coaching-check.both', { what: whatText(goal), days: goal.days }),
        say('coaching-check.before', { value: shown(goal.kind, before) }),
        say('coaching-check.after', { value: shown(goal.kind, after) }),
        lineOf(goal, now),
      ),
      lines(say('coaching-check.causes'), ...(goal.answer === 'taken' ? [] : [say('coaching-check.news')])),
    ],
    by: '\n\n',
  },
  choices: [{ id: `go:coaching:${goal.id}`, label: say('button.coaching.look') }],
});

const lineOf = (goal: CoachingGoal, now: BeforeAfter['now']): Text => ({
  join: [say(`coaching-check.${now}`), aimText(goal)],
  by: ' ',
});

/** A proposal as it stands now, for whoever may see it. */
export const coachingCard = (look: CoachingLook): Reply => {
  const { answer, answers, checks, kind, next } = look;
  const state: Text[] = answer === null ? [] : [say(`coaching.${answer}`)];
  const later = checks.map(({ day, after, now }) =>
    say('coaching.check', { days: day, value: shown(kind, after), what: say(`coaching-check.${now}`) }),
  );
  return {
    text: {
      join: [
        lines(
          say('coaching.title', { unit: literal(look.unit.name) }),
          figureText(look),
          aimText(look),
          ...later,
        ),
        lines(moduleText(look), ...surveyNote(look), ...state),
        ...(answer === null && answers.length > 0 ? [say('coaching.ask')] : []),
      ],
      by: '\n\n',
    },
    choices: [
      ...answerButtons(look, answers),
      ...moduleButton(look),
      ...(next === null ? [] : [{ id: `go:coaching:${next}`, label: say('button.coaching.next') }]),
    ],
  };
};

const fromTo = ({ kind, element, days, before, aim }: CoachingGoal) => ({
  what:
    kind === 'element'
      ? say('unit.goal.element', { label: say(elementName(element)) })
      : say(`unit.goal.${kind}`, { days }),
  from: printed(before === 'hidden' ? '–' : before.value),
  to: printed(aim),
});

/** What a goal's button says: its office, and where that has several in the list also of what it is. */
export const goalLabel = (goal: CoachingGoal, listed: readonly CoachingGoal[]): Text => {
  const unit = literal(shortTitle(goal.unit.name, 60));
  const alone = listed.filter((one) => one.unit.name === goal.unit.name).length === 1;
  return alone ? unit : { join: [unit, fromTo(goal).what], by: ': ' };
};

/** An office's goal in one line, for the page of its people. */
export const goalLine = (goal: CoachingGoal): Text => say('unit.goal', fromTo(goal));

/** The same among the goals of several offices. */
export const goalRow = (goal: CoachingGoal): Text =>
  say('goals.line', { unit: literal(shortTitle(goal.unit.name, 60)), ...fromTo(goal) });
