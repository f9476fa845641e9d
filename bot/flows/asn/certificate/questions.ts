import type { Moment } from '../../../conversation/moment.ts';
import type { Question } from '../../../conversation/question.ts';
import { optional } from '../../../conversation/questions/optional.ts';
import { words } from '../../../conversation/questions/words.ts';
import { literal, say, type Text } from '../../../conversation/reply.ts';
import { isLocalDate, localDate } from '../../../domain/local-date.ts';
import { readPastDate } from '../../../domain/read-past-date.ts';
import type { CertifiedTraining } from '../../../domain/training/certificate-view.ts';
import { readJp } from '../../../domain/training/jp.ts';
import { readTrainingForm } from '../../../domain/training/read-training-form.ts';
import { jpWords } from '../../../domain/training/short-title.ts';
import { type TrainingForm, trainingForms } from '../../../domain/training/training-form.ts';
import { wordsOf } from '../../../domain/words.ts';
import { other, typedTitle } from './answers.ts';

/** One photo; one that comes later takes its place. It is shown from a picture alone, so files are told how to become one. */
export const photoQuestion: Question<string[]> = {
  ask: { text: say('certificate.photo') },
  hear: {
    photo: ({ media }) => ({ answer: [media], note: say('certificate.photo.got') }),
    unsupported: ({ what }) => ({
      again: say(what === 'document' ? 'certificate.photo.file' : `unsupported.${what}`),
    }),
  },
  more: { photo: (_, { media }) => ({ answer: [media], note: say('certificate.photo.last') }) },
  valid: (value) => Array.isArray(value) && value.length === 1 && typeof value[0] === 'string',
  title: say('button.certificate.photo'),
};

/** A line that is complete as it was sent: what follows soon after is no rest of it. */
const line = (text: Text, title: Text, [min, max]: readonly [number, number]): Question<string> => {
  const { more: _, ...question } = words({ text }, { min, max, title });
  return question;
};

export const titleQuestion = line(say('certificate.title'), say('button.certificate.title'), [5, 200]);

export const providerQuestion = line(
  say('certificate.provider'),
  say('button.certificate.provider'),
  [3, 160],
);

/** One's own trainings by tap or by words of their titles; any other title is another training's. */
export const ofQuestion = (trainings: readonly CertifiedTraining[]): Question<string> => {
  const known = (of: unknown) => of === other || trainings.some(({ code }) => code === of);
  return {
    ask: {
      text: say('certificate.of'),
      columns: 1,
      choices: [
        ...trainings.map(({ code, title }) => ({ id: code, label: literal(title) })),
        { id: other, label: say('button.certificate.other') },
      ],
    },
    hear: {
      choice: ({ id }) => (known(id) ? { answer: id } : { again: say('again.choose') }),
      text: (content) => {
        const said = wordsOf(content.text);
        const [only, ...more] = trainings.filter(({ title }) => {
          const named = wordsOf(title);
          return said.length > 0 && said.every((word) => named.includes(word));
        });
        if (only && more.length === 0) return { answer: only.code };
        if (only) return { again: say('again.choose') };
        const heard = titleQuestion.hear.text?.(content) ?? { again: say('again.choose') };
        return 'answer' in heard ? { answer: `=${heard.answer}` } : heard;
      },
    },
    valid: (value) => typeof value === 'string' && (known(value) || typedTitle(value) !== undefined),
    title: say('button.certificate.of'),
  };
};

/** What people send most often stands first. */
const usualForms: readonly TrainingForm[] = [
  'bimtek',
  'seminar',
  'workshop',
  'e_learning',
  'teknis',
  'sosialisasi',
];

const formsInOrder = [...usualForms, ...trainingForms.filter((form) => !usualForms.includes(form))];

const isForm = (value: unknown): value is TrainingForm => formsInOrder.some((form) => form === value);

export const formQuestion: Question<TrainingForm> = {
  ask: {
    text: say('certificate.form'),
    choices: formsInOrder.map((form) => ({ id: form, label: say(`training.form.${form}`) })),
  },
  hear: {
    choice: ({ id }) => (isForm(id) ? { answer: id } : { again: say('again.choose') }),
    text: ({ text }) => {
      const form = readTrainingForm(text);
      return form ? { answer: form } : { again: say('certificate.form.unclear') };
    },
  },
  valid: isForm,
  title: say('button.certificate.form'),
};

/** Hours as they are printed; those of a known training stand as a tap. */
export const jpQuestion = (training: Pick<CertifiedTraining, 'jp'> | undefined): Question<number> => ({
  ask: training
    ? {
        text: say('certificate.jp.offer', { jp: jpWords(training.jp) }),
        choices: [{ id: 'same', label: say('button.certificate.same-jp') }],
      }
    : { text: say('certificate.jp') },
  hear: {
    choice: ({ id }) =>
      training && id === 'same' ? { answer: training.jp } : { again: say('again.choose') },
    text: ({ text }) => {
      const answer = readJp(text);
      return answer === undefined ? { again: say('certificate.jp.unclear') } : { answer };
    },
  },
  valid: (value) => typeof value === 'number' && Number.isSafeInteger(value),
  title: say('button.certificate.jp'),
});

/** The day on the paper: as people write it, today, or the last day of the training. */
export const dateQuestion = (
  { now, city }: Moment,
  training: Pick<CertifiedTraining, 'endsOn'> | undefined,
): Question<string> => {
  const today = localDate(now, city.agency.zone);
  const ended = training?.endsOn && training.endsOn < today ? training.endsOn : undefined;
  const days: { [id: string]: string | undefined } = { today, last: ended };
  return {
    ask: {
      text: ended
        ? say('certificate.date.after', { date: { date: ended, year: true } })
        : say('certificate.date'),
      choices: [
        ...(ended ? [{ id: 'last', label: say('button.certificate.last-day') }] : []),
        { id: 'today', label: say('button.certificate.today') },
      ],
    },
    hear: {
      choice: ({ id }) => {
        const answer = days[id];
        return answer ? { answer } : { again: say('again.choose') };
      },
      text: ({ text }) => {
        const answer = readPastDate(text, today);
        return answer ? { answer } : { again: say('certificate.date.unclear') };
      },
    },
    valid: (value) => typeof value === 'string' && isLocalDate(value),
    title: say('button.certificate.date'),
  };
};

export const numberQuestion: Question<string | null> = optional(
  line(say('certificate.number'), say('button.certificate.number'), [1, 200]),
);
