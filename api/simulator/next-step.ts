import { say, type Text } from '../../bot/conversation/reply.ts';
import { languages } from '../../bot/i18n/languages.ts';
import { withoutMarks } from '../../bot/i18n/marks.ts';
import { translate } from '../../bot/i18n/translate.ts';
import { offersOf } from './phone/choices.ts';
import type { Handset, Shown } from './phone/handset.ts';
import type { Act } from './read-act.ts';
import type { Scenario } from './scenarios.ts';

/** A scenario that does not come to its end after so many steps is at its end. */
const stepsMost = 16;

/** The first language of a city need not be Indonesian. */
const isLabelOf = (text: Text, label: string): boolean =>
  Object.keys(languages).some((language) => translate(language, text) === label);

const asks = (text: Text, said: string): boolean =>
  Object.keys(languages).some((language) => said.includes(withoutMarks(translate(language, text))));

/** By a key or button that sends it; where there is neither, in words. */
const asksPlace = (phone: Handset, last: Shown | undefined): boolean =>
  phone.keys().some((row) => row.some(({ place }) => place)) ||
  last?.asksPlace === true ||
  (phone.address.channel === 'whatsapp-linked' && asks(say('report.place'), last?.text ?? ''));

/**
 * What the person of a scenario does next, by what the phone shows: the scenario holds no fixed path, so that a
 * question more or less in a flow does not break it. Undefined at its end: when there is nothing it would take.
 */
export const nextStep = (
  scenario: Scenario,
  step: number,
  phone: Handset,
  ticket: string,
): Act | undefined => {
  const opening = scenario.opening(ticket)[step];
  if (opening) return opening;
  if (step >= stepsMost) return undefined;
  const last = phone.messages().findLast(({ from, deleted }) => from === 'bot' && !deleted);
  if (asksPlace(phone, last)) return { do: 'pin', ...scenario.at };
  const typed = scenario.types?.find(({ asked }) => asks(asked, last?.text ?? ''));
  if (typed) return { do: 'type', text: typed.text };
  const offers = last ? offersOf(last) : [];
  return scenario.takes
    .map((text) => offers.find(({ label }) => isLabelOf(text, label)))
    .find((offer) => offer !== undefined)?.act;
};
