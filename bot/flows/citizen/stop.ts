import { form } from '../../conversation/form.ts';
import { say } from '../../conversation/reply.ts';

/** Stops all news. Answers to what the person writes still come. */
export const stop = form({
  id: 'stop',
  questions: () => ({}),
  finish: () => ({
    say: [{ text: say('stop.done'), choices: [{ id: 'go:news', label: say('button.news') }] }],
    effects: [{ do: 'contact.stop' }],
    rests: true,
  }),
});

/** News may come again. */
export const news = form({
  id: 'news',
  questions: () => ({}),
  finish: () => ({ say: [{ text: say('news.done') }], effects: [{ do: 'contact.resume' }] }),
});
