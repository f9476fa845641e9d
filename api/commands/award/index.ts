import { defineCommand } from 'citty';
import { checkCommand } from './check.ts';
import { closeCommand } from './close.ts';
import { decideCommand } from './decide.ts';
import { extendCommand } from './extend.ts';
import { openCommand } from './open.ts';
import { planCommand } from './plan.ts';
import { publishCommand } from './publish.ts';
import { rollCommand } from './roll.ts';
import { tallyCommand } from './tally.ts';
import { tieCommand } from './tie.ts';

/** The award, from its rules to the recount. */
export const awardCommand = defineCommand({
  meta: { name: 'award', description: 'ASN Berprestasi: plan, open, close, count and recount a cycle' },
  subCommands: {
    plan: planCommand,
    open: openCommand,
    roll: rollCommand,
    extend: extendCommand,
    close: closeCommand,
    tally: tallyCommand,
    check: checkCommand,
    tie: tieCommand,
    publish: publishCommand,
    decide: decideCommand,
  },
});
