import { control } from './control.ts';
import type { AnyForm } from './form.ts';
import type { HeardTurn, Said } from './heard.ts';
import type { Content } from './inbound.ts';
import { beginsSeveral, matchChoice } from './match-choice.ts';
import type { Moment } from './moment.ts';
import { choicesOf } from './next-step.ts';
import { openQuestion, type Questions, questionsOf, withAnswer } from './open-question.ts';
import type { Heard, Question } from './question.ts';
import { say, type Text } from './reply.ts';
import type { Talk } from './talk.ts';
import type { Tongue } from './tongue.ts';
import { turnedPage } from './turned-page.ts';

/** A second text so soon after the first, which answers nothing, is the rest of the first (milliseconds). */
const splitWithin = 20_000;

type Reader = (content: Content) => Heard<Talk['answers'][string]>;
const reader = (question: Question, kind: Content['kind']) => question.hear[kind] as Reader | undefined;

const taken = (talk: Talk, name: string, heard: Heard<Talk['answers'][string]>, words?: number): HeardTurn =>
  'again' in heard
    ? { kind: 'again', text: heard.again }
    : {
        kind: 'answered',
        talk: {
          ...withAnswer(talk, name, heard.answer),
          ...(words && { words: { question: name, at: words } }),
        },
        ...(heard.note && { note: heard.note }),
      };

/** More of an answer that came in pieces: the second photo of an album, the rest of a split sentence. */
const addedTo = (questions: Questions, talk: Talk, name: string, content: Content): HeardTurn | undefined => {
  const old = talk.answers[name];
  const more = questions[name]?.more?.[content.kind] as
    | ((old: Talk['answers'][string], content: Content) => Heard<Talk['answers'][string]>)
    | undefined;
  if (old === undefined || !more) return undefined;
  const heard = more(old, content);
  if ('again' in heard) return { kind: 'again', text: heard.again };
  return {
    kind: 'answered',
    talk: { ...talk, answers: { ...talk.answers, [name]: heard.answer } },
    ...(heard.note && { note: heard.note }),
  };
};

/** What came before it was asked, or again: the first open slot that takes it, else more of an answer, else in its place. */
const early = (questions: Questions, talk: Talk, content: Content): HeardTurn | undefined => {
  const takers = Object.entries(questions).filter(([, question]) => reader(question, content.kind));
  const open = takers.find(([name]) => talk.answers[name] === undefined);
  const name = (open ?? takers[0])?.[0];
  if (!name) return undefined;
  if (!open) {
    const added = addedTo(questions, talk, name, content);
    if (added) return added;
  }
  return taken(talk, name, reader(questions[name] as Question, content.kind)?.(content) as Heard<string>);
};

/** A photo's caption is the description, when that is still missing. */
const withCaption = (questions: Questions, heard: HeardTurn, content: Content, at: number): HeardTurn => {
  if (heard.kind !== 'answered' || content.kind !== 'photo' || !content.caption) return heard;
  const words = Object.keys(questions)[0];
  const question = words === undefined ? undefined : questions[words];
  if (!words || !question?.hear.text || heard.talk.answers[words] !== undefined) return heard;
  const read = question.hear.text({ kind: 'text', text: content.caption });
  if ('again' in read) return heard;
  return {
    ...heard,
    talk: { ...withAnswer(heard.talk, words, read.answer), words: { question: words, at } },
  };
};

const hearText = (
  form: AnyForm,
  questions: Questions,
  talk: Talk,
  text: string,
  moment: Moment,
  tongue: Tongue,
): HeardTurn => {
  const choices = choicesOf(form, talk, moment);
  const chosen =
    (tongue.word(text) === 'skip' ? choices.find(({ id }) => id.endsWith(':skip')) : undefined) ??
    matchChoice(text, choices, tongue);
  if (chosen) {
    const [, question = '', choice = ''] = chosen.id.split(':');
    const said: Said = { press: { question, choice } };
    return control(form, talk, said, moment, tongue) ?? hear(form, talk, said, moment, tongue);
  }
  const page = turnedPage(text, talk, choices, tongue);
  if (page !== undefined) return { kind: 'shows', talk: { ...talk, page } };
  const now = moment.now.getTime();
  const open = openQuestion(questions, talk);
  const asked = talk.asked?.startsWith('$') ? undefined : open;
  const read = asked ? questions[asked]?.hear.text : undefined;
  if (asked && read) return taken(talk, asked, read({ kind: 'text', text }), now);
  if (beginsSeveral(text, choices, tongue)) return { kind: 'again', text: say('again.choose') };
  const waiting = Object.entries(questions).find(
    ([name, question]) => question.more?.text && question.hear.text && talk.answers[name] === undefined,
  );
  if (waiting?.[1].hear.text)
    return taken(talk, waiting[0], waiting[1].hear.text({ kind: 'text', text }), now);
  const { words } = talk;
  const justSaid =
    words && Object.keys(talk.answers).at(-1) === words.question && now - words.at <= splitWithin;
  if (justSaid) {
    const added = addedTo(questions, talk, words.question, { kind: 'text', text });
    if (added?.kind === 'answered')
      return { ...added, note: say('words.joined'), talk: { ...added.talk, words: { ...words, at: now } } };
  }
  return { kind: 'again', text: say(choices.length > 0 ? 'again.choose' : 'again') };
};

/** Nobody is left guessing whether a voice note was listened to. */
const unheard = ({ kind }: Content): Text =>
  say(kind === 'voice' || kind === 'video' ? `unsupported.${kind}` : 'again');

/** Reads what was said as an answer: to the open question, or to whichever question takes it. */
export const hear = (form: AnyForm, talk: Talk, said: Said, moment: Moment, tongue: Tongue): HeardTurn => {
  const questions = questionsOf(form, talk, moment);
  if ('press' in said) {
    const { question, choice } = said.press;
    const heard = questions[question]?.hear.choice?.({ kind: 'choice', id: choice });
    return heard ? taken(talk, question, heard) : { kind: 'old', toast: say('old-button') };
  }
  const { content } = said;
  if (content.kind === 'text') return hearText(form, questions, talk, content.text, moment, tongue);
  const open = openQuestion(questions, talk);
  const asked = open && questions[open];
  if (content.kind === 'unsupported' && !(asked && reader(asked, content.kind)))
    return { kind: 'again', text: say(`unsupported.${content.what}`) };
  const heard =
    open && asked && reader(asked, content.kind)
      ? taken(talk, open, reader(asked, content.kind)?.(content) as Heard<string>)
      : early(questions, talk, content);
  if (!heard) return { kind: 'again', text: unheard(content) };
  return withCaption(questions, heard, content, moment.now.getTime());
};
