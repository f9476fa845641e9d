import { describe, expect, test } from 'vitest';
import { seedRegions } from './fixtures/seed.ts';
import { isPlace } from './place.ts';
import { placesNamed } from './places-named.ts';

const named = (city: string, text: string) => placesNamed(text, seedRegions(city)).map(({ name }) => name);

describe('in Salatiga', () => {
  test.each([
    ['lampu mati di Sidorejo Lor', ['Sidorejo Lor']],
    ['lampu mati di sidorejo kidul, tingkir', ['Sidorejo Kidul', 'Tingkir', 'Tingkir Lor', 'Tingkir Tengah']],
    ['sampah di Sidorejo', ['Sidorejo', 'Sidorejo Lor', 'Sidorejo Kidul']],
    ['kecamatan Sidorejo', ['Sidorejo']],
    ['kel. Sidorejo', ['Sidorejo Lor', 'Sidorejo Kidul']],
    ['Kutowinangun', ['Kutowinangun Kidul', 'Kutowinangun Lor']],
    ['jalan rusak di Salatiga', []],
    ['di Salatigane', []],
    ['kelurahan Salatiga, jalan rusak', ['Salatiga']],
    ['Jl. Tegalrejo Raya', []],
    ['daerah Tegalrejo', ['Tegalrejo']],
    ['Tegalrejo dan Mangunsari', ['Tegalrejo', 'Mangunsari']],
    ['dukuh kami banjir', []],
    ['Kelurahan Dukuh banjir', ['Dukuh']],
    ['Tegalrejosari', []],
    ['', []],
  ])('"%s" names %j', (text, names) => {
    expect(named('33.73', text)).toEqual(names);
  });
});

test.each([
  ['12.72', 'jalan baru berlubang', []],
  ['12.72', 'kelurahan Baru', ['Baru']],
  ['12.72', 'Martoba', ['Martoba']],
  ['12.72', 'Siantar Martoba', ['Siantar Martoba']],
  ['12.72', 'orang Karo di Toba', []],
  ['12.72', 'Kelurahan Karo', ['Karo']],
  ['12.72', 'gereja Kristen', []],
  ['12.72', 'Naga Huta', ['Naga Huta']],
  ['12.72', 'Naga Huta Timur', ['Naga Huta Timur']],
  ['13.73', 'di depan pasar', []],
  ['13.73', 'ada lubang panjang di tanah lapang', []],
  ['13.73', 'Durian 2', ['Durian II']],
  ['13.73', 'silungkang oso', ['Silungkang Oso']],
  ['17.07', 'desa Topos', ['Topos']],
  ['17.07', 'kec. Topos', ['Topos']],
  ['17.07', 'Topos', ['Topos', 'Topos']],
  ['17.07', 'tes', []],
  ['17.07', 'Talang Liak', ['Talang Liak I', 'Talang Liak II']],
  ['17.07', 'Tabeak Blau 1', ['Tabeak Blau I']],
  ['17.07', 'Tabeak Blau', ['Tabeak Blau']],
])('in %s "%s" names %j', (city, text, names) => {
  expect(named(city, text)).toEqual(names);
});

test.each(['33.73', '13.73', '12.72', '17.07'])('in %s every place is found behind its title', (city) => {
  const regions = seedRegions(city);
  for (const place of regions.filter(isPlace)) {
    expect(placesNamed(`di kelurahan ${place.name} ya`, regions), place.name).toEqual([place]);
  }
});
