import { expect, test } from 'vitest';
import { createSeal } from '../../../db/sealed.ts';
import { messageIdOf } from './message-id.ts';

const idOf = messageIdOf(createSeal(Buffer.alloc(32, 7)));
const photo = (bytes: number) => ({ image: Buffer.alloc(bytes, 1), caption: 'Sudah diperbaiki' });

test('the same words of the same letter have the same id at every try, in the client’s own shape', () => {
  const first = idOf({ text: 'kabar' }, '12.1');
  expect(first).toMatch(/^3EB0[0-9A-F]{18}$/);
  expect(idOf({ text: 'kabar' }, '12.2')).toBe(first);
  expect(idOf(photo(4), '12.2')).toBe(idOf(photo(4), '12.1'));
});

test('other words, another file, another letter and another kind have another id', () => {
  const ids = [
    idOf({ text: 'kabar' }, '12.1'),
    idOf({ text: 'kabar lain' }, '12.1'),
    idOf({ text: 'kabar' }, '13.1'),
    idOf({ text: 'kabar' }, '12.1,13.1'),
    idOf(photo(4), '12.1'),
    idOf(photo(5), '12.1'),
    idOf({ text: 'Sudah diperbaiki' }, '12.1'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test('what is no letter has an id of its own each time, and nobody without our key can tell whose a message is', () => {
  expect(idOf({ text: 'kabar' }, undefined)).not.toBe(idOf({ text: 'kabar' }, undefined));
  const others = messageIdOf(createSeal(Buffer.alloc(32, 8)));
  expect(others({ text: 'kabar' }, '12.1')).not.toBe(idOf({ text: 'kabar' }, '12.1'));
});
