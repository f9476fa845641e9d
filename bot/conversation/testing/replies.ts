import fc from 'fast-check';
import { type Choice, literal, type Reply, say } from '../reply.ts';

const hostile = [
  '<b>',
  '</b>',
  '<a href="x">',
  '&amp;',
  '&lt',
  '&#x41;',
  '<',
  '>',
  '&',
  '"',
  "'",
  '<!--',
  '\uE000',
  '\uE003',
  '*',
  '_',
  '`',
  '😀',
];
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(...hostile, 'lampu jalan', '\n', '\n\n', ' '),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));
const long = fc.tuple(words, fc.nat(400)).map(([some, times]) =>
  `x${some} `
    .repeat(times + 1)
    .slice(0, 9_000)
    .toWellFormed(),
);
/** A label as a person or a city might write it. */
export const named = words.map((some) => `x${some.replace(/\s+/g, ' ')}`.slice(0, 60).toWellFormed());
const text = fc.oneof(
  words.map((some) => literal(`x${some}`)),
  long.map(literal),
  fc
    .tuple(words, long)
    .map(([place, some]) => ({ join: [say('place.is', { place: `x${place}` }), literal(some)], by: '\n' })),
  long.map((place) => say('place.is', { place: literal(place) })),
);
const choice: fc.Arbitrary<Choice> = fc.record({
  id: fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 50, size: 'max' })
    .map((id) => `x7f2:q:${id}`),
  label: named.map(literal),
});

const media = fc.array(fc.record({ id: fc.uuid(), kind: fc.constantFrom('photo', 'voice', 'video') }), {
  minLength: 1,
  maxLength: 10,
});

/** A point on the map, with or without a name. */
const pin = fc.record(
  {
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    name: named.map(literal),
  },
  { requiredKeys: ['lat', 'lon'] },
);

/** Something to keep, in whatever letters people write. */
const document = fc.record({
  name: fc.constantFrom('data-saya.json', 'rekap.csv', 'catatan.txt'),
  type: fc.constantFrom('application/json', 'text/csv', 'text/plain'),
  text: fc.oneof(
    words.map((some) => `x${some}`),
    long,
  ),
});

/** Answers of any kind: long, hostile to markup, with many choices, notes, keyboards, texts to copy, pins and documents. */
export const replies: fc.Arbitrary<Reply> = fc.record(
  {
    text,
    note: text,
    choices: fc.array(choice, { minLength: 1, maxLength: 30, size: 'max' }),
    columns: fc.integer({ min: 1, max: 3 }),
    request: fc.constantFrom('location', 'phone'),
    copy: fc.record({ label: named.map(literal), text: fc.constant('SLT-7K4PQ2') }),
    page: fc.nat(5),
    media,
    pin,
    document,
  },
  { requiredKeys: ['text'] },
) as fc.Arbitrary<Reply>;
