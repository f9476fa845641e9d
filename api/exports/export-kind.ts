import type { HouseAction } from '../../bot/domain/permissions/action.ts';
import type { Period } from '../../bot/domain/skm/survey-period.ts';
import type { City } from '../../bot/ports.ts';
import type { Runner } from '../../db/prepared.ts';

/** What was asked for; `unit` and `service` are codes. `now` is the hall clock's. */
export type Asked = {
  runner: Runner;
  city: City;
  now: Date;
  period: Period;
  unit: string | undefined;
  service: string | undefined;
  locale: string;
  /** Of the paper, where there is a choice. */
  size?: 'a4' | 'a5' | undefined;
};

export type MadeFile = { name: string; bytes: Uint8Array };

/** The files that came of it (several go into a folder) and the same for `--json`; or the reason why there are none. */
export type Made = { files: readonly MadeFile[]; data: unknown } | { refused: string };

/** A kind of export: what it asks of the permission table, and how each of its formats is made. */
export type ExportKind = {
  asks: HouseAction;
  formats: { readonly [format: string]: (asked: Asked) => Promise<Made> };
};

/** Formats that a terminal can show; the others are only for files and other programs. */
export const plainFormats: ReadonlySet<string> = new Set(['csv', 'svg', 'json']);
