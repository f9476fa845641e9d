/** A citizen's name towards officers in one ticket; the word before it (*Warga*) is the language's own. */
export type Alias = { plant: string; number: number };

/** Plants people know and like. None is a party's emblem, a drug, an insult or a place of ours. */
const plants = `
  Melati Mawar Kenanga Cempaka Anggrek Kamboja Dahlia Teratai Seroja Flamboyan Bugenvil Kantil Asoka Lavender Krisan Seruni
  Tulip Lili Gerbera Aster Anyelir Begonia Kana Alamanda Azalea Edelweis Tanjung Kemuning Bungur Ketapang Mahoni Jati
  Cemara Pinus Trembesi Sengon Meranti Damar Gaharu Cendana Akasia Waru Randu Bambu Pandan Serai Kemangi Jahe
  Kunyit Kencur Lengkuas Cengkeh Pala Aren Nangka Manggis Rambutan Salak Sawo Jambu Mangga Markisa Srikaya Kelapa`
  .trim()
  .split(/\s+/);

/**
 * The alias that three or more bytes stand for, such as Melati 27. The bytes are a keyed hash of contact and ticket made
 * outside, so that one ticket always shows one alias and two tickets of one person cannot be laid side by side.
 */
export function aliasOf(bytes: Uint8Array): Alias {
  const [first, second, third] = bytes;
  if (first === undefined || second === undefined || third === undefined)
    throw new RangeError(`an alias needs 3 bytes, not ${bytes.length}`);
  const plant = plants[first % plants.length] ?? '';
  return { plant, number: 10 + ((second * 256 + third) % 90) };
}
