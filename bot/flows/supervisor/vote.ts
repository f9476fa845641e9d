import { fact, form } from '../../conversation/form.ts';
import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { takesBallots } from '../../domain/award/vote-channel.ts';
import type { OpenVote, ReceiptLook, Voting } from '../../domain/award/vote-view.ts';
import { readReceipt } from '../../domain/ballot/receipt.ts';
import { categoryChoice, categoryName, elsewhere, openCategories, refusalOf } from './vote-words.ts';

/** `code`: a receipt to look up, empty where what was typed is none; `stop`: the choice was not sent. */
type Answers = { code: string; stop: true };
type Facts = { voting: Voting; receipt: ReceiptLook };

const invitation = (vote: OpenVote): Reply => {
  const { title, until, categories } = vote;
  const open = openCategories(vote);
  const done = categories.filter(({ voted }) => voted).map(({ category }) => categoryName(category));
  if (categories.length === 0) return { text: say('vote.no-candidates', { title: literal(title) }) };
  if (open.length === 0) return { text: say('vote.complete') };
  const lines: Text[] = [
    say('vote.invite', {
      title: literal(title),
      date: { date: until },
      count: categories.reduce((sum, { candidates }) => sum + candidates, 0),
    }),
    ...(done.length > 0 ? [say('vote.done', { list: { join: done, by: ', ' } })] : []),
  ];
  return { text: { join: lines, by: '\n' }, choices: open.map(categoryChoice), columns: 1 };
};

const receiptWords = (receipt: ReceiptLook): Text => {
  switch (receipt.is) {
    case 'listed':
      return say('vote.receipt.listed', {
        title: literal(receipt.title),
        category: categoryName(receipt.category),
      });
    case 'later':
      return say('vote.receipt.later', { date: { date: receipt.until } });
    case 'unlisted':
      return say('vote.receipt.unlisted');
    default:
      return receipt satisfies never;
  }
};

/** `/suara`: until when, how many candidates, that it is secret and final, and the categories still open; with a code whether that receipt is listed. */
export const vote = form<Answers, Facts>({
  id: 'vote',
  starts: (argument) => (argument === 'batal' ? { stop: true } : { code: readReceipt(argument) ?? '' }),
  facts: {
    voting: fact<Answers, Voting, true>({
      of: ({ code, stop }, { contact }) =>
        code === undefined && !stop && takesBallots(contact.channel) ? true : undefined,
      read: (reads) => reads.voting(),
    }),
    receipt: fact<Answers, ReceiptLook, string>({
      of: ({ code }, { contact }) => (code && takesBallots(contact.channel) ? code : undefined),
      read: (reads, code) => reads.voteReceipt(code),
    }),
  },
  questions: () => ({}),
  finish: ({ answers: { code, stop }, facts: { voting, receipt }, moment: { city, contact } }) => {
    const refused = elsewhere(contact.channel, city);
    if (refused) return { say: [refused] };
    if (stop)
      return {
        say: [{ text: say('vote.stopped'), choices: [{ id: 'go:vote', label: say('button.vote.see') }] }],
      };
    if (receipt) return { say: [{ text: receiptWords(receipt) }] };
    if (code !== undefined) return { say: [{ text: say('vote.receipt.unclear') }] };
    if (!voting) return { say: [] };
    return { say: [voting.is === 'open' ? invitation(voting) : refusalOf(voting)] };
  },
  draft: () => undefined,
});
