import { berakhlak } from '../award/berakhlak.ts';
import { isLocalDate } from '../local-date.ts';
import { elements } from '../skm/elements.ts';
import { positionGroups } from '../training/ip-asn-rules.ts';
import { jpOfMinutes, jpText, readJp } from '../training/jp.ts';
import { usualTraining } from '../training/training-rules.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Module } from './module.ts';
import type { Note } from './module-faults.ts';
import { limits } from './module-limits.ts';
import { officeKinds } from './office-kind.ts';
import { pickedFrom } from './picked-from.ts';

/** The names in front of a module; the first four are required. */
export const headNames = [
  'kode',
  'judul',
  'menit',
  'lulus',
  'jp',
  'sk',
  'tanggal_sk',
  'kantor',
  'jabatan',
  'nilai',
  'unsur',
] as const;
type HeadName = (typeof headNames)[number];

const required: readonly HeadName[] = ['kode', 'judul', 'menit', 'lulus'];

/** Reads what stands in front of a module; what has a fault reads as nothing, for no module comes of it. */
export const readHead = ({ entries, end }: FrontMatter, note: Note): Omit<Module, 'steps'> => {
  const given = (name: HeadName) => {
    const entry = entries.get(name);
    return entry && entry.text !== '' ? entry : undefined;
  };
  for (const name of required)
    if (!given(name)) note(entries.get(name)?.number ?? end, 'missing', { label: name });

  const whole = (name: HeadName, { from, to }: { from: number; to: number }): number | undefined => {
    const entry = given(name);
    const number = entry && /^\d{1,3}$/.test(entry.text) ? Number(entry.text) : Number.NaN;
    if (number >= from && number <= to) return number;
    if (entry) note(entry.number, 'whole', { from, to });
    return undefined;
  };
  const picked = <T extends string>(name: HeadName, among: readonly T[]): readonly T[] => {
    const entry = given(name);
    return entry ? pickedFrom(entry, among, note) : [];
  };

  const code = given('kode');
  if (code && !(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code.text) && code.text.length <= limits.code))
    note(code.number, 'code', { max: limits.code });
  const title = given('judul');
  if (title && title.text.length > limits.title) note(title.number, 'long', { max: limits.title });
  const minutes = whole('menit', limits.minutes);

  const decree = given('sk');
  if (decree && !/\d/.test(decree.text)) note(decree.number, 'decree');
  const on = given('tanggal_sk');
  if (on && !isLocalDate(on.text)) note(on.number, 'date');
  if (on && !decree) note(on.number, 'decree-alone');

  const hours = given('jp');
  const jp = readJp(hours?.text ?? '0');
  const most = jpOfMinutes(minutes ?? limits.minutes.to, usualTraining.minutesPerJp);
  if (hours && jp === undefined) note(hours.number, 'jp');
  if (hours && jp && !decree) note(hours.number, 'jp-decree');
  if (hours && jp !== undefined && jp > most)
    note(hours.number, 'jp-most', { jp: jpText(most).replace('.', ','), count: usualTraining.minutesPerJp });

  return {
    code: code?.text ?? '',
    title: title?.text ?? '',
    minutes: minutes ?? 0,
    pass: whole('lulus', limits.pass) ?? 0,
    jp: jp ?? 0,
    decree: decree ? { number: decree.text, on: on?.text ?? null } : null,
    offices: picked('kantor', officeKinds),
    positions: picked('jabatan', positionGroups),
    values: picked('nilai', berakhlak),
    elements: picked('unsur', elements),
  };
};
