import type { AnyForm } from './form.ts';
import type { HeardTurn, Said } from './heard.ts';
import type { Moment } from './moment.ts';
import { askingOf, openQuestion, questionsOf, withoutAnswer } from './open-question.ts';
import { say } from './reply.ts';
import { own, type Talk } from './talk.ts';
import type { Tongue } from './tongue.ts';

const gone: HeardTurn = {
  kind: 'gone',
  say: [{ text: say('cancel.done'), choices: [{ id: 'go:menu', label: say('button.menu') }] }],
};

/** Takes back the last answer. At the beginning there is nothing to take back, and the question is asked again. */
const back = (form: AnyForm, talk: Talk, moment: Moment): HeardTurn => {
  const questions = questionsOf(form, talk, moment);
  const last = Object.keys(talk.answers)
    .filter((name) => name in questions)
    .at(-1);
  const { asked: _, page: __, ...rest } = talk;
  return { kind: 'shows', talk: last ? withoutAnswer(rest, last) : rest };
};

/** Cancelling asks first, unless nothing was said yet. */
const cancel = (talk: Talk): HeardTurn =>
  Object.keys(talk.answers).length === 0 ? gone : { kind: 'shows', talk: { ...talk, asked: own.cancel } };

const answerToOwn = (
  form: AnyForm,
  talk: Talk,
  question: string,
  choice: string,
  moment: Moment,
): HeardTurn => {
  const { asked: _, page: __, ...rest } = talk;
  if (question === own.cancel) return choice === 'yes' ? gone : { kind: 'shows', talk: rest };
  if (question === own.change) {
    const questions = questionsOf(form, talk, moment);
    if (!(choice in questions)) return { kind: 'shows', talk: rest };
    return { kind: 'shows', talk: { ...withoutAnswer(rest, choice), wanted: choice } };
  }
  switch (choice) {
    case 'send':
      return { kind: 'sent' };
    case 'change':
      return { kind: 'shows', talk: { ...talk, asked: own.change } };
    default:
      return cancel(talk);
  }
};

/**
 * What steers a conversation rather than answering it: back, again, cancel, the summary's buttons, turning a page, and
 * buttons of questions that are no longer open. `undefined` means: this is an answer.
 */
export const control = (
  form: AnyForm,
  talk: Talk,
  said: Said,
  moment: Moment,
  tongue: Tongue,
): HeardTurn | undefined => {
  if ('press' in said) {
    const { question, choice } = said.press;
    const open = openQuestion(questionsOf(form, talk, moment), talk);
    const standing = talk.asked ?? open;
    if (question !== standing) return { kind: 'old', toast: say('old-button') };
    if (choice.startsWith('~'))
      return { kind: 'shows', talk: { ...talk, page: Number(choice.slice(1)) || 0 } };
    if (choice === 'back') return back(form, talk, moment);
    if (choice === 'cancel' && question !== own.review) return cancel(talk);
    if (question === own.review && open === undefined && choice === 'send') return { kind: 'sent' };
    return question.startsWith('$') ? answerToOwn(form, talk, question, choice, moment) : undefined;
  }
  if (said.content.kind !== 'text') return undefined;
  switch (tongue.word(said.content.text)) {
    case 'back':
      return talk.asked === own.change
        ? answerToOwn(form, talk, own.change, own.review, moment)
        : back(form, talk, moment);
    case 'again':
      return { kind: 'shows', talk };
    case 'cancel':
      return cancel(talk);
    default:
      return undefined;
  }
};

/** Whether a draft is worth keeping when another conversation begins: the form says so, else any answer is. */
export const isDraft = (form: AnyForm, talk: Talk, moment: Moment): boolean =>
  form.draft ? form.draft(askingOf(talk, moment)) !== undefined : Object.keys(talk.answers).length > 0;
