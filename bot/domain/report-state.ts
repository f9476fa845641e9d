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

/** What a person, or the clock, does to a report. */
export type ReportAction =
  | 'verify'
  | 'ask_citizen'
  | 'not_ours'
  | 'archive'
  | 'forward'
  | 'accept'
  | 'return'
  | 'answer'
  | 'finish'
  | 'citizen_answers'
  | 'citizen_silent'
  | 'citizen_replies'
  | 'confirm'
  | 'auto_close'
  | 'merge'
  | 'reopen'
  | 'resume';

const transitions: Record<ReportState, Partial<Record<ReportAction, ReportState | 'previous'>>> = {
  diterima: {
    verify: 'diverifikasi',
    forward: 'diteruskan',
    ask_citizen: 'menunggu_warga',
    not_ours: 'bukan_wewenang',
    archive: 'diarsipkan',
    merge: 'digabung',
  },
  diverifikasi: {
    forward: 'diteruskan',
    ask_citizen: 'menunggu_warga',
    not_ours: 'bukan_wewenang',
    archive: 'diarsipkan',
    merge: 'digabung',
  },
  diteruskan: { accept: 'diproses', return: 'diverifikasi', merge: 'digabung' },
  diproses: {
    answer: 'diproses',
    finish: 'ditindaklanjuti',
    ask_citizen: 'menunggu_warga',
    merge: 'digabung',
  },
  menunggu_warga: { citizen_answers: 'previous', citizen_silent: 'diarsipkan', merge: 'digabung' },
  ditindaklanjuti: {
    citizen_replies: 'diproses',
    confirm: 'selesai',
    auto_close: 'selesai',
    merge: 'digabung',
  },
  selesai: { reopen: 'dibuka_kembali' },
  dibuka_kembali: { resume: 'diproses', merge: 'digabung' },
  bukan_wewenang: {},
  diarsipkan: {},
  digabung: {},
};

/** The state an action leads to, or `undefined` where it is not allowed. `previous` is the state the citizen was asked in. */
export function stateAfter(
  state: ReportState,
  action: ReportAction,
  previous: ReportState = 'diproses',
): ReportState | undefined {
  const next = transitions[state][action];
  return next === 'previous' ? previous : next;
}

/** What may be done to a report now. */
export function actionsOn(state: ReportState): ReportAction[] {
  return Object.keys(transitions[state]) as ReportAction[];
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
