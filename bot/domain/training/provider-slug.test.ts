import fc from 'fast-check';
import { expect, test } from 'vitest';
import { providerSlug } from './provider-slug.ts';

test('a provider has one address however its name is written, and always one', () => {
  expect(providerSlug('BPSDM Provinsi Jawa Tengah')).toBe('bpsdm-provinsi-jawa-tengah');
  for (const name of ['Universitas Contoh', 'UNIVERSITAS  CONTOH', ' Universitas, Contoh. '])
    expect(providerSlug(name)).toBe('universitas-contoh');
  expect(providerSlug('Pusdiklat Énergi & Mineral')).toBe('pusdiklat-energi-mineral');
  expect(providerSlug('***')).not.toBe(providerSlug('---'));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const slug = providerSlug(name);
      expect(slug).toMatch(/^[\p{L}\p{N}-]+$/u);
      expect(decodeURIComponent(encodeURIComponent(slug))).toBe(slug);
    }),
  );
});
