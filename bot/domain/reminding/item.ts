import type { LocalDate } from '../local-date.ts';

/** What a person may have to be reminded of; a `date` is one that the personnel office imported. */
export const itemKinds = ['register', 'complete', 'certificate', 'jp_pace', 'date'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Why this person hears of it; always shown with it. */
export type Reason = {
  /** The training's title; of a date its kind, as the file names it (`kgb`, `pangkat`, `pensiun`). */
  about: string;
  source: 'own_registration' | 'enrolled_by_office' | 'mandatory' | 'yearly_hours' | 'personnel_file';
  /** The unit or provider that asks for it, by name. */
  asker: string;
  /** Hours (JP of 45 minutes) it counts for, where it counts for any. */
  jp?: number;
  /** The day of the data: a date of the personnel file is shown "per tanggal" and promises nothing. */
  asOf?: LocalDate;
};

/**
 * One thing with a deadline, as it stands for one person at the moment of asking. The key holds the deadline
 * (`complete:PP-01:2026-11-27`), so that a moved one is another item with its own milestones.
 */
export type Item = {
  key: string;
  kind: ItemKind;
  due: LocalDate;
  /** The first day it may be spoken of: the day of an import, the day after somebody registered themselves. */
  since: LocalDate;
  /** Finished, registered, sent or no longer asked for: not a word from that minute. */
  done: boolean;
  /** The day on which the person wants to hear of it again (`snoozeUntil`). */
  snoozedUntil?: LocalDate;
  /** The last time the person did anything about it: a tap, a snooze, a step in the training. */
  touchedAt?: Date;
  reason: Reason;
};

/**
 * The name of an occasion, unique within an item: the days that are left (`30` … `0`, `-1` when a day late), the day of the
 * year (`03-31`), or `again:2026-11-27` for a snooze that has run out.
 */
export type Milestone = string;

/** The message of the day, or the one more that a deadline of the same day may add. */
export const lanes = ['day', 'deadline'] as const;
export type Lane = (typeof lanes)[number];

/**
 * What one person was reminded of. A store keeps (person, item, milestone) unique, and one message for each (person, local day,
 * lane), so that of two processes one writes.
 */
export type Given = { item: string; milestone: Milestone; lane: Lane; at: Date };
