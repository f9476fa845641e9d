import { type Choice, literal, type Reply, say, type Text } from '../conversation/reply.ts';
import { type AwardNow, phaseBegins, phaseEnds } from '../domain/award/award-now.ts';
import type { PhaseName } from '../domain/award/phase.ts';

const open = (id: string, label: Text): readonly Choice[] => [{ id: `go:${id}`, label }];

/** What a letter about a phase says of it: the cycle and its last day. */
const of = (award: AwardNow, phase: PhaseName) => ({
  title: literal(award.cycle.title),
  date: { date: phaseEnds(award, phase) },
});

/**
 * What those concerned are written once when a phase of the award begins. None of them names a candidate, for a letter is no
 * place for a campaign.
 */
export const awardLetters = {
  rules: (award: AwardNow, link: string): Reply => ({
    text: say('award-told.rules', {
      title: literal(award.cycle.title),
      date: { date: phaseBegins(award, 'nominasi') },
      link: literal(link),
    }),
    choices: open('award', say('button.award')),
  }),
  nominate: (award: AwardNow): Reply => ({
    text: say('award-told.nominate', of(award, 'nominasi')),
    choices: open('nominate', say('button.award-told.name')),
  }),
  verify: (award: AwardNow): Reply => ({
    text: say('award-told.verify', of(award, 'verifikasi')),
    choices: open('committee', say('button.vote.see')),
  }),
  correct: (award: AwardNow, nominee: number): Reply => ({
    text: say('award-told.correct', of(award, 'koreksi')),
    choices: open(`nominee:${nominee}`, say('button.award-told.record')),
  }),
  score: (award: AwardNow): Reply => ({
    text: say('award-told.score', of(award, 'penilaian')),
    choices: open('committee', say('button.vote.see')),
  }),
  vote: (award: AwardNow, candidates: number): Reply => ({
    text: say('vote.invite', { ...of(award, 'pemungutan_suara'), count: candidates }),
    choices: open('vote', say('button.vote.see')),
  }),
  remind: (award: AwardNow): Reply => ({
    text: say('award-told.vote-remind', of(award, 'pemungutan_suara')),
    choices: open('vote', say('button.vote.see')),
  }),
  longer: (award: AwardNow): Reply => ({
    text: say('award-told.vote-longer', of(award, 'pemungutan_suara')),
    choices: open('vote', say('button.vote.see')),
  }),
  count: (award: AwardNow): Reply => ({ text: say('award-told.count', of(award, 'rekap')) }),
} as const;
