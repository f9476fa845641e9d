import { stripVTControlCharacters } from 'node:util';
import { say, type Text } from '../../bot/conversation/reply.ts';
import type { Tongue } from '../../bot/conversation/tongue.ts';
import type { Fault } from '../../bot/domain/imports/fault.ts';
import type { Imported } from '../../db/imports/index.ts';

/** The most of a cell that is shown (characters). */
const shownMost = 80;

/** A cell on one line of a screen; what it holds may be anything, also what moves a terminal's cursor. */
const shown = (value: string): string => {
  const line = stripVTControlCharacters(value).replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return line.length > shownMost ? `${line.slice(0, shownMost - 1)}…` : line;
};

const what = ({ reason }: Fault): Text => say(reason.key, reason.with);

const line = (fault: Fault): Text => {
  const { row, column, value } = fault;
  const told = { number: row, what: what(fault) };
  if (column === null)
    return value === ''
      ? say('import.whole-row', told)
      : say('import.row', { ...told, detail: shown(value) });
  return value === ''
    ? say('import.empty-cell', { ...told, label: column })
    : say('import.cell', { ...told, label: column, detail: shown(value) });
};

/** What an import came to, in a person's language: every fault a line, then what was odd, then the counts. */
export const importWords = (
  { text }: Tongue,
  { faults, notices, unknown, counts }: Imported,
  { kind, apply }: { kind: string; apply: boolean },
): string => {
  const paper = kind === 'skm';
  const counted: Text = {
    join: [
      say('import.new', { count: counts.new }),
      ...(paper
        ? [say('import.there', { count: counts.unchanged })]
        : [
            say('import.changed', { count: counts.changed }),
            say('import.unchanged', { count: counts.unchanged }),
          ]),
    ],
    by: ', ',
  };
  const all: Text[] = [
    ...faults.map(line),
    ...(notices.length > 0 ? [say('import.odd', { count: notices.length })] : []),
    ...notices.map(line),
    ...(unknown.length > 0 ? [say('import.unknown', { detail: unknown.map(shown).join(', ') })] : []),
    ...(faults.length > 0
      ? [say('import.refused', { count: faults.length })]
      : [say(apply ? 'import.did' : 'import.would', { label: kind, what: counted })]),
    ...(paper && counts.new > 0 && counts.unchanged > 0 ? [say('import.alike')] : []),
  ];
  return all.map(text).join('\n');
};

/** The same for machines; `code` is the last part of the reason's key. */
export const importData = (
  { text }: Tongue,
  { faults, notices, unknown, counts }: Imported,
  { kind, apply }: { kind: string; apply: boolean },
): object => {
  const plain = (fault: Fault) => ({
    row: fault.row,
    column: fault.column,
    value: fault.value,
    code: fault.reason.key.slice('import.fault.'.length),
    reason: text(what(fault)),
  });
  return {
    kind,
    applied: apply && faults.length === 0,
    ...counts,
    faults: faults.map(plain),
    notices: notices.map(plain),
    unknownColumns: unknown,
  };
};
