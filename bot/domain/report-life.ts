import type { Actor, LifeStep } from './life-step.ts';
import type { ReportAction, ReportState } from './report-state.ts';

const merge: LifeStep = {
  to: 'digabung',
  by: ['officer', 'coordinator'],
  tells: 'merged',
  needs: ['main_ticket'],
};

const ask = (by: Actor): LifeStep => ({
  to: 'menunggu_warga',
  by: [by],
  tells: 'asked',
  needs: ['question'],
});

/** *Belum beres*, of a report called done or closed: the promises begin anew and the head of the office hears of it. */
const reopen: LifeStep = { to: 'dibuka_kembali', by: ['citizen'], tells: 'reopened', needs: ['reason'] };

const adding = (to: ReportState): LifeStep => ({ to, by: ['citizen'], tells: 'added' });

/** What leaves a report where it is: more words or photos of the citizen, and a promise that was not kept. */
const staying = (to: ReportState) =>
  ({
    add: adding(to),
    own_up: { to, by: ['clock'], tells: 'not_done' },
  }) satisfies { [action: string]: LifeStep };

/** What a coordinator decides before an office has the report. */
const sorting = {
  forward: { to: 'diteruskan', by: ['coordinator', 'clock'], tells: 'forwarded', needs: ['office'] },
  ask_citizen: ask('coordinator'),
  not_ours: { to: 'bukan_wewenang', by: ['coordinator'], tells: 'not_ours', needs: ['responsible'] },
  archive: { to: 'diarsipkan', by: ['coordinator'], tells: 'archived', needs: ['archive_reason'] },
  merge,
} satisfies { [action: string]: LifeStep };

/** What an office says of a promise it cannot keep; the clock runs on unless there is a new date. */
const promising = (to: ReportState) =>
  ({
    not_yet: { to, by: ['officer', 'supervisor'], tells: 'not_yet', needs: ['reason'] },
    extend: { to, by: ['officer', 'supervisor'], tells: 'planned', needs: ['date', 'reason'] },
  }) satisfies { [action: string]: LifeStep };

/** *Bukan wewenang* of an office, or *Alihkan* of its supervisor: back to the coordinator, never to nobody. */
const giveBack = (...by: Actor[]): LifeStep => ({
  to: 'diverifikasi',
  by,
  tells: 'rerouting',
  needs: ['reason'],
});

const life: Record<ReportState, Partial<Record<ReportAction, LifeStep>>> = {
  diterima: {
    ...staying('diterima'),
    ...sorting,
    verify: { to: 'diverifikasi', by: ['coordinator'], tells: 'verified' },
  },
  diverifikasi: { ...staying('diverifikasi'), ...sorting },
  diteruskan: {
    ...staying('diteruskan'),
    ...promising('diteruskan'),
    accept: { to: 'diproses', by: ['officer'], tells: 'in_progress' },
    return: giveBack('officer', 'supervisor'),
    merge,
  },
  diproses: {
    ...staying('diproses'),
    ...promising('diproses'),
    answer: { to: 'diproses', by: ['officer'], tells: 'answered', needs: ['body'] },
    finish: { to: 'ditindaklanjuti', by: ['officer'], tells: 'done', needs: ['result'] },
    ask_citizen: ask('officer'),
    return: giveBack('supervisor'),
    merge,
  },
  menunggu_warga: {
    add: adding('menunggu_warga'),
    citizen_answers: { to: 'previous', by: ['citizen'], tells: 'thanks_clock_runs' },
    citizen_silent: {
      to: 'diarsipkan',
      by: ['clock'],
      tells: 'archived_incomplete',
      archivedAs: 'tidak_lengkap',
    },
    merge,
  },
  ditindaklanjuti: {
    add: adding('ditindaklanjuti'),
    citizen_replies: { to: 'diproses', by: ['citizen'], tells: 'reply_received' },
    confirm: { to: 'selesai', by: ['citizen'], tells: 'closed' },
    reopen,
    auto_close: { to: 'selesai', by: ['clock'], tells: 'closed_by_silence' },
    merge,
  },
  selesai: { reopen },
  dibuka_kembali: {
    ...staying('dibuka_kembali'),
    resume: { to: 'diproses', by: ['officer', 'clock'] },
    merge,
  },
  bukan_wewenang: {},
  diarsipkan: {},
  digabung: {},
};

/** What an action means in a state, or `undefined` where it cannot be done. */
export function stepOf(state: ReportState, action: ReportAction): LifeStep | undefined {
  return life[state][action];
}

/** Everything that can be done in a state. */
export function stepsOf(state: ReportState): [ReportAction, LifeStep][] {
  return Object.entries(life[state]) as [ReportAction, LifeStep][];
}
