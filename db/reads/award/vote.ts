import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { type AwardNow, phaseEnds } from '../../../bot/domain/award/award-now.ts';
import { calledApart, calledBeside } from '../../../bot/domain/award/called-beside.ts';
import { isIn, isPast } from '../../../bot/domain/award/standing.ts';
import type { VoteStep } from '../../../bot/domain/award/vote-reads.ts';
import type { VoteChoice, VoteList, Voting } from '../../../bot/domain/award/vote-view.ts';
import { isSettledLink, settledFrom } from '../../../bot/domain/settled-link.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { openChoice, sealChoice } from '../../sealed-choice.ts';
import { currentAward } from './current.ts';
import { type CandidateRow, isChoosable, readCandidates } from './vote-candidates.ts';
import { findVoter, isVoter, mayVote, type VoterRow } from './voter.ts';

/** Who asks, at which moment. */
export type Asker = { contact: number; now: Date };

const hourMs = 3_600_000;

/** What keeps a voter from voting now, or nothing. */
const refusalOf = (award: AwardNow, voter: VoterRow, now: Date): Voting | undefined => {
  const { cycle, standing, schedule, frozen, closed } = award;
  const { title } = cycle;
  if (!isVoter(voter)) return { is: 'not-yours' };
  if (closed || isPast(standing, 'pemungutan_suara')) return { is: 'over', title };
  const opens = schedule.phases.find(({ name }) => name === 'pemungutan_suara')?.from ?? '';
  if (!isIn(standing, 'pemungutan_suara')) return { is: 'early', title, from: opens };
  if (!frozen) return { is: 'preparing' };
  if (voter.roll === null) return { is: 'not-yours' };
  const since = new Date(voter.since);
  if (isSettledLink(since, now)) return undefined;
  return { is: 'unsettled', hours: Math.ceil((settledFrom(since).getTime() - now.getTime()) / hourMs) };
};

type Ballots = { award: AwardNow; voter: VoterRow; candidates: readonly CandidateRow[] };

/** The vote as it stands for somebody, or what keeps them from it. */
const lookAtVote = async (
  runner: Runner,
  { agency }: City,
  { contact, now }: Asker,
): Promise<Voting | Ballots> => {
  const award = await currentAward(runner, now, agency.zone);
  if (!award) return { is: 'none' };
  const [voter] = await findVoter(runner, { cycle: award.id, contact });
  if (!voter) return { is: 'stranger' };
  const refusal = refusalOf(award, voter, now);
  if (refusal) return refusal;
  if (!mayVote(voter, now)) return { is: 'not-yours' };
  return { award, voter, candidates: await readCandidates(runner, { cycle: award.id }) };
};

const inCategory = ({ candidates }: Ballots, category: AwardCategory): CandidateRow[] =>
  candidates.filter((one) => one.category === category);

/** How the vote stands for whoever asks; categories without a candidate are left out. */
export const votingFor = async (runner: Runner, city: City, asker: Asker): Promise<Voting> => {
  const look = await lookAtVote(runner, city, asker);
  if ('is' in look) return look;
  const { award, voter } = look;
  const categories = award.cycle.categories.flatMap((category) => {
    const candidates = inCategory(look, category).length;
    return candidates > 0 ? [{ category, candidates, voted: voter.voted.includes(category) }] : [];
  });
  return { is: 'open', title: award.cycle.title, until: phaseEnds(award, 'pemungutan_suara'), categories };
};

/** Whom somebody may choose in a category; none once they have voted in it. */
export const voteListFor = async (
  runner: Runner,
  seal: Seal,
  city: City,
  category: AwardCategory,
  asker: Asker,
): Promise<VoteList | null> => {
  const look = await lookAtVote(runner, city, asker);
  if ('is' in look || look.voter.voted.includes(category)) return null;
  const { award, voter } = look;
  const all = inCategory(look, category);
  if (all.length === 0) return null;
  const button = (entry: number) =>
    sealChoice(seal, { contact: asker.contact, step: 'look' }, { cycle: award.id, category, entry });
  const choosable = all.filter((one) => isChoosable(city, award.cycle.vote, voter, one));
  const called = calledApart(choosable);
  return {
    category,
    candidates: choosable.map(({ name, unit, paper }, at) => ({
      name: called[at] ?? name,
      unit,
      look: button(paper),
    })),
    blank: button(all.length),
  };
};

/** A pressed choice, opened and judged anew: what this voter may still choose. */
export const voteChoiceFor = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { sealed, step }: { sealed: string; step: VoteStep },
  asker: Asker,
): Promise<VoteChoice | null> => {
  const { contact } = asker;
  const choice = openChoice(seal, { contact, step }, sealed);
  const look = choice && (await lookAtVote(runner, city, asker));
  if (!choice || !look || 'is' in look || look.award.id !== choice.cycle) return null;
  const { award, voter } = look;
  const { category, entry } = choice;
  const all = inCategory(look, category);
  const chosen = all.find(({ paper }) => paper === entry);
  if (all.length === 0 || (!chosen && entry !== all.length)) return null;
  if (chosen && !isChoosable(city, award.cycle.vote, voter, chosen)) return null;
  return {
    category,
    candidate: chosen ? pageOf(chosen) : null,
    cast: sealChoice(seal, { contact, step: 'cast' }, choice),
    ballot: {
      cycle: award.id,
      election: { cycle: award.code, rules_hash: award.rulesHash, public_key: award.publicKey },
      candidates: all.map(({ name }) => name),
      entry,
    },
  };
};

const pageOf = ({ name, unit, by, reason, values, evidence }: CandidateRow): VoteChoice['candidate'] => ({
  name: calledBeside({ name, unit }),
  unit,
  forwarded: by !== null && reason !== null ? { by, reason } : null,
  values,
  evidence,
});
