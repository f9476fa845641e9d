import { writeFile } from 'node:fs/promises';
import type { Cycle } from '../../../bot/domain/award/cycle.ts';
import { layPhases } from '../../../bot/domain/award/phase.ts';
import { usualCycle } from '../../../bot/domain/award/usual-cycle.ts';
import { isLocalDate } from '../../../bot/domain/local-date.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, refused, wrongUsage } from '../outcome.ts';
import { onAward } from './on-award.ts';

/** Prints the rules of a cycle as a person then edits them: phases by the agency's calendar, everything else as proposed. It opens nothing. */
export const planCommand = operatorCommand(
  {
    name: 'plan',
    description: 'The rules of a cycle as JSON, to edit before it is opened',
    asks: 'run-award',
  },
  {
    first: {
      type: 'string',
      required: true,
      valueHint: 'DATE',
      description: 'First day of sosialisasi, YYYY-MM-DD',
    },
    code: { type: 'string', description: 'ASN-YEAR unless said' },
    title: { type: 'string', description: 'ASN Berprestasi YEAR unless said' },
    year: { type: 'string', description: 'That of the first day unless said' },
    out: { type: 'string', description: 'The file to write' },
  },
  async ({ first, code, title, year: said, out }) => {
    if (!isLocalDate(first)) return wrongUsage(`--first ${first} is no day: YYYY-MM-DD.`);
    const year = Number(said ?? first.slice(0, 4));
    if (!Number.isSafeInteger(year)) return wrongUsage(`--year ${said} is no year.`);
    return onAward(async ({ city }) => {
      const { phases, estimate } = layPhases(city.calendar, first);
      const cycle: Cycle = {
        code: code ?? `ASN-${year}`,
        title: title ?? `ASN Berprestasi ${year}`,
        year,
        phases,
        ...usualCycle,
      };
      const json = JSON.stringify(cycle, null, 2);
      if (out === undefined) return done(json, cycle);
      try {
        await writeFile(out, `${json}\n`, { flag: 'wx' });
      } catch {
        return refused(`${out} cannot be written, or is there already.`);
      }
      const guess = estimate ? ['Some holidays are not decreed yet: look at the dates again.'] : [];
      return done([`Written: ${out}`, ...guess].join('\n'), { out, cycle, estimate });
    });
  },
);
