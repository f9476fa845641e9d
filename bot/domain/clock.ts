import type { Category } from './category.ts';
import type { ReportKind } from './report-kind.ts';

/** How sure we are of a number; a console shows it beside the legal reference. */
export type Confidence = 'source' | 'third_party_code' | 'general_knowledge' | 'proposal';

/** A clock as data. `hari_kerja` are working days, `hari` calendar days, `jam` hours: three different things in law. */
export type Deadline = {
  key: string;
  n: number;
  unit: 'hari_kerja' | 'hari' | 'jam';
  start: string;
  legalReference: string;
  confidence: Confidence;
};

/** The deadline of that key; its absence is a fault of the data, so it throws. */
export function deadline(deadlines: readonly Deadline[], key: string): Deadline {
  const found = deadlines.find((one) => one.key === key);
  if (!found) throw new Error(`deadlines hold no "${key}": load the seed data or add the row`);
  return found;
}

/**
 * By when a report must be settled. The kind wins over the category; a complaint's days come from its category,
 * with the class (*berkadar pengawasan* or not) as its reason. PermenPANRB 5/2025 replaces the text these days stem from.
 */
export function settlementClock(
  kind: ReportKind,
  category: Pick<Category, 'deadlineWorkingDays' | 'sensitive'>,
  deadlines: readonly Deadline[],
): Deadline {
  if (kind !== 'pengaduan') return deadline(deadlines, kind);
  const ordinary = deadline(deadlines, 'tidak_berkadar_pengawasan');
  const examined = deadline(deadlines, 'berkadar_pengawasan');
  const needsExamination = category.sensitive !== 'none' || category.deadlineWorkingDays >= examined.n;
  const reason = needsExamination ? examined : ordinary;
  if (category.deadlineWorkingDays === reason.n) return reason;
  return { ...reason, n: category.deadlineWorkingDays, confidence: 'proposal' };
}
