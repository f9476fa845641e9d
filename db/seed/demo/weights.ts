/**
 * How often each category is reported. The seven great groups stand as in the labelled national set of
 * `sp4n.md` section 8 (public works 546, labour 262, social 212, education 203, public order 194, transport 175,
 * environment 161); how a group divides, and the smaller categories, are our guess. Sensitive ones are not invented.
 */
const weights = {
  jalan: 250,
  drainase: 120,
  lampu_jalan: 110,
  taman: 40,
  perumahan: 26,
  tenaga_kerja: 262,
  bansos: 190,
  akses_disabilitas: 22,
  pendidikan: 203,
  ketertiban: 194,
  lalu_lintas: 175,
  lingkungan: 161,
  adminduk: 150,
  kesehatan: 140,
  air_bersih: 140,
  kelurahan: 90,
  pasar: 90,
  pajak: 70,
  digital: 60,
  perizinan: 60,
  lainnya: 60,
  pertanian: 50,
  kurang_ramah: 50,
  bencana: 50,
} as const;

export type DemoCategory = keyof typeof weights;

/** The categories of so many reports, in the order of `weights`: each gets its share rounded along the running sum. */
export function categoriesOf(reports: number): DemoCategory[] {
  const keys = Object.keys(weights) as DemoCategory[];
  const total = keys.reduce((sum, key) => sum + weights[key], 0);
  let sum = 0;
  return keys.flatMap((key) => {
    const from = Math.round((sum * reports) / total);
    sum += weights[key];
    return Array<DemoCategory>(Math.round((sum * reports) / total) - from).fill(key);
  });
}
