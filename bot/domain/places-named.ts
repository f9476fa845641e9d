import { once } from './once.ts';
import { isPlace, type Region } from './place.ts';
import { findPhrases, phraseSet, wordsOf } from './words.ts';

/**
 * Names that are ordinary words, other peoples or other cities: "jalan baru", "tanah lapang", "depan pasar".
 * They count only behind their title ("kelurahan Baru").
 */
const everyday = phraseSet(`
  aia dingin | amen | asuhan | banjar | baru | bukit gadang | dukuh | durian | embong | garut | karo | kebun sayur | kota | kota baru
  kristen | kubang | lubang panjang | melayu | merdeka | pahlawan | pangkalan | pardamean | pasar | proklamasi | salak | saringan
  simalungun | suka damai | tanah lapang | teladan | tes | toba | tunggang
`);

const streets = new Set(['jl', 'jln', 'jalan', 'gang', 'gg', 'street', 'dalan', 'labuah']);
const placeTitles = new Set(['kelurahan', 'kel', 'desa', 'ds', 'lurah', 'nagari', 'village']);
const districtTitles = new Set(['kecamatan', 'kec', 'camat']);
const endings = new Set(
  'lor kidul wetan kulon tengah tangah timur barat utara selatan atas bawah hilie mudiak duo oso tigo i ii iii'.split(
    ' ',
  ),
);
const roman = new Map([
  ['1', 'i'],
  ['2', 'ii'],
  ['3', 'iii'],
]);

/**
 * The regions a text names, by whole words: kelurahan and desa, or a kecamatan. The longest name wins ("Sidorejo Lor"
 * before "Sidorejo"). A name several share, or one cut short ("Kutowinangun"), gives all of them: ask which. Empty
 * when none is sure: the city's own name and everyday words need a title, and a street is not a place.
 */
export function placesNamed(text: string, regions: readonly Region[]): Region[] {
  const words = nameWords(text);
  const named = findPhrases(words, namesOf(regions)).flatMap(({ at, value }) => {
    const before = words[at - 1] ?? '';
    if (placeTitles.has(before)) return value.regions.filter(isPlace);
    if (districtTitles.has(before)) return value.regions.filter(({ level }) => level === 'kecamatan');
    return value.needsTitle || streets.has(before) ? [] : value.regions;
  });
  return [...new Set(named)];
}

type Name = { regions: Region[]; needsTitle: boolean };

const namesOf = once((regions: readonly Region[]): Map<string, Name> => {
  const city = cityName(regions);
  const names = new Map<string, Name>();
  const add = (name: string, region: Region) => {
    const others = names.get(name)?.regions ?? [];
    names.set(name, { regions: [...others, region], needsTitle: everyday.has(name) || name === city });
  };
  const below = regions.filter(({ level }) => level !== 'kabkota');
  for (const region of below) add(nameWords(region.name).join(' '), region);
  const whole = new Set(below.filter(isPlace).map(({ name }) => nameWords(name).join(' ')));
  for (const region of below.filter(isPlace)) {
    const words = nameWords(region.name);
    const stem = words.slice(0, -1).join(' ');
    if (stem !== '' && endings.has(words.at(-1) ?? '') && !whole.has(stem)) add(stem, region);
  }
  return names;
});

function cityName(regions: readonly Region[]): string {
  const city = regions.find(({ level }) => level === 'kabkota')?.name ?? '';
  return nameWords(city).slice(1).join(' ');
}

function nameWords(text: string): string[] {
  return wordsOf(text).map((word) => roman.get(word) ?? word);
}
