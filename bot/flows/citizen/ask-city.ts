import { fact, form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { words } from '../../conversation/questions/words.ts';
import { type Choice, literal, say } from '../../conversation/reply.ts';
import { dangerIn } from '../../domain/danger.ts';
import type { Answered, Known, KnownOffice } from '../../domain/known-answer.ts';
import { knownReply } from './known-reply.ts';

/** One of what is offered by its kind and code, *send* to an officer, or a question in other words. */
type Chosen = string | { words: string };
type Answers = { words: string; which: Chosen };
type Facts = { found: Answered };

/** A question longer than this is a story, and more than an officer's letter holds. */
const longest = 1000;
/** So much of it is repeated to whoever asked. */
const repeated = 160;

const plain = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed();

const wordsQuestion = words(
  { text: say('ask-city'), choices: [{ id: 'cancel', label: say('button.cancel') }] },
  { min: 2, max: longest },
);

const idOf = ({ kind, code }: Known): string => `${kind.slice(0, 1)}-${code}`;

const toOfficer: Choice = { id: 'send', label: say('button.to-officer') };

/** Things as choices; of two with one name each service says its office. */
const choicesOf = (known: readonly Known[]): Choice[] =>
  known.map((one) => {
    const twice = known.filter(({ name }) => name === one.name).length > 1;
    return {
      id: idOf(one),
      label: literal(twice && one.kind === 'service' ? `${one.name} (${one.unit})` : one.name),
    };
  });

const short = (text: string): string => {
  const letters = [...text];
  return letters.length > repeated ? `${letters.slice(0, repeated).join('')}…` : text;
};

/** What may be meant, or that nothing is known; either way an officer can be asked, and other words are a new question. */
const whichQuestion = ({ known }: Answered, asked: string): Question<Chosen> => {
  const question = pick<string>(
    known.length > 0
      ? { text: say('ask-city.near'), choices: [...choicesOf(known), toOfficer], columns: 1 }
      : {
          text: say('ask-city.unknown', { words: literal(short(asked)) }),
          choices: [toOfficer, { id: 'other', label: say('button.ask-other') }],
        },
  );
  return {
    ask: question.ask,
    hear: {
      ...question.hear,
      text: (content) => {
        const heard = wordsQuestion.hear.text?.(content) ?? { again: say('again') };
        return 'answer' in heard ? { answer: { words: heard.answer } } : heard;
      },
    },
    valid: question.valid,
  };
};

const chosenOf = (which: Chosen | undefined, { sure, known }: Answered): Known | undefined =>
  sure ? known[0] : known.find((one) => idOf(one) === which);

/** Offices as such have no name: their common hours and the city's own address. */
const ofTheCity = ({ vague, aspects }: Answered): boolean =>
  vague &&
  aspects.length > 0 &&
  aspects.every((one) => one === 'hours' || one === 'place' || one === 'phone');

const cityAsOffice = ({ city: { agency } }: Moment): KnownOffice => ({
  kind: 'office',
  code: '',
  name: agency.name,
  phone: agency.settings.contact.phone,
  address: agency.settings.contact.address,
});

/**
 * `/tanya`: answers what somebody checked, what an office said of its service, or where an office is; nothing is guessed.
 * What is not known goes to the officers on duty with the words it was asked in. Danger in them is a report.
 */
export const askCity = form<Answers, Facts>({
  id: 'ask-city',
  starts: (argument) => (plain(argument) ? { words: [...plain(argument)].slice(0, longest).join('') } : {}),
  facts: {
    found: fact<Answers, Answered, string>({
      of: ({ words: asked }) => (asked === undefined || dangerIn(asked) ? undefined : plain(asked)),
      read: (reads, asked) => reads.answersTo(asked),
    }),
  },
  questions: ({ answers: { words: asked = '' }, facts: { found } }) => ({
    words: wordsQuestion,
    ...(found && !found.sure && !ofTheCity(found) && { which: whichQuestion(found, asked) }),
  }),
  check: ({ answers: { words: asked }, facts: { found } }) =>
    asked !== undefined && found?.vague && !ofTheCity(found) ? { words: say('ask-city.of-what') } : {},
  ends: ({ answers: { words: asked, which } }) => {
    if (asked !== undefined && dangerIn(asked))
      return { say: [], next: { form: 'report', answers: { detail: asked } } };
    if (which === 'other') return { say: [], next: { form: 'ask-city' } };
    return which && typeof which === 'object'
      ? { say: [], next: { form: 'ask-city', answers: { words: which.words } } }
      : undefined;
  },
  finish: ({ answers: { words: asked = '', which }, facts: { found }, moment }) => {
    if (found && ofTheCity(found)) return { say: [knownReply(cityAsOffice(moment), moment)] };
    const chosen = found && chosenOf(which, found);
    if (!chosen) return { say: [], next: { form: 'person', answers: { words: asked } } };
    if (chosen.kind !== 'service') return { say: [knownReply(chosen, moment)] };
    return {
      say: [],
      next: { form: 'service', answers: { code: chosen.code, parts: found?.aspects ?? [] } },
    };
  },
  draft: () => undefined,
});
