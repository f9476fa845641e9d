import { fact, form } from '../../conversation/form.ts';
import type { Question } from '../../conversation/question.ts';
import { say } from '../../conversation/reply.ts';
import { judgeTries, readCode } from '../../domain/activation-code.ts';
import type { CodeLook } from '../../reads.ts';

type Answers = { code: string };
type Facts = { look: CodeLook };

const hourMs = 3_600_000;

const codeQuestion: Question<string> = {
  ask: { text: say('link.ask'), choices: [{ id: 'cancel', label: say('button.cancel') }] },
  hear: {
    text: ({ text }) => {
      const code = readCode(text);
      return code ? { answer: code } : { again: say('link.unclear') };
    },
  },
  valid: (value) => typeof value === 'string' && readCode(value) !== undefined,
};

/**
 * Binds a chat to an employee by the code that the personnel office handed over on paper (`reliability.md` section 6). A
 * NIP proves nothing. Wrong, used, burned and expired codes get one and the same answer; every try counts.
 */
export const link = form<Answers, Facts>({
  id: 'link',
  starts: (argument) => {
    const code = readCode(argument);
    return code ? { code } : {};
  },
  facts: {
    look: fact<Answers, CodeLook, string>({
      of: ({ code }) => code,
      read: (reads, code) => reads.lookAtCode(code),
    }),
  },
  questions: () => ({ code: codeQuestion }),
  ends: ({ answers: { code }, facts: { look }, moment: { now } }) => {
    if (!code || !look) return undefined;
    const tries = judgeTries(
      look.tried.map((at) => new Date(at)),
      now,
    );
    if (!tries.may) {
      const hours = Math.ceil((tries.again.getTime() - now.getTime()) / hourMs);
      return { say: [{ text: say('link.wait', { count: hours }) }] };
    }
    if (look.fits) return undefined;
    return { say: [{ text: say('link.no') }], effects: [{ do: 'staff.miss-code', code }] };
  },
  finish: ({ answers: { code = '' } }) => ({
    say: [{ text: say('link.done'), choices: [{ id: 'go:profile', label: say('button.profile') }] }],
    effects: [{ do: 'staff.link', code }],
  }),
});
