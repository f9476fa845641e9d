import { findPhrases, phraseKey, phraseSet, wordsOf } from './words.ts';

/** What an officer's text touches that a swindler in an officer's name would ask for. */
export type RelayRisk = 'money' | 'account' | 'code';

const money = phraseSet(`
  uang | duit | rupiah | idr | bayar | membayar | dibayar | bayaran | bayarin | bayarkan | membayarkan | dibayarkan | pembayaran | terbayar | byr
  transfer | mentransfer | ditransfer | transferan | transferin | transferkan | tf | trf | setor | menyetor | disetor | setoran | setorkan
  menyetorkan | disetorkan | penyetoran | biaya | dibiayai | pembiayaan | ongkos | tarif | tagih | tagihan | menagih | ditagih | denda
  retribusi | pungutan | dipungut | memungut | iuran | sumbangan | donasi | imbalan | seikhlasnya | sukarela | upah | tunai | cash | lunasi
  pelunasan | dilunasi | tebusan | saldo | top up | topup | pulsa | dana | talangi | talangan | angsuran | cicilan | tidak gratis | bukan gratis
  dhuwit | duwit | dhit | mbayar | mbayari | bayaren | ragad | wragad | ora gratis | dudu gratis | ngirim dhuwit | urunan
  pitih | piti | bayia | mambayia | dibayia | baia | mambaia | bayie | iyuran | ndak gratis | indak gratis | ndak perai | indak perai
  pay | pays | paying | paid | payment | payments | fee | fees | money | cost | costs | charge | charges | deposit | send cash | not free | fine of
  tip | invoice | bribe | pungli | suap | uang muka | materai | meterai | honor
`);

const account = phraseSet(`
  rekening | norek | no rek | nomor rek | rek bri | rek bca | rek bni | rek mandiri | virtual account | nomor va | no va | bank | atm | mbanking
  m banking | mobile banking | internet banking | bri | brimo | bca | bni | bsi | btn | bank mandiri | qris | gopay | go pay | ovo | akun dana | via dana
  lewat dana | ke dana | nomor dana | no dana | saldo dana | shopeepay | shopee pay | spay | linkaja | link aja | dompet digital | ewallet | e wallet
  kartu kredit | kartu debit | nomor kartu | paypal | rekeniang | rekoning | account number | bank account | credit card | debit card | wallet
`);

const code = phraseSet(`
  kode | kodhe | otp | pin | password | passwords | pasword | kata sandi | sandi | sandhi | kata kunci | token | cvv | cvc | passcode | code | codes
  enam digit | empat digit | digit terakhir | angka yang masuk | nomor yang masuk | sms yang masuk | scan qr | pindai qr | barcode
`);

/** Turns of speech that hold such a word and ask for nothing; they are found first, since they are longer. */
const harmless = phraseSet(`
  kode pos | kode etik | kode wilayah | kode barang | kode tiang | kode gardu | kode rambu | postal code | zip code | area code
  code of conduct | code of ethics | dress code | building code | pin lokasi | pin peta | pin google maps | pin maps | titik pin | drop pin | location pin | map pin
  bank sampah | bank darah | blood bank | bank data | mata uang | memungut sampah | sampah dipungut
  dana desa | dana nagari | dana kelurahan | dana bos | dana alokasi khusus | dana alokasi umum | dana darurat | dana pemeliharaan | dana perbaikan
  dana cadangan | alokasi dana | alokasi dana desa | ketersediaan dana | keterbatasan dana | menunggu dana | pengajuan dana | sumber dana
  dana belum tersedia | dana tersedia | dana pemerintah | dana apbd | dana apbn | free of charge | free of cost | biaya gratis | biaya rp 0 | biaya nol rupiah | nol rupiah | 0 rupiah | ora mbayar gratis | gratis ora mbayar
  biaya ditanggung pemerintah | biaya ditanggung dinas | biaya ditanggung negara | biaya ditanggung apbd | ongkos ditanggung dinas
`);

/**
 * "Nothing is to be paid" in the ways an office says it. A bare "not pay" is none of them: "tidak bayar, tidak diproses"
 * is a threat.
 */
const free = pairs(
  `tidak dipungut | tidak dikenakan | tidak dikenai | tidak ditarik | tak dipungut | tdk dipungut | tidak akan dipungut | tidak boleh dipungut | tanpa dipungut
   tanpa dikenakan | tidak ada | tak ada | tdk ada | gak ada | tanpa | tanpa ada | bebas | nol | ora ana | ora ditarik | tanpa ditarik | mboten wonten
   indak ado | indak dipunguik | ndak ado | ndak dipunguik | no | without | without any | there is no | at no`,
  `biaya | biaya apa pun | biaya apapun | biaya sepeser pun | biaya tambahan | pungutan | pungutan apa pun | pungutan apapun | bayaran | tarif | retribusi
   ragad | wragad | fee | fees | cost | costs | charge | charges | payment | payments`,
);
const needless = pairs(
  `tidak perlu | tidak usah | tak perlu | tak usah | tdk perlu | gak perlu | gak usah | ora perlu | ora usah | mboten perlu | mboten usah | indak paralu
   ndak paralu | no need to | not need to | not have to | don t have to | need not`,
  'bayar | membayar | biaya | uang | mbayar | bayia | mambayia | pay',
);

const signs = new Map<string, RelayRisk | 'harmless'>([
  ...tell(money, 'money'),
  ...tell(account, 'account'),
  ...tell(code, 'code'),
  ...tell(harmless, 'harmless'),
  ...tell(free, 'harmless'),
  ...tell(needless, 'harmless'),
]);

/** Rp 50.000, Rp50rb, 50 ribu, 1,5 juta, 100k, IDR 5; nothing where the sum is nought. */
const sum =
  /(?<!\p{L})(?:rp|idr)\.? ?(?=[\d.,]*[1-9])\d|(?<![\d\p{L}])[1-9][\d.,]* ?(?:rb|ribu|k|jt|juta|ewu|yuta)(?![\p{L}\p{N}])/iu;

/** A row of digits such as a bank prints, and none of a phone. */
const row = /(?<!\d)\d(?:-?\d){9,17}(?!\d)/g;
const phone = /^(?:62|0)[2-9]\d{7,11}$/;

/**
 * What in an officer's text calls for a warning to the citizen and a note in the audit log: money, an account or a code,
 * in whole words of Indonesian, Javanese, Minangkabau and English (sp4n.md section 6). A warning too many is better than one
 * too few; only "free of charge" in its many forms and words like *kode pos* are spared.
 */
export function relayWarning(text: string): RelayRisk[] {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const found = new Set(findPhrases(wordsOf(plain), signs).map(({ value }) => value));
  if (sum.test(plain)) found.add('money');
  if ((plain.match(row) ?? []).some((digits) => !phone.test(digits.replaceAll('-', ''))))
    found.add('account');
  return risks.filter((risk) => found.has(risk));
}

const risks: readonly RelayRisk[] = ['money', 'account', 'code'];

function tell(
  phrases: ReadonlyMap<string, true>,
  value: RelayRisk | 'harmless',
): (readonly [string, RelayRisk | 'harmless'])[] {
  return Array.from(phrases.keys(), (phrase) => [phrase, value] as const);
}

function pairs(befores: string, afters: string): ReadonlyMap<string, true> {
  const ends = [...phraseSet(afters).keys()];
  const both = [...phraseSet(befores).keys()].flatMap((before) => ends.map((end) => `${before} ${end}`));
  return new Map(both.map((phrase) => [phraseKey(phrase), true]));
}
