import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, test } from 'vitest';
import { maskPhone, readPhone } from './phone.ts';

type Cells = readonly unknown[];
const countries = Object.entries(metadata.countries as unknown as { [country: string]: Cells });
const codes = metadata.country_calling_codes as unknown as { [code: string]: readonly string[] };
const nowhere = metadata.nonGeographic as unknown as { [code: string]: Cells };

const spans = (lengths: readonly number[]): string =>
  lengths
    .filter((one) => !lengths.includes(one - 1))
    .map((from) => {
      let until = from;
      while (lengths.includes(until + 1)) until += 1;
      return until > from ? `${from}-${until}` : `${from}`;
    })
    .join(',');

/** A row of the table: no patterns for writing numbers, and for reading only where the library would else take off too much. */
const rowOf = (country: string, cells: Cells): string => {
  const home = country === 'ID';
  const [code, abroad, pattern, lengths, , prefix, , heard, into] = cells;
  const wanted = [prefix, heard, into, heard || home ? pattern : 0, home ? abroad : 0].map(
    (one) => one || '-',
  );
  return [country, code, spans(lengths as number[]), ...wanted].join(' ').replace(/( -)+$/, '');
};

const table = (): string => {
  const first = new Set(Object.values(codes).map(([country]) => country));
  const rows = [
    ...countries.filter(([country]) => first.has(country)).map(([country, cells]) => rowOf(country, cells)),
    ...Object.values(nowhere).map((cells) => rowOf('001', [...cells].slice(0, 9))),
  ];
  return rows.join('\n');
};

const words = (rows: string): string => `/**
 * The world's telephone numbers, as far as it takes to read one, from the metadata of libphonenumber: a fifth of its
 * weight, for a Worker carries this file. A test writes it (\`vitest run bot/domain/numbering-plans -u\`) and fails
 * once the library knows better. Each line: country (001: of none), calling code, lengths, and where there are any: prefix
 * within the country, how it is heard, what that turns into, pattern, prefix for going abroad. Of countries that share a
 * calling code only the one that it stands for.
 */
export const numberingPlansTable = String.raw\`
${rows}
\`;
`;

test('the table says what the library of this version knows', async () => {
  const rows = table();
  expect(rows).not.toMatch(/`|\$\{/);
  await expect(words(rows)).toMatchFileSnapshot('./numbering-plans-table.ts');
});

const whole = (text: string): string | undefined => {
  const number = parsePhoneNumberFromString(text, 'ID');
  return number?.isPossible() ? number.number : undefined;
};

const mobiles = Object.entries(examples as { [country: string]: string }).flatMap(([country, number]) => {
  const [, cells] = countries.find(([name]) => name === country) ?? [];
  return cells ? [{ country, number, code: String(cells[0]), prefix: String(cells[5] || '') }] : [];
});

test('a mobile number of each country of the world is read as by the whole library, however it is written', () => {
  expect(mobiles.length).toBeGreaterThan(230);
  for (const { country, number, code, prefix } of mobiles)
    for (const typed of [
      `+${code} ${number}`,
      `+${code} (0)${number}`,
      `+${code}${prefix}${number}`,
      `00${code}${number}`,
      `008${code}${number}`,
      `${code}${number}`,
      number,
    ])
      expect([country, typed, readPhone(typed)]).toEqual([country, typed, whole(typed)]);
});

test('what is typed here is read as by the whole library, to the last digit', () => {
  const digits = fc.stringMatching(/^\d{1,17}$/);
  const start = fc.constantFrom(
    '',
    '0',
    '62',
    '+62',
    '+62 0',
    '008',
    '001',
    '017',
    '+',
    '8',
    '08',
    '0298',
    '(0298) ',
  );
  fc.assert(
    fc.property(start, digits, (first, rest) => {
      const typed = first + rest;
      // Where countries share a code, lengths are those of the one it stands for: Saint Helena's, Curaçao's, and not Canada's 310-1234.
      fc.pre(!/290|599|1310\d{4,6}$/.test(typed));
      expect(readPhone(typed)).toBe(whole(typed));
      const known = parsePhoneNumberFromString(typed, 'ID');
      if (known && known.nationalNumber.length >= 8)
        expect(maskPhone(typed)).toMatch(`+${known.countryCallingCode} ${known.nationalNumber.slice(0, 3)}`);
    }),
    { numRuns: 3000 },
  );
});
