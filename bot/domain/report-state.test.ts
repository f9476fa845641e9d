import { describe, expect, test } from 'vitest';
import { actionsOn, isOpen, type ReportState, reportStates, stateAfter } from './report-state.ts';

test('the way of a report that goes well', () => {
  let state: ReportState | undefined = 'diterima';
  const way: (ReportState | undefined)[] = [];
  for (const action of ['verify', 'forward', 'accept', 'answer', 'finish', 'confirm'] as const) {
    state = state && stateAfter(state, action);
    way.push(state);
  }
  expect(way).toEqual(['diverifikasi', 'diteruskan', 'diproses', 'diproses', 'ditindaklanjuti', 'selesai']);
});

test('a citizen who answers the question puts the report back where it was', () => {
  expect(stateAfter('menunggu_warga', 'citizen_answers', 'diverifikasi')).toBe('diverifikasi');
  expect(stateAfter('menunggu_warga', 'citizen_answers')).toBe('diproses');
  expect(stateAfter('menunggu_warga', 'citizen_silent')).toBe('diarsipkan');
});

test('a solved report that is not solved comes back to work', () => {
  expect(stateAfter('selesai', 'reopen')).toBe('dibuka_kembali');
  expect(stateAfter('dibuka_kembali', 'resume')).toBe('diproses');
});

describe('what is not allowed', () => {
  test.each([
    ['diterima', 'finish'],
    ['diteruskan', 'answer'],
    ['selesai', 'answer'],
    ['diarsipkan', 'reopen'],
    ['digabung', 'accept'],
    ['diproses', 'accept'],
    ['diproses', 'confirm'],
  ] as const)('%s refuses %s', (state, action) => {
    expect(stateAfter(state, action)).toBeUndefined();
  });
});

test('every open report can be merged or come back to work, and no closed one can be merged', () => {
  for (const state of reportStates) expect(actionsOn(state).includes('merge'), state).toBe(isOpen(state));
});

test('every state can be reached', () => {
  const reached = new Set<string>(['diterima']);
  for (const state of reportStates) {
    for (const action of actionsOn(state)) reached.add(stateAfter(state, action) ?? '');
  }
  expect(reportStates.filter((state) => !reached.has(state))).toEqual([]);
});
