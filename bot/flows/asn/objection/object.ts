import { fact, form } from '../../../conversation/form.ts';
import { words } from '../../../conversation/questions/words.ts';
import { literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import { missingLetters } from '../../../domain/award/missing-letters.ts';
import { newObjectionNumber } from '../../../domain/award/result-number.ts';
import type { Objecting } from '../../../domain/award/result-reads.ts';
import { short } from '../../citizen/report/summary.ts';

type Answers = { nominee: number; words: string };
type Facts = { may: Objecting };

const toResult = { choices: [{ id: 'go:award', label: say('button.award.result') }] };

/** Why nothing can be objected to from here now. */
const closed = (may: Objecting): Reply | undefined => {
  switch (may.is) {
    case 'open':
      return undefined;
    case 'waiting':
      return { text: say('award-object.waiting', { number: may.number }) };
    case 'staff':
      return { text: say('award-object.staff') };
    case 'none':
      return { text: say('award-object.none') };
    case 'nominee':
      return { text: say('award-object.nominee') };
    case 'not-told':
      return { text: say('award-object.not-told') };
    case 'over':
      return { text: say('award-object.over'), ...toResult };
    default:
      return may satisfies never;
  }
};

const askText = ({ about, refused, title }: Extract<Objecting, { is: 'open' }>): Text => {
  if (about === 'result') return say('award-object.ask-result', { title: literal(title) });
  return say(refused ? 'award-object.ask-refused' : 'award-object.ask-record');
};

/** `/sanggah`: a nominee objects to the own record, any ASN to the provisional result, with a reason and to one thing at a time. */
export const awardObject = form<Answers, Facts>({
  id: 'award-object',
  work: true,
  starts: (argument) => (/^\d{1,15}$/.test(argument.trim()) ? { nominee: Number(argument) } : {}),
  facts: {
    may: fact<Answers, Objecting, number | null>({
      of: ({ nominee }) => nominee ?? null,
      read: (reads, nominee) => reads.objecting(nominee),
    }),
  },
  questions: ({ facts: { may } }) =>
    may?.is === 'open'
      ? {
          words: words(
            {
              text: askText(may),
              choices: [{ id: 'cancel', label: say('button.cancel') }],
            },
            { max: 1000, title: say('button.award-objection.reason') },
          ),
        }
      : {},
  check: ({ answers: { words: said }, facts: { may } }) =>
    said !== undefined && may?.is === 'open' && missingLetters(said, may.least) > 0
      ? { words: say('award-object.short', { count: may.least }) }
      : {},
  ends: ({ facts: { may } }) => {
    const no = may && closed(may);
    return no && { say: [no] };
  },
  review: ({ answers: { words: said = '' }, facts: { may } }) =>
    may?.is === 'open'
      ? { text: say('award-object.review', { detail: literal(short(said)), date: { date: may.until } }) }
      : undefined,
  finish: ({ answers: { words: said = '' }, facts: { may }, moment }) => {
    if (may?.is !== 'open') return { say: [] };
    const number = newObjectionNumber(moment.random);
    return {
      say: [{ text: say('award-object.sent', { number, date: { date: may.until } }) }],
      effects: [{ do: 'award.object', number, nominee: may.nominee, words: said }],
    };
  },
});
