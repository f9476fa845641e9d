import { describe, expect, test } from 'vitest';
import { suggestCategories } from './category.ts';
import { seedCategories, seedSynonyms } from './fixtures/seed.ts';

const { categories } = seedCategories();
const synonyms = seedSynonyms();
const suggest = (text: string, max = 3) => suggestCategories(text, categories, max, synonyms);

describe('the first suggestion', () => {
  test.each([
    ['lampu jalan mati', 'lampu_jalan'],
    ['Lampu jalannya padam sudah 3 hari', 'lampu_jalan'],
    ['PJU di depan pasar gak nyala', 'lampu_jalan'],
    ['dalane peteng, lampune mati', 'lampu_jalan'],
    ['street light is broken', 'lampu_jalan'],
    ['jalan di depan pasar berlubang besar', 'jalan'],
    ['ada lobang gede di jl sudirman', 'jalan'],
    ['dalan ngarep omah jeglongan', 'jalan'],
    ['labuah balubang dakek surau', 'jalan'],
    ['huge pothole near the school', 'jalan'],
    ['jalan rusak', 'jalan'],
    ['got mampet di jalan kartini', 'drainase'],
    ['selokan tersumbat, banjir kalau hujan', 'drainase'],
    ['kalen mampet', 'drainase'],
    ['air mati dari kemarin', 'air_bersih'],
    ['banyu mati ket wingi', 'air_bersih'],
    ['aia mati di rumah ambo', 'air_bersih'],
    ['pohon tumbang menutup jalan', 'taman'],
    ['wit ambruk ning dalan', 'taman'],
    ['sampah numpuk di jalan pattimura', 'lingkungan'],
    ['uwuh numpuk mambu', 'lingkungan'],
    ['sarok indak diangkek', 'lingkungan'],
    ['garbage not collected', 'lingkungan'],
    ['parkir liar di jalan sudirman', 'lalu_lintas'],
    ['lampu merah mati di jalan diponegoro', 'lalu_lintas'],
    ['KTP saya belum jadi', 'adminduk'],
    ['kartu keluarga salah nama', 'adminduk'],
    ['antri di puskesmas lama sekali', 'kesehatan'],
    ['guru sering tidak datang ke sekolah', 'pendidikan'],
    ['petugas minta uang rokok', 'pungli'],
    ['petugase njaluk dhuwit', 'pungli'],
    ['pegawai mintak pitih', 'pungli'],
    ['petugas loket kasar dan judes', 'kurang_ramah'],
    ['tanah longsor di belakang rumah', 'bencana'],
    ['bansos tidak tepat sasaran', 'bansos'],
    ['kursi roda tidak bisa lewat trotoar', 'akses_disabilitas'],
    ['pupuk langka', 'pertanian'],
    ['anak saya dibully di sekolah', 'kekerasan'],
    ['pungutan di sekolah negeri untuk wisuda', 'pungli'],
    ['wifi di taman kota mati', 'digital'],
    ['pelayanan di kelurahan', 'kelurahan'],
  ])('for "%s" is %s', (text, key) => {
    expect(suggest(text)[0]).toBe(key);
  });
});

test('the lamp comes before the road, since the longest match is taken first', () => {
  expect(suggest('lampu jalan mati')).toEqual(['lampu_jalan']);
});

test('a landmark alone suggests nothing', () => {
  expect(suggest('di depan sekolah')).toEqual([]);
  expect(suggest('dekat pasar, belakang puskesmas')).toEqual([]);
});

test('a text without a known word suggests nothing', () => {
  for (const text of ['', 'halo min', 'terima kasih banyak', 'jalanan', 'gotong royong', '???']) {
    expect(suggest(text), text).toEqual([]);
  }
});

test('ties stand in the order of the list, whatever the order of the words', () => {
  expect(suggest('sembako')).toEqual(['bansos', 'pasar']);
  expect(suggest('pupuk dan pajak')).toEqual(suggest('pajak dan pupuk'));
});

test('no more are suggested than fit', () => {
  expect(suggest('sampah, banjir, macet, ktp, pajak', 2)).toHaveLength(2);
});

test('saying a word five times does not make it weigh more', () => {
  expect(suggest('pajak pajak pajak pajak, jembatan retak aspal rusak')[0]).toBe('jalan');
});

test('no synonym leads to a word that is itself replaced', () => {
  const said = new Set(synonyms.map(({ say }) => say));
  expect(synonyms.filter(({ mean }) => said.has(mean))).toEqual([]);
  expect(said.size).toBe(synonyms.length);
});
