import { expect, test } from 'vitest';
import { samplePhoto } from '../../emulator/sample-photo.ts';
import { createFiles } from './files.ts';

const document = (bytes: Uint8Array, name = 'a.pdf') => ({ kind: 'Document' as const, bytes, name });

test('the same bytes have the same unique id, other bytes another', () => {
  const files = createFiles(1000);
  const id = (bytes: number[]) => files.put(document(new Uint8Array(bytes))).wire.file_unique_id;
  expect(id([1, 2])).toBe(id([1, 2]));
  expect(id([1, 2])).not.toBe(id([1, 3]));
});

test('a link works for an hour, and only once somebody has asked for it', () => {
  const files = createFiles(1000);
  const file = files.put(document(new Uint8Array([1])));
  expect(files.byPath('documents/file_0.pdf', 0)).toBeUndefined();
  const path = files.link(file, 0);
  expect(path).toBe('documents/file_0.pdf');
  expect(files.byPath(path, 3_600_000)).toBe(file);
  expect(files.byPath(path, 3_600_001)).toBeUndefined();
});

test('the oldest files go when too many bytes are held', () => {
  const files = createFiles(100);
  const ids = [1, 2, 3].map((n) => files.put(document(new Uint8Array(40).fill(n))).wire.file_id);
  expect(ids.map((id) => files.byId(id) !== undefined)).toEqual([false, true, true]);
});

test('a sample photo is a PNG that differs by its seed', () => {
  const [one, two] = [samplePhoto(1), samplePhoto(2)];
  expect([...one.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
});
