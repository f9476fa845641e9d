import type { Actor } from './life-step.ts';
import type { LocalDate } from './local-date.ts';

/** A reminder's name within one report, for sending it once only, and the due day it is about. */
type About = { key: string; to: Actor; due: LocalDate };

/**
 * Something a day brings. `day_before` asks for reason and new date; `own_up`, once the office has closed on the promised
 * day, tells the citizen that it is not done and when the next news comes; `news` is that next news; `escalate` gives the
 * supervisor *Alihkan* and, while an extension is left, *Perpanjang*; `answer_soon` tells a citizen that a question lapses.
 */
export type Reminder = About &
  (
    | { stage: 'half_time' }
    | { stage: 'day_before' }
    | { stage: 'answer_soon' }
    | { stage: 'own_up'; nextNews: LocalDate; onlyAfterHours: boolean }
    | { stage: 'news'; nextNews: LocalDate }
    | { stage: 'escalate'; mayExtend: boolean }
    | { stage: 'pause_end'; does: 'citizen_silent' }
    | { stage: 'auto_close'; does: 'auto_close' }
  );
