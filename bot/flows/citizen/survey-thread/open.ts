import { fact, form } from '../../../conversation/form.ts';
import { type Reply, say } from '../../../conversation/reply.ts';
import { type Askable, newThreadNumber } from '../../../domain/survey-thread.ts';
import { elsewhere } from '../elsewhere.ts';

type Answers = { service: string };
type Facts = { askable: Askable | null };

/** Why nothing more is opened: it is late, was done already, or nobody is there who could ask. */
const instead = (askable: Askable | null | undefined): Reply | 'elsewhere' | undefined => {
  if (!askable?.rated) return { text: say('rater.late') };
  if (askable.thread === 'running') return { text: say('rater.running') };
  if (askable.thread === 'over') return { text: say('rater.over') };
  return askable.there === 'none' ? 'elsewhere' : undefined;
};

/**
 * *Boleh* after a low score: the complaints officer of the office may ask further. What is opened holds who said yes and
 * about which service, never an answer or a score.
 */
export const openThread = form<Answers, Facts>({
  id: 'skm-open',
  fleeting: true,
  starts: (argument) => ({ service: argument }),
  facts: {
    askable: fact<Answers, Askable | null, string>({
      of: ({ service }) => service,
      read: (reads, service) => reads.askable(service),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { askable }, moment }) => {
    const no = instead(askable);
    if (no === 'elsewhere') return { say: [elsewhere(moment)] };
    if (no || !askable) return { say: no ? [no] : [] };
    return {
      say: [{ text: say(askable.there === 'now' ? 'rater.opened.now' : 'rater.opened.later') }],
      effects: [
        {
          do: 'survey-thread.open',
          number: newThreadNumber(moment.random),
          service: askable.service,
          locale: moment.locale,
        },
      ],
    };
  },
});
