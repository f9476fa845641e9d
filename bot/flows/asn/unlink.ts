import { form } from '../../conversation/form.ts';
import { yesNo } from '../../conversation/questions/pick.ts';
import { say } from '../../conversation/reply.ts';

/** The chat stops speaking as an employee: a phone is given away, or lost. */
export const unlink = form<{ sure: boolean }>({
  id: 'unlink',
  questions: () => ({ sure: yesNo({ text: say('unlink.ask') }) }),
  finish: ({ answers: { sure } }) =>
    sure
      ? { say: [{ text: say('unlink.done') }], effects: [{ do: 'staff.unlink' }] }
      : { say: [{ text: say('unlink.kept') }] },
});
