import { inArray } from 'drizzle-orm';
import type { Actor } from '../../../bot/domain/life-step.ts';
import type { OfficeRole } from '../../../bot/domain/roles.ts';
import { employee } from '../../schema/index.ts';
import type { DemoEmployee } from './staff.ts';
import type { Tx } from './write-people.ts';

/** Who does the work of a part in a report's life, of several in turn: `officer` in the office itself, `coordinator` for all. */
export type AtWork = (actor: Actor, unitCode: string, turn: number) => number | null;

/** Hires the invented people; who is there stays as they are. Gives how many are new, and who of them is at work. */
export async function writeStaff(
  tx: Tx,
  staff: readonly DemoEmployee[],
): Promise<{ hired: number; atWork: AtWork }> {
  const hired = await tx
    .insert(employee)
    .values([...staff])
    .onConflictDoNothing()
    .returning({ id: employee.id });
  const nips = staff.map(({ nip }) => nip);
  const rows = await tx
    .select({ id: employee.id, nip: employee.nip })
    .from(employee)
    .where(inArray(employee.nip, nips));
  const ids = new Map(rows.map(({ nip, id }) => [nip, id]));
  const oneOf = (role: OfficeRole, turn: number, unitCode?: string): number | null => {
    const of = staff.filter(
      (one) => one.roles.includes(role) && (unitCode === undefined || one.unitCode === unitCode),
    );
    return ids.get(of[turn % of.length]?.nip ?? '') ?? null;
  };
  const atWork: AtWork = (actor, unitCode, turn) => {
    switch (actor) {
      case 'officer':
      case 'supervisor':
        return oneOf(actor, turn, unitCode);
      case 'coordinator':
        return oneOf(actor, turn);
      case 'citizen':
      case 'clock':
        return null;
      default:
        return actor satisfies never;
    }
  };
  return { hired: hired.length, atWork };
}
