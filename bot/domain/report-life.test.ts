import { describe, expect, test } from 'vitest';
import { stepOf, stepsOf } from './report-life.ts';
import { isOpen, type ReportAction, type ReportState, reportStates } from './report-state.ts';

const cells = reportStates.flatMap((state) =>
  stepsOf(state).map(([action, step]) => ({ state, action, ...step })),
);

describe('the table of a report that is with nobody yet, with an office, and back', () => {
  test.each([
    ['diterima', 'verify', 'coordinator', 'diverifikasi', 'verified'],
    ['diterima', 'forward', 'clock', 'diteruskan', 'forwarded'],
    ['diterima', 'ask_citizen', 'coordinator', 'menunggu_warga', 'asked'],
    ['diverifikasi', 'forward', 'coordinator', 'diteruskan', 'forwarded'],
    ['diverifikasi', 'not_ours', 'coordinator', 'bukan_wewenang', 'not_ours'],
    ['diverifikasi', 'archive', 'coordinator', 'diarsipkan', 'archived'],
    ['diteruskan', 'accept', 'officer', 'diproses', 'in_progress'],
    ['diteruskan', 'return', 'officer', 'diverifikasi', 'rerouting'],
    ['diproses', 'ask_citizen', 'officer', 'menunggu_warga', 'asked'],
    ['diproses', 'answer', 'officer', 'diproses', 'answered'],
    ['diproses', 'finish', 'officer', 'ditindaklanjuti', 'done'],
    ['menunggu_warga', 'citizen_answers', 'citizen', 'previous', 'thanks_clock_runs'],
    ['menunggu_warga', 'citizen_silent', 'clock', 'diarsipkan', 'archived_incomplete'],
    ['ditindaklanjuti', 'citizen_replies', 'citizen', 'diproses', 'reply_received'],
    ['ditindaklanjuti', 'confirm', 'citizen', 'selesai', 'closed'],
    ['ditindaklanjuti', 'auto_close', 'clock', 'selesai', 'closed_by_silence'],
    ['ditindaklanjuti', 'reopen', 'citizen', 'dibuka_kembali', 'reopened'],
    ['selesai', 'reopen', 'citizen', 'dibuka_kembali', 'reopened'],
    ['dibuka_kembali', 'resume', 'clock', 'diproses', undefined],
  ] as const)('%s: %s by the %s leads to %s', (state, action, by, to, tells) => {
    const step = stepOf(state, action);
    expect(step?.by).toContain(by);
    expect(step?.to).toBe(to);
    expect(step?.tells).toBe(tells);
  });
});

test('the citizen is told of every step but the last inch back to work', () => {
  const untold = cells.filter(({ tells }) => tells === undefined);
  expect(untold.map(({ state, action }) => `${state} ${action}`)).toEqual(['dibuka_kembali resume']);
});

test('who puts a report away, gives it back, asks, merges or says no has to say why', () => {
  const why: Partial<Record<ReportAction, string>> = {
    archive: 'archive_reason',
    return: 'reason',
    ask_citizen: 'question',
    not_ours: 'responsible',
    merge: 'main_ticket',
    not_yet: 'reason',
    extend: 'date',
    finish: 'result',
    reopen: 'reason',
  };
  for (const { state, action, needs } of cells) {
    const need = why[action];
    if (need) expect(needs, `${state} ${action}`).toContain(need);
  }
  expect(stepOf('menunggu_warga', 'citizen_silent')?.archivedAs).toBe('tidak_lengkap');
});

test('no officer confirms for the citizen, and no citizen decides for the office', () => {
  const owners: readonly (readonly [ReportAction, string])[] = [
    ['confirm', 'citizen'],
    ['reopen', 'citizen'],
    ['citizen_answers', 'citizen'],
    ['citizen_replies', 'citizen'],
    ['accept', 'officer'],
    ['answer', 'officer'],
    ['finish', 'officer'],
    ['not_ours', 'coordinator'],
    ['archive', 'coordinator'],
    ['own_up', 'clock'],
    ['auto_close', 'clock'],
    ['citizen_silent', 'clock'],
  ];
  for (const [action, owner] of owners) {
    for (const cell of cells.filter((one) => one.action === action)) expect(cell.by).toEqual([owner]);
  }
});

test('Balas and what is said of a promise change no state', () => {
  for (const { state, action, to } of cells) {
    if (['add', 'answer', 'not_yet', 'extend', 'own_up'].includes(action)) expect(to, action).toBe(state);
  }
});

test('whatever the state of an open report, whoever has the problem can say more and leaves it where it is', () => {
  for (const state of reportStates)
    expect(stepOf(state, 'add')?.to, state).toBe(isOpen(state) ? state : undefined);
});

test('a question is answered where it was asked, and the word of an office where it was given', () => {
  const places = (action: ReportAction) => reportStates.filter((state) => stepOf(state, action));
  expect(places('citizen_answers')).toEqual(['menunggu_warga']);
  expect(places('citizen_replies')).toEqual(['ditindaklanjuti']);
  expect(places('reopen')).toEqual(['ditindaklanjuti', 'selesai']);
});

test('from every open state the report can come to an end', () => {
  const ends = (state: ReportState, seen: readonly ReportState[] = []): boolean =>
    !isOpen(state) ||
    (!seen.includes(state) &&
      stepsOf(state).some(
        ([action, { to }]) => action !== 'merge' && to !== 'previous' && ends(to, [...seen, state]),
      ));
  for (const state of reportStates) expect(ends(state), state).toBe(true);
});
