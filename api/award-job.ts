import { randomBytes } from 'node:crypto';
import type { Reply } from '../bot/conversation/reply.ts';
import { agencyHours } from '../bot/domain/agency-hours.ts';
import { type AwardNow, phaseEnds } from '../bot/domain/award/award-now.ts';
import { isPast } from '../bot/domain/award/standing.ts';
import { localDate } from '../bot/domain/local-date.ts';
import { mayWrite } from '../bot/domain/reminding/writing-hours.ts';
import { addWorkingDays } from '../bot/domain/working-days.ts';
import { awardLetters } from '../bot/jobs/award-letters.ts';
import { sweepUrn } from '../db/award/close.ts';
import { endVote, wasProlonged } from '../db/award/end-vote.ts';
import { freezeVote } from '../db/award/freeze.ts';
import { lockCycle } from '../db/award/lock-cycle.ts';
import { type AwardLetter, tellAward } from '../db/award/tell-award.ts';
import { candidatesIn, nomineesIn, notVoted, wasTold, withRole } from '../db/reads/award/concerned.ts';
import { currentAward } from '../db/reads/award/current.ts';
import { tellUnforwarded } from '../db/stores/award/tell-unforwarded.ts';
import type { OpenHall } from './hall.ts';

type Hall = Pick<OpenHall, 'database' | 'seal' | 'city' | 'clock'>;
type Told = Omit<AwardLetter, 'cycle'>;

/** Working days before the end of the vote at which whoever has not voted is reminded, once. */
const remindDays = 2;

/** Moves the cycle on as the clock has it: fixes roll and candidates, prolongs or closes the vote. True where something moved. */
const move = async ({ database, city }: Hall, award: AwardNow, at: Date): Promise<boolean> => {
  const { agency, calendar } = city();
  const { zone } = agency;
  await database.sql.begin((tx) => lockCycle(tx, award.code, { at, zone }));
  const random = (bytes: number) => randomBytes(bytes);
  const froze = await freezeVote(database.sql, award.code, { at, zone, city: city(), random });
  if (award.closed || !isPast(award.standing, 'pemungutan_suara')) return froze;
  const ended = await endVote(database.sql, award.code, { at, zone, calendar });
  if (ended.is === 'broken') throw new Error('the urn of the award does not hold');
  if (ended.is === 'closed') await sweepUrn(database.sql);
  return froze || ended.is === 'closed' || ended.is === 'extended';
};

const alike = (say: Reply) => () => say;

/** Those whom the vote concerns: all on the roll once, whoever has not voted once before the end and once when it is prolonged. */
const voteLetters = async ({ database, city }: Hall, award: AwardNow, at: Date): Promise<Told[]> => {
  const { agency, calendar } = city();
  const runner = database.sql;
  const missing = await notVoted(runner, award.id);
  const candidates = await candidatesIn(runner, award.id);
  const today = localDate(at, agency.zone);
  const soon = addWorkingDays(calendar, today, remindDays).due >= phaseEnds(award, 'pemungutan_suara');
  const lane = 'interactive' as const;
  if (candidates === 0) return [];
  if (wasProlonged(award.schedule))
    return [{ what: 'vote-longer', employees: missing, lane, say: alike(awardLetters.longer(award)) }];
  const asked = await wasTold(runner, award.id, 'vote');
  const all = { what: 'vote', employees: missing, lane, say: alike(awardLetters.vote(award, candidates)) };
  const again = { what: 'vote-remind', employees: missing, lane, say: alike(awardLetters.remind(award)) };
  return asked && soon ? [all, again] : [all];
};

/** Who is told of the phase that the cycle is in, each once by the letter's name. */
const lettersOf = async (hall: Hall, award: AwardNow, at: Date): Promise<Told[]> => {
  const runner = hall.database.sql;
  const { standing, cycle } = award;
  if (standing.is !== 'in') return [];
  switch (standing.phase) {
    case 'sosialisasi': {
      if (await wasTold(runner, award.id, 'rules')) return [];
      const link = `${hall.city().publicUrl}/penghargaan`;
      const say = alike(awardLetters.rules(award, link));
      return [{ what: 'rules', employees: null, lane: 'bulk', say }];
    }
    case 'nominasi': {
      if (await wasTold(runner, award.id, 'nominate')) return [];
      const everybody = cycle.nomination.nominators === 'all';
      const employees = everybody ? null : await withRole(runner, 'supervisor');
      return [{ what: 'nominate', employees, lane: 'bulk', say: alike(awardLetters.nominate(award)) }];
    }
    case 'verifikasi':
    case 'penilaian': {
      const what = standing.phase === 'verifikasi' ? 'verify' : 'score';
      const employees = await withRole(runner, 'committee');
      return [{ what, employees, lane: 'interactive', say: alike(awardLetters[what](award)) }];
    }
    case 'koreksi':
      return (await nomineesIn(runner, award.id)).map(({ nominee, employee }) => ({
        what: `correct:${nominee}`,
        employees: [employee],
        lane: 'interactive',
        say: alike(awardLetters.correct(award, nominee)),
      }));
    case 'pemungutan_suara':
      return award.frozen && !award.closed ? voteLetters(hall, award, at) : [];
    case 'rekap': {
      const employees = await withRole(runner, 'committee');
      return award.closed
        ? [{ what: 'count', employees, lane: 'interactive', say: alike(awardLetters.count(award)) }]
        : [];
    }
    case 'masa_sanggah':
    case 'keputusan':
      return [];
    default:
      return standing.phase satisfies never;
  }
};

/**
 * What the clock does for the award, every minute; several at once are harmless, for each step locks the cycle and each letter
 * is noted with whom it went to. Letters wait for the office's hours, so that nobody is told what has changed since.
 */
export const createAwardJob = (hall: Hall) => async (): Promise<number> => {
  const { database, seal, city, clock } = hall;
  const at = clock.now();
  const { zone } = city().agency;
  const before = await currentAward(database.sql, at, zone);
  if (!before || before.decided) return 0;
  const moved = await move(hall, before, at);
  const award = await currentAward(database.sql, at, zone);
  if (!award || !mayWrite({ office: agencyHours(city()), leave: [] }, at)) return moved ? 1 : 0;
  let written = 0;
  for (const letter of await lettersOf(hall, award, at))
    written += await database.sql.begin((tx) =>
      tellAward(tx, seal, city(), { cycle: award.id, ...letter }, at),
    );
  written += await database.sql.begin((tx) => tellUnforwarded(tx, seal, city(), award, at));
  return written + (moved ? 1 : 0);
};
