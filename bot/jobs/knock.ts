import { type Template, template as templateCall } from '../channels/whatsapp-cloud/template.ts';
import type { Delivery } from './deliver.ts';
import { knockMarkOf } from './letter-mark.ts';
import { markFailed } from './mark-letter.ts';
import type { Ready } from './ready.ts';
import { waitTurn } from './send-letter.ts';

/** Seconds until a letter that waits for a person's word looks again, and for which a template stays unknown. */
export const lookAgain = 3600;
const missingFor = 6 * 3600;

/**
 * Knocks with a template for everything that waits at a chat; the letter itself goes on waiting. One that the platform does
 * not know is an alarm once, and the letter then looks for another way at once: whether it can.
 */
export const knock = async (delivery: Delivery, ready: Ready, template: Template): Promise<boolean> => {
  const { outbox } = delivery;
  const { letter, channel } = ready;
  const before = letter.road?.knockedAt;
  const at = delivery.now();
  if (!(await waitTurn(delivery, letter))) return false;
  if (!(await outbox.knocking(letter, before, at))) {
    await outbox.wait(letter, lookAgain, 'outside window');
    return false;
  }
  const sent = await channel.send(templateCall(letter.to, template, knockMarkOf(letter)));
  if (sent.ok) {
    await outbox.knocked(letter, lookAgain);
    return false;
  }
  await outbox.knocking(letter, at, before);
  if (sent.failure !== 'no-template') return markFailed(delivery, ready, sent);
  const { name, language } = template;
  const detail = `${sent.detail} ${name} ${language}`;
  if (await outbox.missing(channel.account, name, language, missingFor))
    delivery.alarm({ id: letter.id, channel: channel.name, failure: sent.failure, detail });
  await outbox.wait(letter, 0, 'no-template');
  return true;
};
