import { form } from '../../conversation/form.ts';
import { say } from '../../conversation/reply.ts';

/** The button under a template that knocked. The press itself lets the news that waited go first, so that this is always true when it is read. */
export const newsWaiting = form({
  id: 'news-waiting',
  questions: () => ({}),
  finish: () => ({ say: [{ text: say('news.none') }], effects: [], rests: true }),
});
