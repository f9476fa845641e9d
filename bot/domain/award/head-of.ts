import type { StaffRole } from '../roles.ts';

/** An employee as far as heading goes. `office`: that of their unit; `superiorsThere`: active people of that very unit above them. */
export type MaybeHead = {
  unit: string;
  office: string;
  hats: readonly StaffRole[];
  superiorsThere: number;
};

/** The office that somebody heads: they are a supervisor, sit in the office itself and not in a part of it, and nobody there stands above them. */
export const headOf = ({ unit, office, hats, superiorsThere }: MaybeHead): string | null =>
  unit === office && hats.includes('supervisor') && superiorsThere === 0 ? office : null;
