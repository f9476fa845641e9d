import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysTwice } from './keys-twice.ts';

test('a key that stands twice is named by its place, however it is written', () => {
  expect(keysTwice('{"a":1,"b":{"a":2},"a":3}')).toEqual([{ path: '/a', fault: 'twice' }]);
  expect(keysTwice('{"b":[{}, {"c":[1,2], "x/y" : 1, "x\\/y":2}]}')).toEqual([
    { path: '/b/1/x~1y', fault: 'twice' },
  ]);
  expect(keysTwice('{"a":1,"\\u0061":2}')).toEqual([{ path: '/a', fault: 'twice' }]);
  expect(keysTwice('[{"k":"k"},{"k":"\\":,{}[]"},["k","k"]]')).toEqual([]);
});

test('a text that a machine wrote has no key twice, and one key more is found', () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), (json, key) => {
      expect(keysTwice(json)).toEqual([]);
      const twice = `[${json},{${JSON.stringify(key)}: ${json} ,"z${key.length}":${json}, ${JSON.stringify(key)}:0}]`;
      expect(keysTwice(twice).map(({ fault }) => fault)).toEqual(
        key === `z${key.length}` ? ['twice', 'twice'] : ['twice'],
      );
    }),
  );
});
