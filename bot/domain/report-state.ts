import { stepOf, stepsOf } from './report-life.ts';

/** Where a report stands; these names are public, in exports, open data and the API. */
export const reportStates = [
  'diterima',
  'diverifikasi',
  'diteruskan',
  'diproses',
  'ditindaklanjuti',
  'selesai',
  'menunggu_warga',
  'bukan_wewenang',
  'diarsipkan',
  'dibuka_kembali',
  'digabung',
] as const;
export type ReportState = (typeof reportStates)[number];

/**
 * What a person, or the clock, does to a report. `return` is an office's *Bukan wewenang* or a supervisor's *Alihkan*,
 * `not_yet` is *Belum bisa, karena …*, `extend` is *Dijadwalkan* without an answer (*Perpanjang*), and `own_up` the bot's
 * own word that a promise was not kept.
 */
export type ReportAction =
  | 'add'
  | 'verify'
  | 'ask_citizen'
  | 'not_ours'
  | 'archive'
  | 'forward'
  | 'accept'
  | 'return'
  | 'answer'
  | 'not_yet'
  | 'extend'
  | 'own_up'
  | 'finish'
  | 'citizen_answers'
  | 'citizen_silent'
  | 'citizen_replies'
  | 'confirm'
  | 'auto_close'
  | 'merge'
  | 'reopen'
  | 'resume';

/** The state an action leads to, or `undefined` where it is not allowed. `previous` is the state the citizen was asked in. */
export function stateAfter(
  state: ReportState,
  action: ReportAction,
  previous: ReportState = 'diproses',
): ReportState | undefined {
  const next = stepOf(state, action)?.to;
  return next === 'previous' ? previous : next;
}

/** What may be done to a report now. */
export function actionsOn(state: ReportState): ReportAction[] {
  return stepsOf(state).map(([action]) => action);
}

/** Whether work is still owed: neither closed nor put away nor handled under another number. */
export function isOpen(state: ReportState): boolean {
  switch (state) {
    case 'selesai':
    case 'bukan_wewenang':
    case 'diarsipkan':
    case 'digabung':
      return false;
    case 'diterima':
    case 'diverifikasi':
    case 'diteruskan':
    case 'diproses':
    case 'ditindaklanjuti':
    case 'menunggu_warga':
    case 'dibuka_kembali':
      return true;
    default:
      return state satisfies never;
  }
}
