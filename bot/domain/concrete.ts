import { findPhrases, phraseSet, wordsOf } from './words.ts';

/** Courtesies and promises that fit every report: a clause that holds one, and nothing certain, says nothing. */
const empty = phraseSet(`
  terima kasih | terimakasih | trims | makasih | mohon maaf | maaf | mohon bersabar | sabar | mohon menunggu | menunggu konfirmasi | mohon ditunggu | harap ditunggu | ditunggu | mohon tunggu | silakan menunggu | harap bersabar
  ditindaklanjuti | tindaklanjuti | menindaklanjuti | tindak lanjuti | tindak lanjut | ditindak lanjuti | tindaklanjut | teruskan | diteruskan | meneruskan | disampaikan | sampaikan | menyampaikan
  didisposisikan | disposisi | koordinasi | koordinasikan | dikoordinasikan | berkoordinasi | diproses | proses | dalam proses | catat | dicatat | diterima | kami terima | terima
  perhatian | masukan | partisipasi | kepedulian | apresiasi | semoga | laporkan | dilaporkan | secepatnya | segera | upayakan | diupayakan | mengupayakan | usahakan | akan kami cek | akan dicek
  akan kami bantu | siap membantu | ada yang bisa kami bantu | dijadwalkan | jadwalkan | turun ke lokasi | ke lapangan | siap | baik pak | baik bu | pelayanan terbaik | pihak terkait | dinas terkait
  matur nuwun | matur suwun | nuwun sewu | enggal | sekedhap | ditenggo | dipuntindaklanjuti | sampun katampi | tarimo kasih | mintak maaf | ditindaklanjuik | sabanta
  thank you | thanks | sorry | apologize | apologise | please wait | followed up | follow up | following up | forwarded | forward | soon | as soon as possible | noted | look into | looking into | be patient
`);

/** What was done, found or made; with *akan* before it, only a promise. */
const results = phraseSet(`
  ganti | diganti | perbaiki | diperbaiki | betulkan | dibetulkan | pangkas | dipangkas | tebang | ditebang | angkut | diangkut | bersihkan | dibersihkan | tambal | ditambal | aspal | diaspal
  pasang | dipasang | nyala | menyala | nyalakan | dinyalakan | selesai | keruk | dikeruk | sedot | disedot | kirim petugas | dikirim | periksa | diperiksa | cek | dicek | survei | disurvei | tinjau | ditinjau
  tertibkan | ditertibkan | tegur | ditegur | bongkar | dibongkar | cabut | dicabut | normal | mengalir | terbit | dicetak | cetak | diambil | dipindahkan | ditutup | dibuka | disemprot | ditangkap | sedang di lokasi
  sudah di lokasi | didandani | dandani | rampung | resik | murup | dipelokan | pelokan | elok | iduik | replaced | repaired | fixed | removed | cleaned | inspected | working again | done | installed | finished
`);

const promises = phraseSet('akan | bakal | badhe | arep | ka | will | would | semoga | rencananya');

/** A day or an hour by which somebody may be held to their word. */
const times = phraseSet(`
  besok | lusa | hari ini | pagi ini | siang ini | sore ini | malam ini | nanti siang | nanti sore | nanti malam | minggu ini | minggu depan | pekan ini | pekan depan | bulan ini | bulan depan | tahun ini | tahun depan
  tadi pagi | tadi siang | tadi malam | kemarin | senin | selasa | rabu | kamis | jumat | sabtu | januari | februari | maret | april | mei | juni | juli | agustus | september | oktober | november | desember | lebaran | ramadan | ramadhan | natal | imlek | akhir bulan | awal bulan | akhir tahun | awal tahun
  sesuk | dina iki | mangke sonten | wingi | bisuak | hari ko | patang dino | today | tomorrow | tonight | yesterday | next week | this week | next month | monday | tuesday | wednesday | thursday | friday | saturday | sunday
`);

/** Reasons, questions and requests that a citizen can answer or act upon. */
const tells = phraseSet(`
  karena | sebab | lantaran | disebabkan | dikarenakan | ternyata | bukan kewenangan | bukan wewenang | wewenang | kewenangan | di mana | dimana | berapa | kapan | siapa | apakah | yang mana | alamat | patokan | kirim foto | mohon foto | minta foto
  kirimkan foto | lampirkan foto | musrenbang | syarat | persyaratan | loket | because | where | when | which | how many | who | send a photo | send photo | address | amarga | pinten | dima | bara
`);

/** Words that carry nothing by themselves. */
const filler = new Set(
  wordsOf(`bapak ibu pak bu saudara anda kak kami kita saya tim petugas laporan laporannya aduan pengaduan keluhan informasi informasinya atas yang di ke dari dan atau untuk dengan oleh pada ini itu
    sudah telah akan sedang masih sangat segera kepada pihak bidang dinas instansi unit terkait berwenang bersangkutan halo selamat pagi siang sore malam salam assalamualaikum wr wb ya nggih
    tersebut dalam waktu dekat lebih lanjut the your you we our to for it is has have been report and of this nomor tiket ok oke sip monggo mangga`),
);

/** How many words of its own a clause needs when nothing in it is empty and nothing certain. */
const ownWords = 3;

/**
 * Whether a reply tells a citizen anything: a result, a day, a reason, a question. "Akan segera ditindaklanjuti" does not,
 * and makes people ask again; the officer is told before it is sent and may send it all the same.
 */
export function isConcrete(text: string): boolean {
  return text
    .normalize('NFKC')
    .split(/[,;:!\n]|[.?](?!\d)/u)
    .map(withoutTicket)
    .map(wordsOf)
    .some(says);
}

function says(words: readonly string[]): boolean {
  const holds = (phrases: ReadonlyMap<string, true>) => findPhrases(words, phrases).length > 0;
  if (words.some((word) => /^\d/.test(word)) || holds(times) || holds(tells)) return true;
  if (holds(results) && !holds(promises)) return true;
  if (holds(empty)) return false;
  return words.filter((word) => !filler.has(word)).length >= ownWords && !holds(promises);
}

/** A report's own number is no fact about it. */
function withoutTicket(clause: string): string {
  return clause.replace(/[A-Z]{2,5}-[0-9A-Z]{6}|(?:nomor|no\.?|tiket|laporan) ?#?\d+/gi, ' ');
}
