import type { Phone, Shown } from '../../bot/channels/whatsapp-cloud/emulator/index.ts';
import { readButton } from '../../bot/conversation/wire-id.ts';

/** A person with a report to make on WhatsApp and, once it is filed, the ticket on their phone. */
export type WhatsAppCitizen = {
  phone: Phone;
  words: string;
  ticket: () => string | undefined;
  standing: () => string;
};

const ticketShape = /\b[A-Z]{2,5}-[0-9A-HJKMNP-TV-Z]{6}\b/;

/** What this person taps under each question: the first suggestion, no photo, an ordinary report, sent. */
const wantedFor = (question: string, choices: readonly string[]): string | undefined => {
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
 * A citizen who reports one problem by the buttons, lists and location requests of WhatsApp, and answers each question once,
 * as soon as it stands there. `before` is called once, just before they send.
 */
export const whatsappCitizen = (
  phone: Phone,
  words: string,
  at: { lat: number; lon: number },
  before: () => void = () => {},
): WhatsAppCitizen => {
  const answered = new Set<string>();
  let ticket: string | undefined;
  const once = (question: string, act: () => unknown) => {
    if (answered.has(question)) return;
    answered.add(question);
    queueMicrotask(act);
  };
  const read = ({ id, text, buttons, list, asksLocation }: Shown) => {
    ticket ??= answered.has('$review') ? ticketShape.exec(text)?.[0] : undefined;
    if (asksLocation) return once('place', () => phone.sendLocation(at.lat, at.lon));
    const offered = [...buttons, ...(list?.rows ?? [])].flatMap((shown) => {
      const button = readButton(shown.id);
      return button?.kind === 'answer' ? [{ ...button, id: shown.id }] : [];
    });
    const question = offered[0]?.question;
    if (!question) return;
    if (question === 'detail') return once('detail', () => phone.type(words));
    const choices = offered.map(({ choice }) => choice);
    const wanted = offered.find(({ choice }) => choice === wantedFor(question, choices));
    if (!wanted) return;
    once(question, () => {
      if (question === '$review') before();
      phone.press(wanted.id, { on: id });
    });
  };
  phone.subscribe((event) => {
    if (event.kind === 'message' && event.message.from === 'bot') read(event.message);
  });
  once('begin', () => phone.type('/lapor'));
  return { phone, words, ticket: () => ticket, standing: () => [...answered].at(-1) ?? 'nothing' };
};

/** What the bot said on a phone more than once, word for word. */
export const doubled = ({ phone }: Pick<WhatsAppCitizen, 'phone'>): string[] => {
  const said = phone.messages().flatMap(({ from, text }) => (from === 'bot' ? [text] : []));
  return said.filter((text, at) => said.indexOf(text) !== at);
};
