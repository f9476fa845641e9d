import { writeFile } from 'node:fs/promises';
import { rollOf } from '../../../bot/domain/award/roll.ts';
import { plainId } from '../../../bot/domain/nip.ts';
import { correctRoll } from '../../../db/award/correct-roll.ts';
import { awardNamed } from '../../../db/reads/award/current.ts';
import { rollOfCycle } from '../../../db/reads/award/roll.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, refused, wrongUsage } from '../outcome.ts';
import { cycleArg, minutesArg, noCycle, onAward } from './on-award.ts';

const refusals = {
  unfrozen: 'The roll is not fixed yet: until the vote begins it is whoever is a supervisor.',
  closed: 'The vote is closed: the roll stays as it is.',
  stranger: 'No employee has this number.',
  'no-supervisor': 'Only a supervisor at work here can be added.',
  voted: 'This voter has voted already, and stays on the roll: nobody can find their ballot.',
  there: 'This voter is on the roll already.',
  'not-there': 'This voter is not on the roll.',
} as const;

/** The frozen roll as its hash is made: whoever holds the file gets the published hash from its canonical JSON. */
const listRoll = (code: string, out: string | undefined) =>
  onAward(async ({ database, at, zone }) => {
    const award = await awardNamed(database.sql, code, at, zone);
    if (!award) return refused(noCycle(code));
    if (!award.frozen) return refused(refusals.unfrozen);
    const voters = rollOf(await rollOfCycle(database.sql, award.id)).map(({ nip, office }) => ({
      nip,
      office,
    }));
    const roll = { cycle: code, voters };
    if (out === undefined) return done(JSON.stringify(roll, null, 2), roll);
    try {
      await writeFile(out, `${JSON.stringify(roll, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
    } catch {
      return refused(`${out} cannot be written, or is there already.`);
    }
    return done(`Written: ${out}, ${voters.length} voters.`, { out, voters: voters.length });
  });

/** Lists the frozen roll, or corrects it by minutes of the committee; the new hash stands in them. */
export const rollCommand = operatorCommand(
  { name: 'roll', description: 'List the frozen roll; add a voter to it or take one off', asks: 'run-award' },
  {
    cycle: cycleArg,
    add: { type: 'string', valueHint: 'NIP', description: 'Whom to add' },
    remove: { type: 'string', valueHint: 'NIP', description: 'Whom to take off, before they voted' },
    minutes: { ...minutesArg, required: false },
    out: { type: 'string', valueHint: 'FILE', description: 'The file to write the list to' },
  },
  async ({ cycle: code, add, remove, minutes, out }) => {
    if (add === undefined && remove === undefined && minutes === undefined) return listRoll(code, out);
    if ((add === undefined) === (remove === undefined))
      return wrongUsage('A change of the roll needs either --add NIP or --remove NIP.');
    if (minutes === undefined) return wrongUsage('A change of the roll needs --minutes TEXT.');
    const change = add === undefined ? 'remove' : 'add';
    const nip = plainId(add ?? remove ?? '');
    return onAward(async ({ database, city, at, zone }) => {
      const corrected = await correctRoll(
        database.sql,
        code,
        { change, nip, text: minutes.trim() },
        { at, zone, city },
      );
      if (corrected.is === 'unknown') return refused(noCycle(code));
      if (corrected.is !== 'corrected') return refused(refusals[corrected.is]);
      const { rollHash, voters } = corrected;
      return done(`The roll of ${code} has ${voters} voters now. Its hash: ${rollHash}`, {
        cycle: code,
        voters,
        roll_hash: rollHash,
      });
    });
  },
);
