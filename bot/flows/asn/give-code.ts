import { fact, form } from '../../conversation/form.ts';
import type { Question } from '../../conversation/question.ts';
import { literal, say } from '../../conversation/reply.ts';
import { codeLifeHours, newCode } from '../../domain/activation-code.ts';
import { plainId } from '../../domain/nip.ts';
import { mayGiveCode } from '../../domain/permissions/may-give-code.ts';
import type { CodeHolder, StaffDesk } from '../../reads.ts';

type Answers = { nip: string };
type Facts = { desk: StaffDesk | null; holder: CodeHolder | null };

const nipQuestion: Question<string> = {
  ask: { text: say('give-code.ask'), choices: [{ id: 'cancel', label: say('button.cancel') }] },
  hear: {
    text: ({ text }) =>
      plainId(text).length < 3 ? { again: say('give-code.ask') } : { answer: plainId(text) },
  },
  valid: (value) => typeof value === 'string',
};

/**
 * A personnel officer makes the one-time code by which a colleague's chat is linked (`reliability.md` section 6). It is
 * handed over on paper or by official e-mail; a new one replaces the one before.
 */
export const giveCode = form<Answers, Facts>({
  id: 'give-code',
  facts: {
    desk: fact<Answers, StaffDesk | null, true>({ of: () => true, read: (reads) => reads.myDesk() }),
    holder: fact<Answers, CodeHolder | null, string>({
      of: ({ nip }) => nip,
      read: (reads, nip) => reads.codeHolder(nip),
    }),
  },
  questions: () => ({ nip: nipQuestion }),
  ends: ({ facts: { desk } }) =>
    desk && mayGiveCode(desk) ? undefined : { say: [{ text: say('give-code.not-you') }] },
  check: ({ answers: { nip }, facts: { holder } }) =>
    nip && holder === null ? { nip: say('give-code.unknown') } : {},
  finish: ({ answers: { nip = '' }, facts: { holder }, moment }) => {
    const code = newCode(moment.random);
    return {
      say: [
        {
          text: say('give-code.done', {
            name: literal(holder?.name ?? ''),
            unit: literal(holder?.unit ?? ''),
            code: literal(code),
            hours: codeLifeHours,
          }),
        },
      ],
      effects: [{ do: 'staff.give-code', nip, code }],
    };
  },
});
