import { form } from '../../../conversation/form.ts';
import { type Choice, say } from '../../../conversation/reply.ts';

/** The doors; none of them grows old. */
export const doors = {
  see: { id: 'go:data-see', label: say('button.data-see') },
  copy: { id: 'go:data-copy', label: say('button.data-copy') },
  correct: { id: 'go:data-correct', label: say('button.data-correct') },
  delete: { id: 'go:data-delete', label: say('button.data-delete') },
  withdraw: { id: 'go:data-withdraw', label: say('button.data-withdraw') },
  menu: { id: 'go:menu', label: say('button.menu') },
} as const satisfies { [name: string]: Choice };

/**
 * `/datasaya`: what somebody may ask about their own data (UU 27/2022 art. 5 to 13). The chat account is the proof of who
 * asks; no identity card is wanted.
 */
export const ownData = form({
  id: 'own-data',
  questions: () => ({}),
  finish: () => ({
    say: [{ text: say('own-data'), choices: Object.values(doors) }],
    rests: true,
  }),
});
