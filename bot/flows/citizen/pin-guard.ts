import { type Finish, fact } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { literal, type Reply, say } from '../../conversation/reply.ts';
import type { PinGuard, PinLook } from '../../domain/pin.ts';
import { judgePinTry } from '../../domain/pin.ts';

/** What a form that opens a sensitive thread asks and knows of the PIN. */
export type Guarded = { pin: string };
export type GuardFacts = { pinLook: PinLook };

const forgot = 'forgot';
const minuteMs = 60_000;

const asPin = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** Asks for the PIN; whoever forgot it is told honestly what then. */
export const pinQuestion = (text = say('pin.ask')): Question<string> => ({
  ask: { text, choices: [{ id: forgot, label: say('button.pin-forgot') }] },
  hear: {
    text: ({ text: typed }) =>
      /^[0-9]{4}$/.test(asPin(typed)) ? { answer: asPin(typed) } : { again: say('pin.fault.digits') },
    choice: ({ id }) => (id === forgot ? { answer: forgot } : { again: say('again.choose') }),
  },
  valid: (value) => typeof value === 'string' && (value === forgot || /^[0-9]{4}$/.test(value)),
});

/** Whether the PIN that was typed is the one that was set. */
export const pinLook = fact<Guarded, PinLook, string>({
  of: ({ pin }) => (pin === undefined || pin === forgot ? undefined : pin),
  read: (reads, pin) => reads.lookAtPin(pin),
});

const forgotten = ({ city }: Moment): Reply => ({
  text: say('pin.forgot', {
    agency: literal(city.agency.name),
    phone: literal(city.agency.settings.contact.phone),
  }),
  choices: [{ id: 'go:menu', label: say('button.menu') }],
});

const triedOut = ({ wrong, last }: PinGuard, now: Date): Reply | undefined => {
  const tried = judgePinTry(wrong, last === null ? undefined : new Date(last), now);
  if (tried.may) return undefined;
  return { text: say('pin.wait', { count: Math.ceil((tried.again.getTime() - now.getTime()) / minuteMs) }) };
};

/**
 * How a conversation ends at the PIN: forgotten, wrong, or tried too often. `undefined`: it goes on, with the question for
 * the PIN or behind it. `guard` as it stood when the thread was looked up; `again`: the button that leads back here.
 */
export const pinEnds = (
  guard: PinGuard | null | undefined,
  {
    pin,
    look,
    again,
    moment,
  }: { pin: string | undefined; look: PinLook | undefined; again: string; moment: Moment },
): Finish | undefined => {
  if (!guard) return undefined;
  if (pin === forgot) return { say: [forgotten(moment)] };
  const now = look?.guard ?? guard;
  const out = triedOut(now, moment.now);
  if (out) return { say: [out] };
  if (!look || look.fits) return undefined;
  const next = triedOut({ wrong: now.wrong + 1, last: moment.now.toISOString() }, moment.now);
  const tried = judgePinTry(now.wrong + 1, moment.now, moment.now);
  const no: Reply = {
    text: say('pin.no', { count: tried.may ? tried.left : 0 }),
    choices: [{ id: again, label: say('button.try-again') }],
  };
  return { say: [next ?? no], effects: [{ do: 'pin.miss' }] };
};

/** Whether the PIN still stands between a person and the thread: until then nothing of it is told, not even its state. */
export const isShut = (guard: PinGuard | null | undefined, look: PinLook | undefined): boolean =>
  Boolean(guard) && !look?.fits;

/** What is changed once the right PIN was typed: slips before it count no more. */
export const pinPassed = (look: PinLook | undefined) =>
  look?.fits && look.guard && look.guard.wrong > 0 ? [{ do: 'pin.right' } as const] : [];
