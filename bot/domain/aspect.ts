import { findPhrases, phraseKey, wordsOf } from './words.ts';

/** What of a service or an office somebody wants to know, in the order in which it is told. */
export const aspects = [
  'requirements',
  'steps',
  'time',
  'fee',
  'product',
  'hours',
  'place',
  'phone',
  'complaints',
] as const;
export type Aspect = (typeof aspects)[number];

/** How people ask for it: Indonesian, then Javanese, Minangkabau and English. */
const asked: { readonly [of in Aspect]: string } = {
  requirements: `
    syarat | persyaratan | dokumen | berkas | bawa apa | membawa apa | apa yang dibawa | apa saja yang dibawa | yang harus dibawa | yang perlu dibawa
    harus bawa | perlu bawa | harus dibawa | perlu dibawa | butuh apa | perlu apa | disiapkan | menyiapkan | lampiran | kelengkapan | syaratnya apa
    sarat | sarate | saratipun | saratnya | nggawa apa | mbeta punapa | mbeta menapa | bakta menapa | syaraiknyo | syaraik | baok apo | mambaok apo
    requirements | requirement | documents | what do i need | what to bring | bring`,
  steps: `
    langkah | langkah langkah | cara | caranya | tata cara | prosedur | alur | tahapan | tahap | urutan | prosesnya | mekanisme
    carane | caranipun | lampahipun | caro | caronyo | steps | procedure | how to | how do i`,
  time: `
    berapa lama | brp lama | lama | lamanya | lama waktunya | lama prosesnya | waktu penyelesaian | waktu pengurusan | berapa hari | brp hari | berapa jam | kapan jadi | kapan jadinya
    kapan selesai | kapan selesainya | kapan bisa diambil | langsung jadi | bisa ditunggu | cepat jadi | sehari jadi
    suwe | suwene | pirang dina | pinten dinten | dangu | dangunipun | bara lamo | barapo lamo | lamo | lamonyo | barapo hari | bara hari
    how long | how many days | when will it be ready`,
  fee: `
    biaya | tarif | gratis | bayar | membayar | berbayar | dibayar | bayarnya | ongkos | harga | dipungut | retribusi | berapa rupiah | cuma cuma | kena berapa
    mbayar | ragad | ragadipun | mbayar pira | pinten ragadipun | babayia | bayia | bara bayia | bara pitih | barapo pitih | perai
    cost | costs | fee | fees | free | free of charge | how much | price | pay`,
  product: `hasilnya | hasil | dapat apa | jadinya apa | bentuknya | hasile | asilipun | asianyo`,
  hours: `
    jam buka | buka jam | buka jam berapa | tutup jam berapa | jam berapa | jam brp | jam layanan | jam pelayanan | jam kerja | jam kantor | jam tutup | tutup jam | jam operasional | waktu layanan
    waktu pelayanan | waktu buka | hari apa | hari apa saja | jadwal | jadwalnya | buka hari | buka sabtu | hari sabtu | buka minggu | hari libur | kapan buka | masih buka | bukanya | sudah buka
    jam pira | jam pinten | bikak jam | dinten punapa | bukak jam | jam bara | jam barapo | pukua bara | opening hours | what time | open | when open`,
  place: `
    di mana | dimana | dmn | ke mana | kemana | tempat | tempatnya | lokasi | lokasinya | alamat | alamatnya | loket berapa | loket mana | loket nomor berapa | sebelah mana | di kantor mana | kantor mana
    neng endi | ning endi | ing pundi | wonten pundi | dhateng pundi | nang endi | panggonane | papanipun | di ma | dima | kama | ka ma | alamaik | tampek | tampeknyo | where | address | location`,
  phone: `
    nomor telepon | no telepon | nomor telpon | no telpon | no telp | nomor telp | nomor hp | no hp | nomor wa | no wa | nomor whatsapp | nomor kantor | nomor | nomer | telepon | telpon | telp | kontak | call center
    hubungi | menghubungi | dihubungi | tilpun | nomer telpun | telpun | phone | phone number | telephone | contact`,
  complaints: `
    keluhan | mengeluh | komplain | mengadu | mengadukan | pengaduan | aduan | protes | tidak puas | kecewa | ngaduake | wadul | mangadu | kaluhan | complain | complaint | complaints`,
};

const phrases: ReadonlyMap<string, Aspect> = new Map(
  aspects.flatMap((of) =>
    asked[of]
      .split(/[|\n]/)
      .map(phraseKey)
      .filter(Boolean)
      .map((phrase) => [phrase, of] as const),
  ),
);

/** "How" alone asks for the way only where nothing else is asked. */
const how = new Set('bagaimana gimana gmn piye pripun kepripun baa bagaimano how'.split(' '));

/** The aspects that words ask for, in the order in which they are told, and the words that say of what. */
export const aspectsIn = (text: string): { aspects: Aspect[]; of: string[] } => {
  const words = wordsOf(text);
  const found = findPhrases(words, phrases);
  const taken = new Set(found.flatMap(({ at, length }) => Array.from({ length }, (_, i) => at + i)));
  const said = new Set(found.map(({ value }) => value));
  if (said.size === 0 && words.some((word) => how.has(word))) said.add('steps');
  return {
    aspects: aspects.filter((one) => said.has(one)),
    of: words.filter((_, i) => !taken.has(i)),
  };
};
