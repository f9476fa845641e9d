import { fact, form } from '../../conversation/form.ts';
import type { Question } from '../../conversation/question.ts';
import { say } from '../../conversation/reply.ts';
import type { PinLook } from '../../domain/pin.ts';
import { readPin } from '../../domain/pin.ts';
import { type Guarded, type GuardFacts, pinEnds, pinLook, pinQuestion } from './pin-guard.ts';

type Answers = Guarded & { fresh: string };
type Facts = GuardFacts & { standing: PinLook };

const freshQuestion: Question<string> = {
  ask: { text: say('pin.new'), choices: [{ id: 'cancel', label: say('button.cancel') }] },
  hear: {
    text: ({ text }) => {
      const read = readPin(text);
      return 'pin' in read ? { answer: read.pin } : { again: say(`pin.fault.${read.fault}`) };
    },
  },
  valid: (value) => typeof value === 'string' && 'pin' in readPin(value),
};

/** `/pin`: four digits that guard a contact's sensitive threads on a shared phone. Changing them takes the old ones. */
export const pin = form<Answers, Facts>({
  id: 'pin',
  facts: {
    standing: fact<Answers, PinLook, true>({ of: () => true, read: (reads) => reads.lookAtPin(null) }),
    pinLook,
  },
  questions: ({ facts: { standing } }) => ({
    ...(standing?.guard && { pin: pinQuestion(say('pin.old')) }),
    fresh: freshQuestion,
  }),
  ends: ({ answers, facts, moment }) =>
    pinEnds(facts.standing?.guard, { pin: answers.pin, look: facts.pinLook, again: 'go:pin', moment }),
  finish: ({ answers: { pin: old, fresh = '' } }) => ({
    say: [{ text: say('pin.done'), choices: [{ id: 'go:menu', label: say('button.menu') }] }],
    effects: [{ do: 'pin.set', pin: fresh, ...(old && { old }) }],
  }),
  draft: () => undefined,
});
