import { describe, expect, test } from 'vitest';
import { dangerIn } from './danger.ts';

describe('shows the emergency number first', () => {
  test.each([
    'kebakaran di pasar!',
    'Ada kebakarannya dekat rumah saya',
    'rumah tetangga terbakar',
    'ada api di gudang',
    'kecelakaan motor di depan terminal',
    'baru saja terjadi tabrakan, ada yang terluka',
    'anak tenggelam di sungai',
    'orang hanyut di kali',
    'ada ledakan keras di belakang pasar',
    'trafo meledak',
    'ada bom di terminal',
    'saya mau bunuh diri',
    'saya ingin mati saja',
    'tetangga saya gantung diri',
    'ibu saya pingsan di jalan',
    'tersengat listrik dari tiang lampu',
    'gas bocor, baunya menyengat',
    'orang tertimpa pohon tumbang',
    'warga tertimbun longsor',
    'keracunan makanan satu kampung',
    'omah kobong ning cedhak masjid',
    'ana bocah kelelep ing kali',
    'ana wong tatu kecelakan',
    'tabung gas mbledhos',
    'kabakaran di pasa',
    'rumah tabaka',
    'anak hanyuik di batang aia',
    'inyo ka bunuah diri',
    'there is a fire in the market',
    'my house is on fire',
    'a child is drowning',
    'man injured in accident',
    'I want to kill myself',
    'gas leak near school',
    'KEBAKARAN!!!',
  ])('for "%s"', (text) => {
    expect(dangerIn(text)).toBe('emergency');
  });
});

describe('shows the protection line for violence', () => {
  test.each([
    'istri saya dipukul suaminya',
    'ada kdrt di rumah sebelah',
    'anak dianiaya ayah tirinya',
    'saya diperkosa',
    'pelecehan di angkot',
    'guru melecehkan murid',
    'tawuran pelajar di alun-alun',
    'saya diancam lewat telepon',
    'dia mengancam akan datang lagi',
    'anak diculik',
    'begal di jalan lingkar',
    'aku diantemi bojoku',
    'bocah digebugi tanggane',
    'ambo dilacuik laki ambo',
    'anak ko dikaroyok',
    'my husband hits me',
    'she was assaulted last night',
    'someone threatened me with a knife',
    'domestic violence next door',
    'dipukul sampai luka parah',
  ])('for "%s"', (text) => {
    expect(dangerIn(text)).toBe('violence');
  });
});

describe('stays calm', () => {
  test.each([
    'kepala dinas kebakaran jenggot',
    'lampu mati',
    'mati lampu dari tadi pagi',
    'air mati',
    'pohon mati di taman',
    'kucing mati di selokan',
    'HP saya mati',
    'listrik padam',
    'jalan berlubang rawan kecelakaan',
    'tolong diaspal, sering terjadi kecelakaan di tikungan ini',
    'mobil pemadam kebakaran parkir sembarangan',
    'pelatihan kebakaran untuk warga',
    'hydrant kebakaran bocor',
    'tukang bakar sampah tiap sore',
    'stasiun kereta api kotor',
    'batu api',
    'tagihan pdam meledak',
    'ledakan penduduk',
    'tarif dipukul rata',
    'matahari tenggelam bagus di sini',
    'bom waktu bagi kota',
    'ancaman banjir tiap musim hujan',
    'lampu merah mati',
    'pipa bocor',
    'sampah hanyut ke sungai',
    'akta kematian',
    'sosialisasi anti kekerasan',
    'dalan peteng banget',
    'banyu mati',
    'aia mati',
    'lampu jalan mati di labuah',
    'screenshot terlampir',
    'bombastis sekali beritanya',
    'the street light is out',
    'the fire station is closed',
    'fire hydrant leaking',
    'halo',
    'terima kasih',
    '',
    'petugas judes',
    'memperbaiki jembatan',
  ])('for "%s"', (text) => {
    expect(dangerIn(text)).toBeUndefined();
  });
});

test('a harmless turn of speech does not silence a real danger beside it', () => {
  expect(dangerIn('jalan rawan kecelakaan, barusan ada yang terluka')).toBe('emergency');
  expect(dangerIn('pemadam kebakaran belum datang, rumah terbakar')).toBe('emergency');
});
