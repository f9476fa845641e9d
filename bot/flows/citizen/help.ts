import { form } from '../../conversation/form.ts';
import { say } from '../../conversation/reply.ts';
import { emergencyNumber } from '../../domain/agency.ts';

/** What can be typed now, and the emergency numbers. */
export const help = form({
  id: 'help',
  questions: () => ({}),
  finish: ({ moment }) => ({
    say: [{ text: say('help', { emergency: emergencyNumber(moment.city.agency.settings, 'darurat') }) }],
  }),
});
