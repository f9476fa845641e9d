import { fact, form } from '../../conversation/form.ts';
import type { Question } from '../../conversation/question.ts';
import { pick, yesNo } from '../../conversation/questions/pick.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, say, type Text } from '../../conversation/reply.ts';
import type { PublicationView } from '../../domain/public-words.ts';
import { publicPieces, publicWords } from '../../domain/public-words.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type CaseAnswers, startsWithTicket } from './case-form.ts';
import { stepDone } from './case-step.ts';

/** Each photo has a question of its own when they are looked at one by one; a report has no more. */
const nth = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;
type PhotoName = `photo-${(typeof nth)[number]}`;

type Answers = CaseAnswers & { now: 'withdraw' | 'again'; text: string; photos: 'all' | 'none' | 'each' } & {
  [photo in PhotoName]: boolean;
};
type Facts = { seen: PublicationView | null };

const nameOf = (i: number): PhotoName => `photo-${nth[i] ?? 'i'}`;

/** Public words in the reader's language. */
const shownWords = (text: string): Text =>
  text === ''
    ? say('publish.no-words')
    : {
        join: publicPieces(text).map((piece) =>
          typeof piece === 'string' ? literal(piece) : say(`mask.${piece.masked}`),
        ),
        by: '',
      };

/** The words with everything personal masked: to be taken as they are, left out, or written anew. */
const textQuestion = (said: string, ticket: string): Question<string> => {
  const masked = publicWords(said);
  const typed = words(
    {
      text: say('publish.text', { ticket, words: shownWords(masked) }),
      choices: [
        { id: 'as-is', label: say('button.publish.as-is') },
        { id: 'none', label: say('button.publish.no-words') },
      ],
    },
    { min: 5, max: 2000, title: say('button.part.words') },
  );
  return {
    ...typed,
    hear: {
      text: (content) => {
        const heard = typed.hear.text?.(content) ?? { again: say('again') };
        return 'answer' in heard ? { answer: publicWords(heard.answer) } : heard;
      },
      choice: ({ id }) => ({ answer: id === 'as-is' ? masked : '' }),
    },
  };
};

const photosQuestion = (count: number) =>
  pick<Answers['photos']>(
    {
      text: say('publish.photos', { count }),
      choices: [
        { id: 'all', label: say('button.publish.all') },
        { id: 'each', label: say('button.publish.each') },
        { id: 'none', label: say('button.publish.no-photo') },
      ],
    },
    { title: say('button.part.photos') },
  );

const eachPhoto = ({ photos }: PublicationView): { [photo in PhotoName]?: Question<boolean> } =>
  Object.fromEntries(
    photos
      .slice(0, nth.length)
      .map(({ id }, i) => [nameOf(i), yesNo({ text: say('publish.photo'), media: [{ id, kind: 'photo' }] })]),
  );

const chosen = (answers: Partial<Answers>, { photos }: PublicationView): string[] => {
  if (answers.photos === 'all') return photos.map(({ id }) => id);
  return answers.photos === 'each' ? photos.filter((_, i) => answers[nameOf(i)]).map(({ id }) => id) : [];
};

const liveQuestion = (ticket: string) =>
  pick<Answers['now']>({
    text: say('publish.live', { ticket }),
    choices: [
      { id: 'again', label: say('button.publish.again') },
      { id: 'withdraw', label: say('button.publish.withdraw') },
    ],
  });

/** What everybody may read and see of a report, approved by a person; what masking finds stays masked however it is edited. */
export const publish = form<Answers, Facts>({
  id: 'publish',
  work: true,
  starts: startsWithTicket,
  facts: {
    seen: fact<Answers, PublicationView | null, string>({
      of: ({ ticket }) => ticket,
      read: (reads, ticket) => reads.publication(ticket),
    }),
  },
  sends: say('button.publish'),
  questions: ({ answers, facts: { seen }, moment }) => ({
    ticket: ticketQuestion(moment),
    ...(seen?.live && { now: liveQuestion(answers.ticket ?? '') }),
    ...(seen &&
      answers.now !== 'withdraw' && {
        ...(seen.words !== '' && { text: textQuestion(seen.words, answers.ticket ?? '') }),
        ...(seen.photos.length > 0 && { photos: photosQuestion(seen.photos.length) }),
        ...(answers.photos === 'each' && eachPhoto(seen)),
      }),
  }),
  ends: ({ answers: { ticket = '' }, facts: { seen } }) => {
    if (seen === undefined) return undefined;
    if (seen === null) return { say: [{ text: say('publish.not-yours', { ticket }) }] };
    if (seen.words !== '' || seen.photos.length > 0) return undefined;
    return { say: [{ text: say('publish.nothing', { ticket }) }] };
  },
  review: ({ answers, facts: { seen } }) =>
    seen && answers.now !== 'withdraw'
      ? {
          text: say('publish.review', {
            ticket: answers.ticket ?? '',
            words: shownWords(answers.text ?? ''),
            count: chosen(answers, seen).length,
          }),
          ...(seen.waiting > 0 && { note: say('publish.waiting', { count: seen.waiting }) }),
        }
      : undefined,
  finish: ({ answers, facts: { seen }, moment: { city } }) => {
    const { ticket = '', now, text } = answers;
    if (!seen) return { say: [] };
    const photos = chosen(answers, seen);
    const nothing = now === 'withdraw' || (!text && photos.length === 0);
    return {
      say: [
        nothing
          ? stepDone('publish.none.done', { ticket, sensitive: false })
          : stepDone(
              'publish.done',
              { ticket, sensitive: false },
              { link: literal(`${city.publicUrl}/lacak/${ticket}`) },
            ),
      ],
      effects: [
        {
          do: 'report.publish',
          ticket,
          words: nothing ? null : (text ?? null),
          photos: nothing ? [] : photos,
        },
      ],
    };
  },
  draft: () => undefined,
});
