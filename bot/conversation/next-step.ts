import type { AnyForm, Finish } from './form.ts';
import type { Moment } from './moment.ts';
import { askingOf, openQuestion, questionsOf, withoutAnswer } from './open-question.ts';
import { type Choice, type Reply, say, type Text } from './reply.ts';
import type { Turn } from './take-turn.ts';
import { own, type Talk } from './talk.ts';

type Step = Pick<Turn, 'talk' | 'say' | 'effects' | 'next' | 'rests'>;

const noted = (reply: Reply, note: Text | undefined): Reply => {
  if (!note) return reply;
  return { ...reply, note: reply.note ? { join: [note, reply.note], by: '\n' } : note };
};

/** Two misunderstandings in a row: the way out stands under the question. */
const waysOut = [
  { id: 'go:menu', label: say('button.menu') },
  { id: 'go:person', label: say('button.person') },
] as const;

const ask = (talk: Talk, name: string, reply: Reply, note?: Text): Step => {
  const prefix = `${talk.tag}:${name}:`;
  const choices = reply.choices?.map((choice) =>
    choice.id.startsWith('go:') ? choice : { ...choice, id: prefix + choice.id },
  );
  const lost = (talk.misses ?? 0) >= 2;
  const offered = lost ? [...(choices ?? []), ...waysOut] : choices;
  const { keys: _, ...rest } = talk;
  return {
    talk: { ...rest, asked: name, ...(reply.request && { keys: true as const }) },
    say: [
      {
        ...noted(reply, note),
        ...(offered && { choices: offered }),
        ...(talk.page !== undefined && { page: talk.page }),
      },
    ],
    effects: [],
  };
};

const ended = ({ say: said, effects, next, rests }: Finish, note?: Text): Step => {
  const [first, ...rest] = said;
  return {
    talk: null,
    say: first ? [noted(first, note), ...rest] : [],
    effects: effects ?? [],
    ...(next && { next }),
    ...(rests && { rests }),
  };
};

/** What can be changed: every answered question that has a name of its own. */
const changeQuestion = (form: AnyForm, talk: Talk, moment: Moment): Reply => {
  const questions = questionsOf(form, talk, moment);
  const named = Object.entries(questions).flatMap(([id, question]) =>
    question.title && (question.volunteer || talk.answers[id] !== undefined)
      ? [{ id, label: question.title }]
      : [],
  );
  return { text: say('change.ask'), choices: [...named, { id: own.review, label: say('button.back') }] };
};

const cancelQuestion: Reply = {
  text: say('cancel.ask'),
  choices: [
    { id: 'yes', label: say('button.cancel-yes') },
    { id: 'no', label: say('button.cancel-no') },
  ],
};

const reviewed = (reply: Reply, sends: Text = say('button.send')): Reply => ({
  ...reply,
  columns: 3,
  choices: [
    { id: 'send', label: sends },
    { id: 'change', label: say('button.change') },
    { id: 'cancel', label: say('button.cancel') },
  ],
});

/**
 * Where a conversation goes from here: refused answers are asked again with the reason, an early end ends, the first
 * open question is asked, and when none is open the summary is shown or, once sent, the form finishes.
 */
export const nextStep = (form: AnyForm, talk: Talk, moment: Moment, note?: Text, sent = false): Step => {
  const early = form.ends?.(askingOf(talk, moment));
  if (early) return ended(early, note);
  const refusals = Object.entries(form.check?.(askingOf(talk, moment)) ?? {});
  const refused = refusals.find(([name]) => talk.answers[name] !== undefined);
  if (refused) return nextStep(form, withoutAnswer(talk, refused[0]), moment, refused[1]);

  if (talk.asked === own.cancel && !sent) return ask(talk, own.cancel, cancelQuestion, note);
  const questions = questionsOf(form, talk, moment);
  const open = openQuestion(questions, talk);
  if (open) return ask(talk, open, questions[open]?.ask as Reply, note);
  if (talk.asked === own.change && !sent)
    return ask(talk, own.change, changeQuestion(form, talk, moment), note);
  const review = sent ? undefined : form.review?.(askingOf(talk, moment));
  if (review) return ask(talk, own.review, reviewed(review, form.sends), note);
  return ended(form.finish(askingOf(talk, moment)), note);
};

/** All that is offered where the conversation stands, in the order of its numbers. */
export const offeredIn = (form: AnyForm, talk: Talk, moment: Moment): readonly Choice[] =>
  nextStep(form, talk, moment).say[0]?.choices ?? [];

/** The choices of the question that stands open, without the doors to elsewhere: for reading what was typed. */
export const choicesOf = (form: AnyForm, talk: Talk, moment: Moment): readonly Choice[] =>
  offeredIn(form, talk, moment).filter(({ id }) => !id.startsWith('go:'));
