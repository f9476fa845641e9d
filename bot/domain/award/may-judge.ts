import { mayAny } from '../permissions/may-any.ts';
import { isGranted } from '../permissions/verdict.ts';
import type { StaffRole } from '../roles.ts';

/** A member of the committee as far as judging goes; `office`: by `officeOf`. */
export type Judge = { id: number; office: string; hats: readonly StaffRole[] };

/** Why somebody may not judge a nominee: the table says so, it is themselves, or a colleague of the own office. */
export type JudgeBar = 'role' | 'oneself' | 'own-office';

/**
 * What keeps somebody from judging a nominee; null: nothing. `offices`: where the nominee served when named and where they
 * serve now, so that a transfer neither opens nor hides anything.
 */
export const judgeBar = (
  { id, office, hats }: Judge,
  nominee: { id: number; offices: readonly string[] },
): JudgeBar | null => {
  const own = nominee.offices.includes(office);
  const on = own ? 'own' : 'other';
  const asked = hats.map((role) => ({ role, on }) as const);
  if (!isGranted(mayAny(asked, 'judge-nominee'))) return 'role';
  if (id === nominee.id) return 'oneself';
  return own ? 'own-office' : null;
};
