import { type Unit, unitFor } from './agency.ts';
import type { Category } from './category.ts';
import { addCalendarDays, endOfLocalDay, localDate } from './local-date.ts';
import type { StaffRole } from './roles.ts';

/** A unit and everybody it answers to, itself first. */
export const lineOf = (code: string, units: readonly Unit[]): string[] => {
  const line: string[] = [];
  for (let at: string | null | undefined = code; at && !line.includes(at); ) {
    line.push(at);
    at = units.find((unit) => unit.code === at)?.parent;
  }
  return line;
};

const secretaryOf = (units: readonly Unit[]): Unit | undefined =>
  units.find(({ code, handles }) => code === 'setda' || handles.includes('setda')) ??
  units.find(({ handles }) => handles.includes('admin_koordinator'));

/**
 * The office whose inspectors read a sensitive report: that of its category, and where this one is itself complained about
 * the Sekretaris Daerah's (sp4n.md section 8). `undefined` where it does not answer in chat yet, or the city has none:
 * nobody else may have it instead.
 */
export const sensitiveUnit = (
  category: Pick<Category, 'office' | 'unitCode'>,
  units: readonly Unit[],
  concerns?: string | null,
): Unit | undefined => {
  const own = unitFor(category, units);
  if (own.code !== category.unitCode && !own.handles.includes(category.office)) return undefined;
  const itself = concerns != null && lineOf(concerns, units).includes(own.code);
  const unit = itself ? secretaryOf(units) : own;
  return unit?.answers && unit.code !== concerns ? unit : undefined;
};

/**
 * How an employee stands to a sensitive report: assigned are the inspectors of the office it lies with; concerned is the
 * office complained about with everybody above it, but not the office that handles it in its stead.
 */
export const tiesToSensitive = (
  employee: { office: string; hats: readonly StaffRole[] },
  report: { office: string; concerns: string | null },
  units: readonly Unit[],
): { assigned: boolean; concerned: boolean } => {
  const handles = employee.office === report.office;
  const above = report.concerns !== null && lineOf(report.concerns, units).includes(employee.office);
  return {
    assigned: handles && employee.hats.includes('inspector'),
    concerned: above && (!handles || report.concerns === report.office),
  };
};

/**
 * The beginning of the local day, by which a citizen's steps in a sensitive report are dated: the instant itself also
 * stands where the chat was last heard of, and would lead from the report to who wrote it.
 */
export const dayOf = (at: Date, zone: string): Date =>
  new Date(endOfLocalDay(addCalendarDays(localDate(at, zone), -1), zone).getTime() + 1);
