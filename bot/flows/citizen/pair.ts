import { fact, form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { judgeTries } from '../../domain/activation-code.ts';
import { telegramLink, whatsappLink } from '../../domain/deep-link.ts';
import { newPairingCode, pairingLifeMinutes, readPairingCode } from '../../domain/pairing-code.ts';
import type { PairingLook } from '../../reads.ts';
import { newsHereChoice, unpairChoice } from './channels.ts';

const hourMs = 3_600_000;

/** Our doors in the other apps, as far as they are known; a link never carries the code, which is a secret. */
const doorsFor = ({ city, contact }: Moment): Text[] => {
  const { telegram, whatsapp } = city.doors ?? {};
  const link = (app: 'telegram' | 'whatsapp-cloud', to: string): Text =>
    say('pair.link', { channel: say(`channel.${app}`), link: literal(to) });
  return [
    ...(telegram && contact.channel !== 'telegram' ? [link('telegram', telegramLink(telegram))] : []),
    ...(whatsapp && !contact.channel.startsWith('whatsapp')
      ? [link('whatsapp-cloud', whatsappLink(whatsapp))]
      : []),
  ];
};

/** *Sambung chat lain*: a fresh code that shows in another app that both chats are one person's. */
export const pairCode = form({
  id: 'pair-code',
  questions: () => ({}),
  finish: ({ moment }) => {
    const code = newPairingCode(moment.random);
    const text: Text = {
      join: [say('pair.code', { code, count: pairingLifeMinutes }), ...doorsFor(moment)],
      by: '\n',
    };
    return {
      say: [{ text, copy: { label: say('button.copy-pair'), text: `SAMBUNG ${code}` } }],
      effects: [{ do: 'person.code', code }],
    };
  },
});

type Answers = { code: string; sure: 'yes' | 'no' };
type Facts = { look: PairingLook };

const codeQuestion: Question<string> = {
  ask: { text: say('pair.ask'), choices: [{ id: 'cancel', label: say('button.cancel') }] },
  hear: {
    text: ({ text }) => {
      const code = readPairingCode(text.replace(/^\s*sambung\s/i, ''));
      return code ? { answer: code } : { again: say('pair.unclear') };
    },
  },
  valid: (value) => typeof value === 'string' && readPairingCode(value) !== undefined,
};

const sureQuestion = ({ from }: PairingLook): Question<'yes' | 'no'> =>
  pick({
    text: say('pair.sure', { channel: from ? say(`channel.${from}`) : '' }),
    choices: [
      { id: 'yes', label: say('button.send') },
      { id: 'no', label: say('button.cancel') },
    ],
  });

const refusalOf = ({ is }: PairingLook): Text | undefined => {
  switch (is) {
    case 'fits':
      return undefined;
    case 'same':
      return say('pair.same');
    case 'joined':
      return say('pair.joined-already');
    case 'staff':
      return say('pair.staff');
    case 'no':
      return say('pair.no');
    default:
      return is satisfies never;
  }
};

/** What the chat that asked for the code hears, so that whoever lost it to somebody can undo it. */
const noticeFor = ({ contact }: Moment): Reply => ({
  text: say('pair.joined', { channel: say(`channel.${contact.channel}`) }),
  choices: [unpairChoice],
});

/**
 * `SAMBUNG CODE`: this chat and the one that asked for the code become one person's. Wrong, used and expired codes get one
 * and the same answer, and count like activation codes (`reliability.md` section 6).
 */
export const pair = form<Answers, Facts>({
  id: 'pair',
  starts: (argument) => {
    const code = readPairingCode(argument);
    return code ? { code } : {};
  },
  facts: {
    look: fact<Answers, PairingLook, string>({
      of: ({ code }) => code,
      read: (reads, code) => reads.lookAtPairing(code),
    }),
  },
  questions: ({ facts: { look } }) => ({ code: codeQuestion, ...(look && { sure: sureQuestion(look) }) }),
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
    const refusal = refusalOf(look);
    if (!refusal) return undefined;
    const harmless = look.is === 'same' || look.is === 'joined';
    return { say: [{ text: refusal }], effects: harmless ? [] : [{ do: 'person.miss-code' }] };
  },
  finish: ({ answers: { code = '', sure }, moment }) =>
    sure === 'yes'
      ? {
          say: [
            {
              text: say('pair.done'),
              choices: [newsHereChoice, { id: 'go:menu', label: say('button.menu') }],
            },
          ],
          effects: [{ do: 'person.join', code, notice: noticeFor(moment) }],
        }
      : { say: [{ text: say('cancel.done') }] },
  draft: () => undefined,
});
