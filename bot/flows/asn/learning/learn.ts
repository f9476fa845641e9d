import { type Finish, fact, form } from '../../../conversation/form.ts';
import { authored, type Reply, say } from '../../../conversation/reply.ts';
import { localDate } from '../../../domain/local-date.ts';
import { newModuleNumber } from '../../../domain/modules/certificate-number.ts';
import type { LearnLook } from '../../../domain/modules/module-reads.ts';
import { yearOf } from '../../../domain/training/certificate.ts';
import type { Effect } from '../../../effects.ts';
import { resultReplies } from './result.ts';
import { onward, pause, screenReply } from './screen.ts';

type Answers = { press: string };
type Facts = { look: LearnLook | 'none' | 'gone' };

/** What cannot be learnt (any more). */
export const refused = (look: 'none' | 'gone'): Finish => ({
  say: [
    look === 'none'
      ? { text: say('learn-shelf.staff-only') }
      : {
          text: say('learn.gone'),
          choices: [{ id: 'go:learn-shelf', label: say('button.learn') }],
        },
  ],
  rests: true,
});

/** What was done is written with the answer; a module that came to its end with it gives its certificate. */
const effectsOf = ({ module, deed, result }: LearnLook, fresh: string): Effect[] => {
  const certificate = result?.passed && result.certificate === null ? fresh : null;
  switch (deed?.is) {
    case 'step':
      return [{ do: 'learn.step', module, step: deed.step, certificate }];
    case 'answer': {
      const { question, choice, choices, attempt } = deed;
      return [{ do: 'learn.answer', module, question, choice, choices, attempt, certificate }];
    }
    case 'again':
      return [{ do: 'learn.again', module, from: deed.from, attempt: deed.attempt }];
    case undefined:
      return certificate === null ? [] : [{ do: 'learn.result', module, certificate }];
    default:
      return deed satisfies never;
  }
};

/** Why an answer was right or wrong, and what a choice led to: said before anything else. */
const consequences = ({ module, deed, consequence, result }: LearnLook): Reply[] => {
  const explained =
    deed?.is === 'answer'
      ? [say(deed.right ? 'recall.right' : 'recall.wrong', { reason: authored(deed.why) })]
      : [];
  const led = consequence === null ? [] : [authored(consequence)];
  return [
    ...led.map((text) => ({ text })),
    ...explained.map((text) => ({ text, ...(!result && { choices: [onward(module), pause(module)] }) })),
  ];
};

const noted = ([first, ...rest]: readonly Reply[], { old }: LearnLook): Reply[] =>
  first && old ? [{ ...first, note: say('learn.old') }, ...rest] : [...(first ? [first] : []), ...rest];

/**
 * A module in small screens, each with its own buttons and nothing that waits: what is done stands in the database, so that
 * somebody goes on after three days or in the midst of anything else, by a button however old.
 */
export const learn = form<Answers, Facts>({
  id: 'learn',
  work: true,
  starts: (argument) => ({ press: argument.trim() }),
  facts: {
    look: fact<Answers, Facts['look'], string>({
      of: ({ press }) => press ?? '',
      read: (reads, press) => reads.learn(press),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { look = 'gone' }, moment: { now, city, random } }) => {
    if (typeof look === 'string') return refused(look);
    const { module, screen, result, deed } = look;
    const fresh = newModuleNumber(yearOf(localDate(now, city.agency.zone)), random);
    const { publicUrl } = city;
    const replies = [
      ...consequences(look),
      ...(screen ? [screenReply(module, screen)] : []),
      ...(result ? resultReplies(look, result, { just: deed !== null, fresh, publicUrl }) : []),
    ];
    return { say: noted(replies, look), effects: effectsOf(look, fresh), rests: true };
  },
  draft: () => undefined,
});
