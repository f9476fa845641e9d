import { say, type Text } from '../../../conversation/reply.ts';
import { type AwardTold, phaseNow } from '../../../domain/award/nomination-reads.ts';
import type { PhaseName } from '../../../domain/award/phase.ts';
import { isPast } from '../../../domain/award/standing.ts';

/** Why something that belongs to a phase cannot be done now: nothing was announced, it is still to come, or it is over. */
export const notNow = (award: AwardTold | null, phase: PhaseName): Text => {
  if (!award) return say('award.none');
  const { title, standing, phases } = award;
  const wanted = phases.find(({ name }) => name === phase);
  if (!wanted) return say('award.none');
  const blanks = { title, what: say(`award.phase.${phase}`) };
  return isPast(standing, phase)
    ? say('award.phase-over', { ...blanks, date: { date: wanted.until } })
    : say('award.phase-to-come', {
        ...blanks,
        from: { date: wanted.from },
        until: { date: wanted.until },
      });
};

/** The line that says where a cycle stands. */
export const standingLine = (award: AwardTold): Text => {
  const { title, standing } = award;
  const phase = phaseNow(award);
  if (!phase) return say('award.is-over', { title });
  const blanks = { title, what: say(`award.phase.${phase.name}`) };
  return standing.is === 'in'
    ? say('award.is-in', { ...blanks, date: { date: phase.until } })
    : say('award.is-before', { ...blanks, date: { date: phase.from } });
};
