import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { writeAudit } from '../audit.ts';

const p = sql.placeholder;

/** Whether a module was withdrawn or restored now, was so before, or never was. */
export type Turned = 'turned' | 'was-so' | 'unknown';

const turn = prepared<{ turned: boolean }>(sql`
with before as (select code, withdrawn_at from learning_module where code = ${p('code')} for update),
turned as (
  update learning_module m set withdrawn_at = case when ${p('taught')}::boolean then null else ${p('at')}::timestamptz end
  from before where m.code = before.code and (before.withdrawn_at is null) <> ${p('taught')}::boolean returning m.code
)
select exists (select 1 from turned) as turned from before`);

/** Teaches a module no more, or again. Certificates stay, and so does what people had learnt of it. */
export const turnModule = async (
  tx: Runner,
  seal: Seal,
  { code, taught }: { code: string; taught: boolean },
  at: Date,
): Promise<Turned> => {
  const [row] = await turn(tx, { code, taught, at: at.toISOString() });
  if (!row) return 'unknown';
  if (!row.turned) return 'was-so';
  const action = taught ? 'module-restored' : 'module-withdrawn';
  await writeAudit(tx, seal, { action, reason: code }, at);
  return 'turned';
};
