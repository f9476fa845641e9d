import type { Phone, Shown } from '../../bot/channels/telegram/emulator/index.ts';
import { readButton } from '../../bot/conversation/wire-id.ts';
import { isElement } from '../../bot/domain/skm/elements.ts';
import type { SurveyForm } from '../../bot/domain/skm/survey-form.ts';

/** Somebody at a counter: what they are asked last, and whether there is nothing more to answer. */
export type Rater = { phone: Phone; done: () => boolean; standing: () => string };

/**
 * A person who scans the code of a counter and taps nine answers, each in the millisecond in which its question appears,
 * and says nothing more. They read the buttons' questions, not the words.
 */
export const rater = (phone: Phone, counter: string, answers: SurveyForm['answers']): Rater => {
  const answered = new Set<string>();
  let over = false;
  const chosen = (question: string): string => {
    if (isElement(question)) return String(answers[question]);
    return question === 'begin' ? 'all' : 'skip';
  };
  const read = ({ id, buttons }: Shown) => {
    const offered = buttons.flat().flatMap((button) => {
      const read = 'data' in button ? readButton(button.data) : undefined;
      return 'data' in button && read?.kind === 'answer' ? [{ ...read, data: button.data }] : [];
    });
    const question = offered[0]?.question;
    if (question === undefined) {
      over = true;
      return;
    }
    const button = offered.find(({ choice }) => choice === chosen(question));
    if (!button || answered.has(question)) return;
    answered.add(question);
    queueMicrotask(() => phone.press(button.data, { on: id }));
  };
  phone.subscribe((event) => {
    if ((event.kind === 'message' || event.kind === 'edit') && event.message.from === 'bot')
      read(event.message);
  });
  queueMicrotask(() => phone.type(`/start u_${counter}`));
  return { phone, done: () => over, standing: () => [...answered].at(-1) ?? 'nothing' };
};
