import { expect, test } from 'vitest';
import { marks } from '../../i18n/marks.ts';
import { oneLine, plain, written } from './words.ts';

const [strong, strongEnd] = marks.strong;
const [code, codeEnd] = marks.code;
const bold = (text: string) => `${strong}${text}${strongEnd}`;

test.each([
  ['writes our marks as WhatsApp’s', `${bold('a')} ${code}b${codeEnd}`, '*a* `b`'],
  ['line by line, for bold ends with its line', bold('a\nb\n\nc'), '*a*\n*b*\n\n*c*'],
  ['close to the words, for a space between is no markup', `x${bold(' a ')}y`, 'x *a* y'],
  ['not around nothing', bold(' '), ''],
  ['not around a sign of the same kind, which would end it too early', bold('a*b'), 'a*b'],
  ['nor around a backtick in a code', `${code}a\`b${codeEnd}`, 'a`b'],
  ['a code inside of bold is a code', bold(`a ${code}b${codeEnd} c`), '*a* `b` *c*'],
  ['closes a mark that a cut left open', `${strong}a`, '*a*'],
  ['drops the end of one that a cut left behind', `a${strongEnd}`, 'a'],
  ['keeps what a person wrote', '2*3 _x_ ~y~ `z` <b>&', '2*3 _x_ ~y~ `z` <b>&'],
  ['keeps a dollar sign as it is', bold('$& $1'), '*$& $1*'],
  ['removes control characters', 'a\u0000b\u0007\r\nc\u009b', 'ab\nc'],
])('%s', (_, given, wanted) => {
  expect(written(given, 100)).toBe(wanted);
});

test('leaves the signs away where they would make words too long', () => {
  expect(written(bold('a\nb'), 7)).toBe('*a*\n*b*');
  expect(written(bold('a\nb'), 6)).toBe('a\nb');
});

test('leaves nothing of a mark in plain words, and no line break in a label', () => {
  expect(plain(` ${bold('a')}\nb `)).toBe('a\nb');
  expect(oneLine(`${bold('a')}\n\n b`)).toBe('a b');
});
