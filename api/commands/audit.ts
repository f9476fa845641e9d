import { auditChain } from '../../db/reads/audit-chain.ts';
import { operatorCommand } from './operator-command.ts';
import { done, refused, wrongUsage } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const why = {
  changed: 'was changed after it was written',
  'missing-before': 'does not follow the line before it: a line was taken out or changed',
} as const;

/**
 * Verifies the log of who read what. Its root is to be kept elsewhere, once a day: with it, `--holds` shows later that no
 * line was cut off the end. What the lines say of people and reports stays unprinted.
 */
export const auditCommand = operatorCommand(
  {
    name: 'audit',
    description: 'Verify the log of who read sensitive reports; prints its root hash',
    asks: 'read-house-audit',
  },
  { holds: { type: 'string', description: 'A root noted earlier: refused if the log no longer holds it' } },
  async ({ holds }) => {
    if (holds !== undefined && !/^[0-9a-f]{64}$/i.test(holds))
      return wrongUsage('A root is 64 hexadecimal digits.');
    return withDatabase(settings(), async ({ database }) => {
      const chain = await auditChain(database.sql, holds?.toLowerCase());
      if (chain.broken)
        return refused(`The audit log is broken: line ${chain.broken.line} ${why[chain.broken.why]}.`);
      if (chain.holds === false)
        return refused('The audit log does not hold that root: lines were cut off, or it is another log.');
      const { lines, root } = chain;
      return done(`The audit log is whole: ${lines} lines, root ${root ?? 'none yet'}.`, {
        lines,
        root,
        ...(chain.holds && { holds: true }),
      });
    });
  },
);
