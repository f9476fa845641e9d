import { findPhrases, phraseSet, wordsOf } from './words.ts';

/** `violence` shows 129 (SAPA) beside 112; `emergency` shows 112 and its kin. */
export type Danger = 'emergency' | 'violence';

/** Turns of speech that hold a danger word and no danger; they are found first, since they are longer. */
const harmless = phraseSet(`
  kebakaran jenggot | pemadam kebakaran | mobil pemadam kebakaran | simulasi kebakaran | pelatihan kebakaran | hydrant kebakaran
  hidran kebakaran | alat kebakaran | rawan kebakaran | cegah kebakaran | mencegah kebakaran | risiko kebakaran | alarm kebakaran
  rawan kecelakaan | sering kecelakaan | sering terjadi kecelakaan | rawan terjadi kecelakaan | mencegah kecelakaan | cegah kecelakaan
  takut kecelakaan | takut terjadi kecelakaan | bisa kecelakaan | bisa menyebabkan kecelakaan | asuransi kecelakaan | rawan laka
  matahari tenggelam | sampah hanyut | sandal hanyut | bom waktu | ledakan penduduk | ledakan hama
  tagihan meledak | tagihan pdam meledak | tagihan air meledak | harga meledak | meledak tagihannya | tagihan listrik meledak | dipukul rata | pukul rata | terluka hati | hati terluka
  kekerasan air | kekerasan beton | anti kekerasan | sosialisasi kekerasan | rawan begal | rawan tawuran
  rawan tenggelam | luka lama | bakar sampah | tembak ikan | ancaman banjir | ancaman denda | diancam denda | diancam sanksi
  fire station | fire truck | fire hydrant | fire extinguisher | fire alarm | fire drill | fire department | threatened by flood
  accident prone | rawan dibegal | ledakan kembang api
`);

const emergency = phraseSet(`
  kebakaran | terbakar | kobaran api | api besar | ada api | api membesar | kecelakaan | tabrakan | tertabrak | ditabrak | tabrak lari
  terluka | luka parah | luka berat | luka luka | berdarah | bersimbah darah | patah tulang | tenggelam | hanyut | terseret arus | terseret banjir
  ledakan | meledak | bom | bunuh diri | gantung diri | ingin mati | mau mati saja | mengakhiri hidup | akhiri hidup | tidak ingin hidup
  minum racun | keracunan | pingsan | tidak sadarkan diri | tidak bernapas | sesak napas | sekarat | kesetrum | tersengat listrik | tersetrum
  gas bocor | kebocoran gas | tabung gas bocor | elpiji bocor | tertimpa pohon | tertimpa | tertimbun | terjebak banjir | terjebak api | terperosok ke sumur
  serangan jantung | kobong | kobongan | omah kobong | kebobongan | kelelep | keli banyu | tatu | getihen | kecelakan | tabrakan motor | nglalu
  gantung dhiri | gantung diri | mbledhos | njebluk | semaput | kabakaran | tabaka | rumah tabaka | hanyuik | tabanam | taluko | luko
  bunuah diri | mambunuah diri | maladak | malatuih | cilako | pitih racun | minum racun | pangsan | karam
  fire | on fire | burning down | house is burning | accident | car crash | injured | bleeding | drowning | drowned | explosion
  exploded | bomb | suicide | kill myself | end my life | want to die | gas leak | unconscious | not breathing | electrocuted | heart attack
`);

const violence = phraseSet(`
  kekerasan | kdrt | dipukul | dipukuli | memukul | memukuli | dianiaya | menganiaya | penganiayaan | ditampar | ditendang | dicekik | dibanting
  diperkosa | perkosaan | pemerkosaan | memperkosa | pelecehan seksual | pelecehan | dilecehkan | melecehkan | dicabuli | pencabulan | mencabuli
  ditusuk | dibacok | pembacokan | penusukan | tawuran | dikeroyok | pengeroyokan | diancam | ancam bunuh | mengancam saya | mengancam kami
  mengancam akan | ancaman pembunuhan | ancaman kekerasan | dibunuh | membunuh saya | pembunuhan | disekap | diculik | penculikan | disiksa | begal | dibegal
  dirampok | perampokan | ditodong | penembakan | ditembak | diantemi | digebugi | digebuki | dikaplok | diancem | dipateni | dibacoki
  dianiayo | dipakuak | ditinju | dilacuik | dikaroyok | diparkoso | diparkosa | dibunuah | diancam bunuah | dilampang | ditangani suami
  beaten | beats me | hits me | hit me | hitting | stabbed | rape | raped | assault | assaulted | sexual harassment | molested | kidnapped
  threatened | threatens | threatening me | murder | domestic violence | abused | abuses | robbed | shot | being attacked
`);

/**
 * Whether a text speaks of people in danger. The emergency number is shown first and the report may go on, so a
 * false alarm costs one tap and a silence may cost a life. Whole words of Indonesian, English, Javanese and
 * Minangkabau; suicide counts as emergency even where another threat is named.
 */
export function dangerIn(text: string): Danger | undefined {
  const words = wordsOf(text);
  const found = new Set(findPhrases(words, signs).map(({ value }) => value));
  if (found.has('violence')) return 'violence';
  return found.has('emergency') ? 'emergency' : undefined;
}

const signs: ReadonlyMap<string, Danger | 'harmless'> = new Map([
  ...Array.from(emergency.keys(), (phrase) => [phrase, 'emergency'] as const),
  ...Array.from(violence.keys(), (phrase) => [phrase, 'violence'] as const),
  ...Array.from(harmless.keys(), (phrase) => [phrase, 'harmless'] as const),
]);
