import type { Phone } from '../../bot/channels/telegram/emulator/index.ts';
import type { Text } from '../../bot/conversation/reply.ts';
import { languages } from '../../bot/i18n/languages.ts';
import { withoutMarks } from '../../bot/i18n/marks.ts';
import { translate } from '../../bot/i18n/translate.ts';
import type { Act } from './read-act.ts';
import type { Scenario } from './scenarios.ts';

/** A scenario that does not come to its end after so many steps is at its end. */
const stepsMost = 16;

/** The first language of a city need not be Indonesian. */
const isLabelOf = (text: Text, label: string): boolean =>
  Object.keys(languages).some((language) => translate(language, text) === label);

const asks = (text: Text, said: string): boolean =>
  Object.keys(languages).some((language) => said.includes(withoutMarks(translate(language, text))));

/**
 * What the person of a scenario does next, by what the phone shows: the scenario holds no fixed path, so that a
 * question more or less in a flow does not break it. Undefined at its end: when there is nothing it would take.
 */
export const nextStep = (scenario: Scenario, step: number, phone: Phone, ticket: string): Act | undefined => {
  const opening = scenario.opening(ticket)[step];
  if (opening) return opening;
  if (step >= stepsMost) return undefined;
  if (
    phone
      .keyboard()
      ?.rows.flat()
      .some((key) => key.request_location)
  )
    return { do: 'pin', ...scenario.at };
  const last = phone.messages().findLast(({ from, deleted }) => from === 'bot' && !deleted);
  const buttons = last?.buttons.flat() ?? [];
  const typed = scenario.types?.find(({ asked }) => asks(asked, last?.text ?? ''));
  if (typed) return { do: 'type', text: typed.text };
  const taken = scenario.takes
    .map((text) => buttons.find(({ label }) => isLabelOf(text, label)))
    .find((button) => button !== undefined && 'data' in button);
  return last && taken && 'data' in taken ? { do: 'press', button: taken.data, on: last.id } : undefined;
};
