import { fact, form } from '../../conversation/form.ts';
import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { takesBallots } from '../../domain/award/vote-channel.ts';
import type { CandidatePage, VoteChoice, Voting } from '../../domain/award/vote-view.ts';
import { jpWords, shortTitle } from '../../domain/training/short-title.ts';
import { alreadyReply, categoryName, elsewhere, hasVoted, oldReply, refusalOf } from './vote-words.ts';

type Answers = { sealed: string };
type Facts = { voting: Voting; choice: VoteChoice | null };

const comma = (figure: string): string => figure.replace('.', ',');

/** Figures of the unit, and hours of the person: never what citizens say of somebody. */
const evidenceWords = ({ evidence }: CandidatePage): Text[] => {
  if (!evidence) return [];
  const { unit, person } = evidence;
  const parts = [
    ...(unit.ikm ? [say('vote.evidence.ikm', { value: comma(unit.ikm.value) })] : []),
    ...(unit.onTime ? [say('vote.evidence.on-time', { percent: comma(unit.onTime.percent) })] : []),
    say('vote.evidence.jp', { jp: jpWords(person.jp) }),
    ...(person.mentoring > 0 ? [say('vote.evidence.mentoring', { jp: jpWords(person.mentoring) })] : []),
  ];
  return [say('vote.evidence', { parts: { join: parts, by: ', ' } })];
};

const whyWords = (page: CandidatePage): Text[] => [
  ...(page.forwarded
    ? [
        say('vote.forwarded', {
          name: literal(shortTitle(page.forwarded.by, 40)),
          reason: literal(shortTitle(page.forwarded.reason, 110)),
        }),
      ]
    : []),
  ...(page.values.length > 0
    ? [
        say('vote.values', {
          list: { join: page.values.slice(0, 3).map((value) => say(`award.value.${value}`)), by: ', ' },
        }),
      ]
    : []),
  ...evidenceWords(page),
];

const confirmation = ({ category, candidate, cast }: VoteChoice): Reply => {
  const chosen = candidate
    ? say('vote.choice', {
        category: categoryName(category),
        name: literal(shortTitle(candidate.name, 60)),
        unit: literal(shortTitle(candidate.unit, 60)),
      })
    : say('vote.choice.blank', { category: categoryName(category) });
  return {
    text: {
      join: [chosen, ...(candidate ? whyWords(candidate) : []), say('vote.confirm')],
      by: '\n',
    },
    choices: [
      { id: `go:vote-cast:${cast}`, label: say('button.send') },
      { id: `go:vote-category:${category}`, label: say('button.change') },
      { id: 'go:vote:batal', label: say('button.cancel') },
    ],
    columns: 3,
  };
};

/** A candidate with what stands beside them, or a blank ballot: the page is the confirmation, and its *Kirim* carries the sealed choice. */
export const voteLook = form<Answers, Facts>({
  id: 'vote-look',
  secret: true,
  starts: (argument) => ({ sealed: argument }),
  facts: {
    voting: fact<Answers, Voting, true>({
      of: (_, { contact }) => (takesBallots(contact.channel) ? true : undefined),
      read: (reads) => reads.voting(),
    }),
    choice: fact<Answers, VoteChoice | null, string>({
      of: ({ sealed }, { contact }) => (takesBallots(contact.channel) ? sealed : undefined),
      read: (reads, sealed) => reads.voteChoice({ sealed, step: 'look' }),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { voting, choice }, moment: { city, contact } }) => {
    const refused = elsewhere(contact.channel, city);
    if (refused) return { say: [refused], rests: true };
    if (voting && voting.is !== 'open') return { say: [refusalOf(voting)], rests: true };
    if (!voting || !choice) return { say: [oldReply], rests: true };
    if (hasVoted(voting, choice.category)) return { say: [alreadyReply(voting)], rests: true };
    return { say: [confirmation(choice)], next: { form: 'vote-wait', quietly: true } };
  },
  draft: () => undefined,
});
