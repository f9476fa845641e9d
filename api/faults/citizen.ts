import type { Phone, Shown } from '../../bot/channels/telegram/emulator/index.ts';
import { readButton } from '../../bot/conversation/wire-id.ts';

/** A person with a report to make: what they are doing and, once it is filed, the ticket on their phone. */
export type Citizen = {
  phone: Phone;
  words: string;
  ticket: () => string | undefined;
  standing: () => string;
};

const ticketShape = /\b[A-Z]{2,5}-[0-9A-HJKMNP-TV-Z]{6}\b/;

/** What this person presses under each question: the first suggestion, no photo, an ordinary report, sent. */
const pressed = (question: string, choices: readonly string[]): string | undefined => {
  const wanted: { [question: string]: string } = {
    topic: choices.find((choice) => choice.startsWith('c-')) ?? '',
    outside: 'anyway',
    similar: 'new',
    photo: 'skip',
    identity: 'biasa',
    phone: 'skip',
    $review: 'send',
  };
  return choices.find((choice) => choice === wanted[question]);
};

/**
 * A citizen who reports one problem and answers each question once, in the same millisecond in which it appears. They
 * read the buttons' questions, not the words, so that no sentence of the bot is fixed here.
 */
export const citizen = (phone: Phone, words: string, at: { lat: number; lon: number }): Citizen => {
  const answered = new Set<string>();
  let ticket: string | undefined;
  const once = (question: string, act: () => unknown) => {
    if (answered.has(question)) return;
    answered.add(question);
    queueMicrotask(act);
  };
  const read = ({ id, text, buttons }: Shown) => {
    ticket ??= answered.has('$review') ? ticketShape.exec(text)?.[0] : undefined;
    const offered = buttons.flat().flatMap((button) => {
      const read = 'data' in button ? readButton(button.data) : undefined;
      return 'data' in button && read?.kind === 'answer' ? [{ ...read, data: button.data }] : [];
    });
    const question = offered[0]?.question;
    if (question === 'detail') return once('detail', () => phone.type(words));
    const choice =
      question &&
      pressed(
        question,
        offered.map((one) => one.choice),
      );
    const button = offered.find((one) => one.choice === choice);
    if (question && button) return once(question, () => phone.press(button.data, { on: id }));
    const keys = phone.keyboard()?.rows.flat() ?? [];
    if (keys.some((key) => key.request_location)) once('place', () => phone.sendLocation(at.lat, at.lon));
  };
  phone.subscribe((event) => {
    if ((event.kind === 'message' || event.kind === 'edit') && event.message.from === 'bot')
      read(event.message);
  });
  once('begin', () => phone.type('/lapor'));
  return { phone, words, ticket: () => ticket, standing: () => [...answered].at(-1) ?? 'nothing' };
};
