import { and, inArray, isNotNull } from 'drizzle-orm';
import { readServices, type ServiceRecord } from '../../bot/domain/imports/services.ts';
import { service, unit } from '../schema/index.ts';
import type { ImportKind } from './import-kind.ts';
import { kept } from './kept.ts';
import { upsert } from './upsert.ts';

type Row = typeof service.$inferSelect;

const rowOf = (one: ServiceRecord, old: Row | undefined): Row => ({
  code: one.code,
  unitCode: one.unit_code,
  name: one.name,
  requirements: [...(one.requirements ?? old?.requirements ?? [])],
  steps: [...(one.steps ?? old?.steps ?? [])],
  time: kept(one.time, old?.time),
  fee: kept(one.fee, old?.fee),
  product: kept(one.product, old?.product),
  hours: kept(one.hours, old?.hours),
  place: kept(one.place, old?.place),
  counterCode: kept(one.counter_code, old?.counterCode),
  users: kept(one.users, old?.users),
  active: one.active ?? old?.active ?? true,
});

/** What offices do for people, by code; a service that the file does not name stays. */
export const services: ImportKind = async (tx, _seal, sheet) => {
  const before = await tx.select().from(service);
  const offices = await tx.select({ code: unit.code }).from(unit);
  const { records, ...said } = readServices(sheet, {
    units: new Set(offices.map(({ code }) => code)),
    counters: new Map(before.flatMap(({ code, counterCode }) => (counterCode ? [[counterCode, code]] : []))),
  });
  const known = new Map(before.map((row) => [row.code, row]));
  const rows = records.map((one) => rowOf(one, known.get(one.code)));
  // Two services may change counters with each other: both let go before either takes.
  const letGo = rows.filter(({ code, counterCode }) => known.get(code)?.counterCode !== counterCode);
  const codes = letGo.map(({ code }) => code);
  if (codes.length > 0)
    await tx
      .update(service)
      .set({ counterCode: null })
      .where(and(inArray(service.code, codes), isNotNull(service.counterCode)));
  return { ...said, counts: await upsert(tx, service, 'code', rows) };
};
