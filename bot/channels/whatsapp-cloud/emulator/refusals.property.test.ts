import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openOffice, sri, words } from './testing/office.ts';

const menu = {
  messaging_product: 'whatsapp',
  to: sri.waId,
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'Tentang apa?' },
    action: { button: 'Buka', sections: [{ title: 'A', rows: [{ id: 'a', title: 'Jalan' }] }] },
  },
};

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place inside a body, as the keys that lead to it. */
const placesOf = (value: unknown, at: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => [[...at, key], ...placesOf(one, [...at, key])])
    : [];

function withAt(value: unknown, [key, ...rest]: string[], put: Json): unknown {
  if (key === undefined) return put;
  const inner = (value as Record<string, unknown>)[key];
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === key ? withAt(one, rest, put) : one));
  return { ...(value as object), [key]: withAt(inner, rest, put) };
}

test('whatever a call holds, it is answered: taken, or refused with an envelope', async () => {
  const { emulator } = openOffice({ statuses: false });
  emulator.phone(sri).type('halo');
  const bodies = [words('halo'), menu];
  const spoilt = fc
    .constantFrom(...bodies.flatMap((body) => placesOf(body).map((at) => ({ body, at }))))
    .chain(({ body, at }) => fc.jsonValue().map((put) => withAt(body, at, put as Json)));
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoilt, fc.dictionary(fc.string(), fc.jsonValue())), async (body) => {
      const { status, body: answer } = await emulator.call(body as object);
      if (status !== 200) expect(answer).toMatchObject({ error: { code: expect.any(Number) } });
    }),
    { numRuns: 500 },
  );
  expect(emulator.stats.refused).toBeGreaterThan(100);
});
