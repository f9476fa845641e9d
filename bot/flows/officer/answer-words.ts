import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { AnswerShape } from '../../domain/answer-shape.ts';
import { localDate } from '../../domain/local-date.ts';
import { type AnswerTemplate, blanksIn, dayInTemplate, fillBlanks } from '../../domain/template.ts';
import type { CaseView } from '../../reads.ts';

/** What an answer is made of: own words or a template's, and what fills its blanks. */
export type Wording = {
  shape: AnswerShape['shape'];
  date: string;
  words: string;
  day: string;
  place: string;
  reason: string;
};

const least = 5;
const most = 1000;

/** What is wrong with words that came with a command or a reply, which no question has read. */
export const wordsFault = (said: string | undefined): Text | undefined => {
  if (said === undefined) return undefined;
  if ([...said].length > most) return say('words.long', { max: most });
  return [...said.trim()].length < least ? say('words.short') : undefined;
};

/** The words of an answer: the officer's own, or a template of that shape by tap. */
export const wordsQuestion = (
  shape: AnswerShape['shape'] | undefined,
  templates: readonly AnswerTemplate[],
): Question<string> => {
  const fitting = templates.filter((one) => one.shape === shape);
  const choices = [
    ...fitting.map(({ key, label }) => ({ id: `t-${key}`, label: literal(label) })),
    { id: 'cancel', label: say('button.cancel') },
  ];
  const typed = words(
    { text: say(shape === 'cannot' ? 'answer.because' : 'answer.words'), choices },
    { min: least, max: most, title: say('button.part.words') },
  );
  return {
    ...typed,
    hear: {
      ...typed.hear,
      choice: ({ id }) => {
        const chosen = fitting.find(({ key }) => id === `t-${key}`);
        return chosen ? { answer: chosen.words } : { again: say('again.choose') };
      },
    },
  };
};

/** One blank of a template: as the officer says it, or what we know already by tap. */
const blank = (ask: Reply, known?: string): Question<string> => {
  const typed = words(
    { ...ask, ...(known && { choices: [{ id: 'known', label: literal(known) }] }) },
    { min: 3, max: 200 },
  );
  return {
    ...typed,
    hear: { ...typed.hear, choice: () => (known ? { answer: known } : { again: say('again.choose') }) },
  };
};

/** What a template leaves open and nobody has said yet: at most a day, a place and a reason, asked one after the other. */
export const blankQuestions = (
  { words: said = '', date }: Partial<Wording>,
  view: CaseView | null | undefined,
  { now, city }: Moment,
): { day?: Question<string>; place?: Question<string>; reason?: Question<string> } => {
  const open = blanksIn(said);
  const today = dayInTemplate(localDate(now, city.agency.zone));
  return {
    ...(open.includes('tanggal') && !date && { day: blank({ text: say('answer.blank.day') }, today) }),
    ...(open.includes('tempat') && {
      place: blank({ text: say('answer.blank.place') }, view?.place ?? undefined),
    }),
    ...(open.includes('alasan') && { reason: blank({ text: say('answer.blank.reason') }) }),
  };
};

/** The words as the citizen will read them. */
export const worded = (
  { words: said = '', date, day, place, reason }: Partial<Wording>,
  view: CaseView | null | undefined,
): string =>
  fillBlanks(said, {
    tanggal: date ? dayInTemplate(date) : day,
    tempat: place,
    alasan: reason,
    nama_dinas: view?.unit,
    tiket: view?.ticket,
  });
