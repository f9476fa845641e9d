import type { CommitteeReads } from '../../../bot/domain/award/committee-reads.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { candidateView } from './candidate.ts';
import { committeeDesk } from './committee-desk.ts';
import { committeeQuestion } from './committee-question.ts';

/** What the conversation of one chat may look up of the committee's work. */
export const createCommitteeReads = (
  runner: Runner,
  seal: Seal,
  city: () => City,
  { contact, now }: { contact: number; now: () => Date },
): CommitteeReads => ({
  committeeDesk: () => committeeDesk(runner, city(), { contact, now: now() }),
  candidate: (nominee) => candidateView(runner, seal, city(), { contact, nominee, now: now() }),
  committeeQuestion: (nominee) => committeeQuestion(runner, city(), { contact, nominee, now: now() }),
});
