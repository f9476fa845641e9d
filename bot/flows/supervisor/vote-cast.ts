import { fact, form } from '../../conversation/form.ts';
import { type Reply, say, type Text } from '../../conversation/reply.ts';
import { overwrites, takesBallots } from '../../domain/award/vote-channel.ts';
import { votePaper } from '../../domain/award/vote-paper.ts';
import type { OpenVote, VoteChoice, Voting } from '../../domain/award/vote-view.ts';
import { encryptBallot } from '../../domain/ballot/encrypt.ts';
import { newReceipt, receiptHash } from '../../domain/ballot/receipt.ts';
import { uuidV4 } from '../../domain/uuid-v4.ts';
import type { Effect } from '../../effects.ts';
import type { Random } from '../../ports.ts';
import {
  alreadyReply,
  categoryChoice,
  elsewhere,
  hasVoted,
  oldReply,
  openCategories,
  refusalOf,
} from './vote-words.ts';

type Answers = { sealed: string };
type Facts = { voting: Voting; choice: VoteChoice | null };

/** The choice as a ballot that nobody opens; its dice are kept nowhere. */
const sealedBallot = (
  { category, ballot: { cycle, election, candidates, entry } }: VoteChoice,
  random: Random,
  code: string,
): Effect => {
  const ballot = encryptBallot(votePaper(election, category, candidates), entry, random);
  if (!ballot) throw new Error('the paper has no such entry');
  return { do: 'award.cast', cycle, category, id: uuidV4(random), ballot, receipt: receiptHash(code) };
};

const castReply = (vote: OpenVote, { category }: VoteChoice, code: string, channel: string): Reply => {
  const next = openCategories(vote, category);
  const lines: Text[] = [
    say('vote.cast', { code }),
    ...(overwrites(channel) ? [] : [say('vote.delete')]),
    next.length > 0 ? say('vote.next') : say('vote.thanks'),
  ];
  return {
    text: { join: lines, by: '\n' },
    copy: { label: say('button.copy-receipt'), text: code },
    ...(next.length > 0 && { choices: next.map(categoryChoice), columns: 1 }),
  };
};

/** *Kirim* of the ballot: the sealed choice is opened, encrypted and cast in one turn of which nothing else is kept. */
export const voteCast = form<Answers, Facts>({
  id: 'vote-cast',
  secret: true,
  repeats: say('vote.already'),
  starts: (argument) => ({ sealed: argument }),
  facts: {
    voting: fact<Answers, Voting, true>({
      of: (_, { contact }) => (takesBallots(contact.channel) ? true : undefined),
      read: (reads) => reads.voting(),
    }),
    choice: fact<Answers, VoteChoice | null, string>({
      of: ({ sealed }, { contact }) => (takesBallots(contact.channel) ? sealed : undefined),
      read: (reads, sealed) => reads.voteChoice({ sealed, step: 'cast' }),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { voting, choice }, moment: { city, contact, random } }) => {
    const refused = elsewhere(contact.channel, city);
    if (refused) return { say: [refused], rests: true };
    if (voting && voting.is !== 'open') return { say: [refusalOf(voting)], rests: true };
    if (!voting || !choice) return { say: [oldReply], rests: true };
    if (hasVoted(voting, choice.category)) return { say: [alreadyReply(voting)], rests: true };
    const code = newReceipt(random);
    return {
      say: [castReply(voting, choice, code, contact.channel)],
      effects: [sealedBallot(choice, random, code)],
      rests: true,
    };
  },
  draft: () => undefined,
});
