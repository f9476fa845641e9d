import { readButton } from '../../bot/conversation/wire-id.ts';
import type { Citizen } from './citizen.ts';

/** Calls `then` once, just before this person presses *Kirim*: what goes wrong from there on meets the receipt. */
export const atReview = ({ phone }: Citizen, then: () => void): void => {
  const stop = phone.subscribe((event) => {
    if (event.kind !== 'message' && event.kind !== 'edit') return;
    const buttons = event.message.buttons.flat();
    const isReview = buttons.some((button) => {
      const read = 'data' in button ? readButton(button.data) : undefined;
      return read?.kind === 'answer' && read.question === '$review';
    });
    if (!isReview) return;
    stop();
    then();
  });
};
